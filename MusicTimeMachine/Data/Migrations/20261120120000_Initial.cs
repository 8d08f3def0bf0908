using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:cube", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            // Titles come in all languages: no stemming, accents folded.
            migrationBuilder.Sql(
                """
                create text search configuration music (copy = simple);
                alter text search configuration music alter mapping for hword, hword_part, word with unaccent, simple;
                """);

            migrationBuilder.CreateTable(
                name: "artists",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    spotify_id = table.Column<string>(type: "varchar(22)", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    genres = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    image_url = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_artists", x => x.id);
                    table.CheckConstraint("ck_artists_spotify_id", "length(spotify_id) = 22");
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instance_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    registration_open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instance_settings", x => x.id);
                    table.CheckConstraint("ck_instance_settings_single", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "platforms",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platforms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plays",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: false),
                    played_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duplicate_of = table.Column<long>(type: "bigint", nullable: true),
                    import_id = table.Column<long>(type: "bigint", nullable: true),
                    ms_played = table.Column<int>(type: "integer", nullable: true),
                    platform_id = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<short>(type: "smallint", nullable: false),
                    precision = table.Column<short>(type: "smallint", nullable: false),
                    reason_start = table.Column<short>(type: "smallint", nullable: true),
                    reason_end = table.Column<short>(type: "smallint", nullable: true),
                    skipped = table.Column<bool>(type: "boolean", nullable: true),
                    shuffle = table.Column<bool>(type: "boolean", nullable: true),
                    offline = table.Column<bool>(type: "boolean", nullable: true),
                    incognito = table.Column<bool>(type: "boolean", nullable: true),
                    context_uri = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plays", x => x.id);
                    table.CheckConstraint("ck_plays_duplicate_of", "duplicate_of <> id");
                    table.CheckConstraint("ck_plays_ms_played", "ms_played >= 0");
                    table.CheckConstraint("ck_plays_precision", "precision between 0 and 2");
                    table.CheckConstraint("ck_plays_source", "source between 1 and 10");
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    display_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    counted_from_ms = table.Column<int>(type: "integer", nullable: false, defaultValue: 30000),
                    security_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    disabled = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    demo = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                    table.CheckConstraint("ck_users_counted_from_ms", "counted_from_ms between 0 and 600000");
                    table.CheckConstraint("ck_users_name", "length(name) between 1 and 64 and name = trim(name)");
                    table.CheckConstraint("ck_users_role", "role in ('member', 'admin')");
                });

            migrationBuilder.CreateTable(
                name: "albums",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    spotify_id = table.Column<string>(type: "varchar(22)", nullable: true),
                    artist_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    release_date = table.Column<DateOnly>(type: "date", nullable: true),
                    release_date_precision = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    image_url = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_albums", x => x.id);
                    table.CheckConstraint("ck_albums_release_date", "(release_date is null) = (release_date_precision is null)");
                    table.CheckConstraint("ck_albums_release_date_precision", "release_date_precision in ('year', 'month', 'day')");
                    table.CheckConstraint("ck_albums_spotify_id", "length(spotify_id) = 22");
                    table.ForeignKey(
                        name: "fk_albums_artists_artist_id",
                        column: x => x.artist_id,
                        principalTable: "artists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "songs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    artist_id = table.Column<long>(type: "bigint", nullable: false),
                    title_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_songs", x => x.id);
                    table.ForeignKey(
                        name: "fk_songs_artists_artist_id",
                        column: x => x.artist_id,
                        principalTable: "artists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_tokens", x => x.id);
                    table.CheckConstraint("ck_api_tokens_hash", "length(hash) = 32");
                    table.ForeignKey(
                        name: "fk_api_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    names = table.Column<string[]>(type: "text[]", nullable: false),
                    paths = table.Column<string[]>(type: "text[]", nullable: false),
                    uploaded = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    current_file = table.Column<string>(type: "text", nullable: true),
                    bytes_total = table.Column<long>(type: "bigint", nullable: false),
                    bytes_read = table.Column<long>(type: "bigint", nullable: false),
                    merged = table.Column<long>(type: "bigint", nullable: false),
                    files = table.Column<int>(type: "integer", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    added = table.Column<long>(type: "bigint", nullable: false),
                    duplicates = table.Column<long>(type: "bigint", nullable: false),
                    skipped_podcast = table.Column<long>(type: "bigint", nullable: false),
                    skipped_audiobook = table.Column<long>(type: "bigint", nullable: false),
                    skipped_video = table.Column<long>(type: "bigint", nullable: false),
                    skipped_no_track = table.Column<long>(type: "bigint", nullable: false),
                    skipped_local = table.Column<long>(type: "bigint", nullable: false),
                    errors = table.Column<long>(type: "bigint", nullable: false),
                    failure = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                    table.CheckConstraint("ck_imports_account", "status <> 'completed' or rows = added + duplicates + skipped_podcast + skipped_audiobook + skipped_video + skipped_no_track + skipped_local + errors");
                    table.CheckConstraint("ck_imports_status", "status in ('waiting', 'reading', 'adding', 'completed', 'failed', 'cancelled', 'undone')");
                    table.ForeignKey(
                        name: "fk_imports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    note = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.CheckConstraint("ck_invitations_hash", "length(hash) = 32");
                    table.CheckConstraint("ck_invitations_role", "role in ('member', 'admin')");
                    table.CheckConstraint("ck_invitations_time", "expires_at > created_at");
                    table.ForeignKey(
                        name: "fk_invitations_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parameters = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    priority = table.Column<short>(type: "smallint", nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    failed = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<short>(type: "smallint", nullable: false),
                    max_attempts = table.Column<short>(type: "smallint", nullable: false),
                    run_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    lease_owner = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "jsonb", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => x.id);
                    table.CheckConstraint("ck_jobs_counters", "done >= 0 and failed >= 0 and total >= 0 and attempts >= 0 and max_attempts > 0");
                    table.CheckConstraint("ck_jobs_lease", "status <> 'running' or (lease_owner is not null and lease_until is not null)");
                    table.CheckConstraint("ck_jobs_status", "status in ('pending', 'running', 'paused', 'completed', 'failed', 'cancelled')");
                    table.ForeignKey(
                        name: "fk_jobs_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "listening_months",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                    plays = table.Column<int>(type: "integer", nullable: false),
                    ms_played = table.Column<long>(type: "bigint", nullable: false),
                    shown_days = table.Column<short[]>(type: "smallint[]", nullable: false),
                    shown_plays = table.Column<int[]>(type: "integer[]", nullable: false),
                    track_ids = table.Column<long[]>(type: "bigint[]", nullable: false),
                    hours = table.Column<short[]>(type: "smallint[]", nullable: false),
                    ms = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_listening_months", x => new { x.user_id, x.month });
                    table.CheckConstraint("ck_listening_months_columns", "cardinality(track_ids) = plays and cardinality(hours) = plays and cardinality(ms) = plays");
                    table.CheckConstraint("ck_listening_months_month", "extract(day from month) = 1");
                    table.CheckConstraint("ck_listening_months_plays", "plays >= 0 and ms_played >= 0");
                    table.CheckConstraint("ck_listening_months_shown", "cardinality(shown_days) = cardinality(shown_plays)");
                    table.ForeignKey(
                        name: "fk_listening_months_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tracks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    song_id = table.Column<long>(type: "bigint", nullable: false),
                    artist_id = table.Column<long>(type: "bigint", nullable: false),
                    album_id = table.Column<long>(type: "bigint", nullable: true),
                    spotify_id = table.Column<string>(type: "varchar(22)", nullable: true),
                    isrc = table.Column<string>(type: "varchar(12)", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false),
                    display_artist = table.Column<string>(type: "text", nullable: false),
                    album_name = table.Column<string>(type: "text", nullable: true),
                    duration_ms = table.Column<int>(type: "integer", nullable: true),
                    release_date = table.Column<DateOnly>(type: "date", nullable: true),
                    release_date_precision = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    popularity = table.Column<short>(type: "smallint", nullable: true),
                    @explicit = table.Column<bool>(name: "explicit", type: "boolean", nullable: true),
                    image_url = table.Column<string>(type: "text", nullable: true),
                    audio_features = table.Column<string>(type: "jsonb", nullable: true),
                    features_provider = table.Column<string>(type: "text", nullable: true),
                    features_fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    raw = table.Column<string>(type: "jsonb", nullable: true),
                    energy = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'energy')::real", stored: true),
                    valence = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'valence')::real", stored: true),
                    danceability = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'danceability')::real", stored: true),
                    acousticness = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'acousticness')::real", stored: true),
                    instrumentalness = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'instrumentalness')::real", stored: true),
                    speechiness = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'speechiness')::real", stored: true),
                    liveness = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'liveness')::real", stored: true),
                    tempo = table.Column<float>(type: "real", nullable: true, computedColumnSql: "(audio_features ->> 'tempo')::real", stored: true),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "setweight(to_tsvector('music', name), 'A') || setweight(to_tsvector('music', display_artist), 'A') || setweight(to_tsvector('music', coalesce(album_name, '')), 'B')", stored: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tracks", x => x.id);
                    table.CheckConstraint("ck_tracks_acousticness", "acousticness between 0 and 1");
                    table.CheckConstraint("ck_tracks_danceability", "danceability between 0 and 1");
                    table.CheckConstraint("ck_tracks_duration_ms", "duration_ms >= 0");
                    table.CheckConstraint("ck_tracks_energy", "energy between 0 and 1");
                    table.CheckConstraint("ck_tracks_instrumentalness", "instrumentalness between 0 and 1");
                    table.CheckConstraint("ck_tracks_liveness", "liveness between 0 and 1");
                    table.CheckConstraint("ck_tracks_popularity", "popularity between 0 and 100");
                    table.CheckConstraint("ck_tracks_release_date", "(release_date is null) = (release_date_precision is null)");
                    table.CheckConstraint("ck_tracks_release_date_precision", "release_date_precision in ('year', 'month', 'day')");
                    table.CheckConstraint("ck_tracks_speechiness", "speechiness between 0 and 1");
                    table.CheckConstraint("ck_tracks_spotify_id", "length(spotify_id) = 22");
                    table.CheckConstraint("ck_tracks_tempo", "tempo >= 0");
                    table.CheckConstraint("ck_tracks_valence", "valence between 0 and 1");
                    table.ForeignKey(
                        name: "fk_tracks_albums_album_id",
                        column: x => x.album_id,
                        principalTable: "albums",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_tracks_artists_artist_id",
                        column: x => x.artist_id,
                        principalTable: "artists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tracks_songs_song_id",
                        column: x => x.song_id,
                        principalTable: "songs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_errors",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    row = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_errors", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_errors_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_files",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    format = table.Column<string>(type: "text", nullable: true),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    plays = table.Column<long>(type: "bigint", nullable: false),
                    skipped = table.Column<long>(type: "bigint", nullable: false),
                    errors = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_files", x => new { x.import_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_import_files_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_sightings",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    batch = table.Column<int>(type: "integer", nullable: false),
                    play_ids = table.Column<long[]>(type: "bigint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_sightings", x => new { x.import_id, x.batch });
                    table.ForeignKey(
                        name: "fk_import_sightings_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "job_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    job_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    attempts = table.Column<short>(type: "smallint", nullable: false),
                    run_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_items", x => x.id);
                    table.CheckConstraint("ck_job_items_status", "status in ('pending', 'running', 'paused', 'completed', 'failed', 'cancelled')");
                    table.ForeignKey(
                        name: "fk_job_items_jobs_job_id",
                        column: x => x.job_id,
                        principalTable: "jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "track_artists",
                columns: table => new
                {
                    track_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<short>(type: "smallint", nullable: false),
                    artist_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_track_artists", x => new { x.track_id, x.position });
                    table.CheckConstraint("ck_track_artists_position", "position >= 0");
                    table.ForeignKey(
                        name: "fk_track_artists_artists_artist_id",
                        column: x => x.artist_id,
                        principalTable: "artists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_track_artists_tracks_track_id",
                        column: x => x.track_id,
                        principalTable: "tracks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tracks",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: false),
                    plays = table.Column<int>(type: "integer", nullable: false),
                    ms_played = table.Column<long>(type: "bigint", nullable: false),
                    first_played_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_played_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tracks", x => new { x.user_id, x.track_id });
                    table.CheckConstraint("ck_user_tracks_plays", "plays >= 0 and ms_played >= 0");
                    table.CheckConstraint("ck_user_tracks_times", "first_played_at <= last_played_at");
                    table.ForeignKey(
                        name: "fk_user_tracks_tracks_track_id",
                        column: x => x.track_id,
                        principalTable: "tracks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_user_tracks_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "instance_settings",
                columns: new[] { "id", "registration_open" },
                values: new object[] { 1, false });

            migrationBuilder.CreateIndex(
                name: "ix_albums_artist_name_key",
                table: "albums",
                columns: new[] { "artist_id", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_albums_known_by_name",
                table: "albums",
                columns: new[] { "artist_id", "name_key" },
                unique: true,
                filter: "spotify_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_albums_spotify_id",
                table: "albums",
                column: "spotify_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_hash",
                table: "api_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_user_id",
                table: "api_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_artists_known_by_name",
                table: "artists",
                column: "name_key",
                unique: true,
                filter: "spotify_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_artists_name_key",
                table: "artists",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_artists_spotify_id",
                table: "artists",
                column: "spotify_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_errors_import_id_id",
                table: "import_errors",
                columns: new[] { "import_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_user_id_id",
                table: "imports",
                columns: new[] { "user_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_created_by",
                table: "invitations",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_hash",
                table: "invitations",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_items_job_id_key",
                table: "job_items",
                columns: new[] { "job_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_items_pending",
                table: "job_items",
                columns: new[] { "job_id", "run_after" },
                filter: "status = 'pending'");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_pending",
                table: "jobs",
                columns: new[] { "priority", "run_after", "id" },
                descending: new[] { true, false, false },
                filter: "status = 'pending'");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_running",
                table: "jobs",
                column: "lease_until",
                filter: "status = 'running'");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_user_id_id",
                table: "jobs",
                columns: new[] { "user_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_platforms_name",
                table: "platforms",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plays_duplicate_of",
                table: "plays",
                column: "duplicate_of",
                filter: "duplicate_of is not null");

            migrationBuilder.CreateIndex(
                name: "ix_plays_report",
                table: "plays",
                columns: new[] { "user_id", "played_at", "track_id", "source", "ms_played" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_plays_user_id_track_id_played_at",
                table: "plays",
                columns: new[] { "user_id", "track_id", "played_at" });

            migrationBuilder.CreateIndex(
                name: "ix_songs_artist_id_title_key",
                table: "songs",
                columns: new[] { "artist_id", "title_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_track_artists_artist_id",
                table: "track_artists",
                column: "artist_id");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_acousticness",
                table: "tracks",
                column: "acousticness",
                filter: "acousticness is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_album_id",
                table: "tracks",
                column: "album_id");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_artist_id_name_key",
                table: "tracks",
                columns: new[] { "artist_id", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_tracks_danceability",
                table: "tracks",
                column: "danceability",
                filter: "danceability is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_energy",
                table: "tracks",
                column: "energy",
                filter: "energy is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_instrumentalness",
                table: "tracks",
                column: "instrumentalness",
                filter: "instrumentalness is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_isrc",
                table: "tracks",
                column: "isrc",
                filter: "isrc is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_known_by_name",
                table: "tracks",
                columns: new[] { "song_id", "album_id" },
                unique: true,
                filter: "spotify_id is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_tracks_liveness",
                table: "tracks",
                column: "liveness",
                filter: "liveness is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_search",
                table: "tracks",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_song_id",
                table: "tracks",
                column: "song_id");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_speechiness",
                table: "tracks",
                column: "speechiness",
                filter: "speechiness is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_spotify_id",
                table: "tracks",
                column: "spotify_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tracks_tempo",
                table: "tracks",
                column: "tempo",
                filter: "tempo is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tracks_valence",
                table: "tracks",
                column: "valence",
                filter: "valence is not null");

            migrationBuilder.CreateIndex(
                name: "ix_user_tracks_track_id",
                table: "user_tracks",
                column: "track_id");

            migrationBuilder.CreateIndex(
                name: "ix_users_demo",
                table: "users",
                column: "demo",
                unique: true,
                filter: "demo");

            // A foreign key with delete cascade from plays to user_tracks, checked once a statement.
            migrationBuilder.Sql(
                """
                create function plays_belong_to_user_tracks() returns trigger language plpgsql as $$
                begin
                    if exists (
                        select from written w
                        where not exists (select from user_tracks u where u.user_id = w.user_id and u.track_id = w.track_id))
                    then
                        raise foreign_key_violation using message = 'plays: a play has no row in user_tracks', constraint = 'fk_plays_user_tracks', table = 'plays';
                    end if;
                    return null;
                end $$;
                create function user_tracks_take_plays_along() returns trigger language plpgsql as $$
                begin
                    delete from plays p using gone g where p.user_id = g.user_id and p.track_id = g.track_id;
                    return null;
                end $$;
                create trigger tr_plays_insert_belongs after insert on plays referencing new table as written
                    for each statement execute function plays_belong_to_user_tracks();
                create trigger tr_plays_update_belongs after update on plays referencing new table as written
                    for each statement execute function plays_belong_to_user_tracks();
                create trigger tr_user_tracks_delete_plays after delete on user_tracks referencing old table as gone
                    for each statement execute function user_tracks_take_plays_along();
                """);
            // What EF Core cannot say: an index on an expression, a column of type cube, and arrays that
            // are read more often than their compression is worth.
            migrationBuilder.Sql(
                """
                create unique index ix_users_name on users (lower(name));
                alter table tracks add column mood cube generated always as (
                    cube(cube(cube((audio_features ->> 'energy')::float8), (audio_features ->> 'valence')::float8), (audio_features ->> 'danceability')::float8)) stored;
                create index ix_tracks_mood on tracks using gist (mood) where mood is not null;
                alter table listening_months alter track_ids set storage external, alter hours set storage external, alter ms set storage external;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_tokens");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "import_errors");

            migrationBuilder.DropTable(
                name: "import_files");

            migrationBuilder.DropTable(
                name: "import_sightings");

            migrationBuilder.DropTable(
                name: "instance_settings");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "job_items");

            migrationBuilder.DropTable(
                name: "listening_months");

            migrationBuilder.DropTable(
                name: "platforms");

            migrationBuilder.DropTable(
                name: "plays");

            migrationBuilder.DropTable(
                name: "track_artists");

            migrationBuilder.DropTable(
                name: "user_tracks");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "tracks");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "albums");

            migrationBuilder.DropTable(
                name: "songs");

            migrationBuilder.DropTable(
                name: "artists");

            migrationBuilder.Sql("drop function plays_belong_to_user_tracks(); drop function user_tracks_take_plays_along();");
            migrationBuilder.Sql("drop text search configuration music;");
            migrationBuilder.Sql("drop extension cube; drop extension pg_trgm; drop extension unaccent;");
        }
    }
}

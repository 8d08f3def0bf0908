using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Playlists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "writes_likes_since",
                table: "spotify_accounts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "from_spotify",
                table: "liked_tracks",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "left_spotify_at",
                table: "liked_tracks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "on_spotify_since",
                table: "liked_tracks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "note_search",
                table: "liked_tracks",
                type: "tsvector",
                nullable: false,
                computedColumnSql: "to_tsvector('public.music', public.search_words(coalesce(notes, '')))",
                stored: true);

            migrationBuilder.CreateTable(
                name: "like_changes",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: false),
                    liked = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on_spotify_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    unwritten = table.Column<bool>(type: "boolean", nullable: false),
                    refused = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_like_changes", x => new { x.user_id, x.track_id });
                    table.CheckConstraint("ck_like_changes_use", "(unwritten or refused or not liked) and not (unwritten and refused)");
                    table.ForeignKey(
                        name: "fk_like_changes_tracks_track_id",
                        column: x => x.track_id,
                        principalTable: "tracks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_like_changes_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "playlists",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    rule = table.Column<string>(type: "jsonb", nullable: true),
                    theme = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    theme_reasoning = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    schedule = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    refresh_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    spotify_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    spotify_owner = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    snapshot_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_playlists", x => x.id);
                    table.UniqueConstraint("ak_playlists_id_user_id", x => new { x.id, x.user_id });
                    table.CheckConstraint("ck_playlists_kind", "kind in ('spotify', 'picked', 'range', 'onthisday', 'gems', 'mood', 'similar', 'search', 'risers', 'timeofday', 'daily')");
                    table.CheckConstraint("ck_playlists_name", "name <> ''");
                    table.CheckConstraint("ck_playlists_refresh", "(schedule is null) = (refresh_after is null) and (schedule is null or rule is not null)");
                    table.CheckConstraint("ck_playlists_rule", "(rule is null) = (kind in ('spotify', 'picked'))");
                    table.CheckConstraint("ck_playlists_schedule", "schedule in ('sixhours', 'daily')");
                    table.CheckConstraint("ck_playlists_spotify", "(kind <> 'spotify' or spotify_id is not null) and (spotify_id is not null or (snapshot_id is null and gone_at is null))");
                    table.ForeignKey(
                        name: "fk_playlists_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "playlist_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    playlist_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    snapshot_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    published = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, defaultValue: "not"),
                    written = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publish_problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    repeats = table.Column<int>(type: "integer", nullable: false),
                    no_tracks = table.Column<int>(type: "integer", nullable: false),
                    lost = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_playlist_versions", x => x.id);
                    table.CheckConstraint("ck_playlist_versions_counts", "number > 0 and written >= 0 and repeats >= 0 and no_tracks >= 0 and lost >= 0");
                    table.CheckConstraint("ck_playlist_versions_published", "published in ('not', 'writing', 'published', 'failed')");
                    table.CheckConstraint("ck_playlist_versions_published_at", "(published = 'published') = (published_at is not null)");
                    table.ForeignKey(
                        name: "fk_playlist_versions_playlists_playlist_id_user_id",
                        columns: x => new { x.playlist_id, x.user_id },
                        principalTable: "playlists",
                        principalColumns: new[] { "id", "user_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "playlist_version_tracks",
                columns: table => new
                {
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_playlist_version_tracks", x => new { x.version_id, x.position });
                    table.CheckConstraint("ck_playlist_version_tracks_position", "position >= 0");
                    table.ForeignKey(
                        name: "fk_playlist_version_tracks_playlist_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "playlist_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_playlist_version_tracks_user_tracks_user_id_track_id",
                        columns: x => new { x.user_id, x.track_id },
                        principalTable: "user_tracks",
                        principalColumns: new[] { "user_id", "track_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_liked_tracks_spotify",
                table: "liked_tracks",
                sql: "left_spotify_at is null or on_spotify_since is null");

            migrationBuilder.CreateIndex(
                name: "ix_like_changes_track_id",
                table: "like_changes",
                column: "track_id");

            migrationBuilder.CreateIndex(
                name: "ix_like_changes_unwritten",
                table: "like_changes",
                column: "user_id",
                filter: "unwritten");

            migrationBuilder.CreateIndex(
                name: "ix_playlist_version_tracks_user_id_track_id",
                table: "playlist_version_tracks",
                columns: new[] { "user_id", "track_id" });

            migrationBuilder.CreateIndex(
                name: "ix_playlist_version_tracks_version_id_track_id",
                table: "playlist_version_tracks",
                columns: new[] { "version_id", "track_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_playlist_versions_playlist_id_number",
                table: "playlist_versions",
                columns: new[] { "playlist_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_playlist_versions_playlist_id_user_id",
                table: "playlist_versions",
                columns: new[] { "playlist_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "ix_playlists_refresh_after",
                table: "playlists",
                column: "refresh_after",
                filter: "refresh_after is not null");

            migrationBuilder.CreateIndex(
                name: "ix_playlists_user_id_id",
                table: "playlists",
                columns: new[] { "user_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_playlists_user_id_spotify_id",
                table: "playlists",
                columns: new[] { "user_id", "spotify_id" },
                unique: true,
                filter: "spotify_id is not null");

            // A statement that adds places leaves every version with as many of them as its last one says.
            migrationBuilder.Sql(
                """
                create function check_playlist_positions() returns trigger language plpgsql as $$
                begin
                    if exists (
                        select from playlist_version_tracks where version_id in (select version_id from added)
                        group by version_id having max(position) + 1 <> count(*)) then
                        raise exception 'The places of a playlist have holes.' using errcode = 'check_violation', table = 'playlist_version_tracks';
                    end if;
                    return null;
                end $$;
                create trigger tr_playlist_version_tracks_insert_check after insert on playlist_version_tracks referencing new table as added
                    for each statement execute function check_playlist_positions();
                create trigger tr_playlist_version_tracks_update_check after update on playlist_version_tracks referencing new table as added
                    for each statement execute function check_playlist_positions();
                """);

            // What was captured stays when an account is disconnected; the next one, which may be another, has no say in it.
            // It may be the same, too: what was taken back here holds then.
            migrationBuilder.Sql(
                """
                create function keep_likes_of_spotify() returns trigger language plpgsql as $$
                begin
                    update liked_tracks set from_spotify = false, on_spotify_since = null, left_spotify_at = null
                    where user_id = old.user_id and (from_spotify or on_spotify_since is not null or left_spotify_at is not null);
                    delete from like_changes where user_id = old.user_id and liked;
                    update like_changes set on_spotify_since = null, unwritten = false, refused = false
                    where user_id = old.user_id and (on_spotify_since is not null or unwritten or refused);
                    return null;
                end $$;
                create trigger tr_spotify_accounts_delete_likes after delete on spotify_accounts
                    for each row execute function keep_likes_of_spotify();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger tr_spotify_accounts_delete_likes on spotify_accounts;
                drop function keep_likes_of_spotify();
                drop trigger tr_playlist_version_tracks_update_check on playlist_version_tracks;
                drop trigger tr_playlist_version_tracks_insert_check on playlist_version_tracks;
                drop function check_playlist_positions();
                """);

            migrationBuilder.DropTable(
                name: "like_changes");

            migrationBuilder.DropTable(
                name: "playlist_version_tracks");

            migrationBuilder.DropTable(
                name: "playlist_versions");

            migrationBuilder.DropTable(
                name: "playlists");

            migrationBuilder.DropCheckConstraint(
                name: "ck_liked_tracks_spotify",
                table: "liked_tracks");

            migrationBuilder.DropColumn(
                name: "note_search",
                table: "liked_tracks");

            migrationBuilder.DropColumn(
                name: "writes_likes_since",
                table: "spotify_accounts");

            migrationBuilder.DropColumn(
                name: "from_spotify",
                table: "liked_tracks");

            migrationBuilder.DropColumn(
                name: "left_spotify_at",
                table: "liked_tracks");

            migrationBuilder.DropColumn(
                name: "on_spotify_since",
                table: "liked_tracks");
        }
    }
}

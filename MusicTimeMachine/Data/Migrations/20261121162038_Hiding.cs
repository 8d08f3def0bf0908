using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Hiding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "hidden",
                table: "plays",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "hiding_rules",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    artist_id = table.Column<long>(type: "bigint", nullable: true),
                    album_id = table.Column<long>(type: "bigint", nullable: true),
                    song_id = table.Column<long>(type: "bigint", nullable: true),
                    context_uri = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    source = table.Column<short>(type: "smallint", nullable: true),
                    from_hour = table.Column<short>(type: "smallint", nullable: true),
                    to_hour = table.Column<short>(type: "smallint", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hiding_rules", x => x.id);
                    table.CheckConstraint("ck_hiding_rules_hours", "from_hour between 0 and 23 and to_hour between 0 and 23 and from_hour <> to_hour");
                    table.CheckConstraint("ck_hiding_rules_kind", "kind in ('artist', 'album', 'song', 'context', 'source', 'hours')");
                    table.CheckConstraint("ck_hiding_rules_value", "(kind = 'artist') = (artist_id is not null) and (kind = 'album') = (album_id is not null) and (kind = 'song') = (song_id is not null)\nand (kind = 'context') = (context_uri is not null) and (kind = 'source') = (source is not null)\nand (kind = 'hours') = (from_hour is not null) and (kind = 'hours') = (to_hour is not null)");
                    table.ForeignKey(
                        name: "fk_hiding_rules_albums_album_id",
                        column: x => x.album_id,
                        principalTable: "albums",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hiding_rules_artists_artist_id",
                        column: x => x.artist_id,
                        principalTable: "artists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hiding_rules_songs_song_id",
                        column: x => x.song_id,
                        principalTable: "songs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hiding_rules_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hiding_rules_album_id",
                table: "hiding_rules",
                column: "album_id");

            migrationBuilder.CreateIndex(
                name: "ix_hiding_rules_artist_id",
                table: "hiding_rules",
                column: "artist_id");

            migrationBuilder.CreateIndex(
                name: "ix_hiding_rules_same",
                table: "hiding_rules",
                columns: new[] { "user_id", "kind", "artist_id", "album_id", "song_id", "context_uri", "source", "from_hour", "to_hour" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_hiding_rules_song_id",
                table: "hiding_rules",
                column: "song_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hiding_rules");

            migrationBuilder.DropColumn(
                name: "hidden",
                table: "plays");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Likes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "liked_tracks",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: false),
                    liked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    notes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_liked_tracks", x => new { x.user_id, x.track_id });
                    table.ForeignKey(
                        name: "fk_liked_tracks_user_tracks_user_id_track_id",
                        columns: x => new { x.user_id, x.track_id },
                        principalTable: "user_tracks",
                        principalColumns: new[] { "user_id", "track_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_liked_tracks_user_id_liked_at",
                table: "liked_tracks",
                columns: new[] { "user_id", "liked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "liked_tracks");
        }
    }
}

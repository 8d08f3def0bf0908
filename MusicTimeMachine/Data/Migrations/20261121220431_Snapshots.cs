using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Snapshots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "snapshot_days",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snapshot_days", x => new { x.user_id, x.date });
                    table.ForeignKey(
                        name: "fk_snapshot_days_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "artist_snapshots",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    time_range = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    rank = table.Column<short>(type: "smallint", nullable: false),
                    artist_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_artist_snapshots", x => new { x.user_id, x.date, x.time_range, x.rank });
                    table.CheckConstraint("ck_artist_snapshots_rank", "rank between 1 and 50");
                    table.CheckConstraint("ck_artist_snapshots_time_range", "time_range in ('short_term', 'medium_term', 'long_term')");
                    table.ForeignKey(
                        name: "fk_artist_snapshots_artists_artist_id",
                        column: x => x.artist_id,
                        principalTable: "artists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_artist_snapshots_snapshot_days_user_id_date",
                        columns: x => new { x.user_id, x.date },
                        principalTable: "snapshot_days",
                        principalColumns: new[] { "user_id", "date" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "snapshots",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    time_range = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    rank = table.Column<short>(type: "smallint", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snapshots", x => new { x.user_id, x.date, x.time_range, x.rank });
                    table.CheckConstraint("ck_snapshots_rank", "rank between 1 and 50");
                    table.CheckConstraint("ck_snapshots_time_range", "time_range in ('short_term', 'medium_term', 'long_term')");
                    table.ForeignKey(
                        name: "fk_snapshots_snapshot_days_user_id_date",
                        columns: x => new { x.user_id, x.date },
                        principalTable: "snapshot_days",
                        principalColumns: new[] { "user_id", "date" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_snapshots_user_tracks_user_id_track_id",
                        columns: x => new { x.user_id, x.track_id },
                        principalTable: "user_tracks",
                        principalColumns: new[] { "user_id", "track_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_artist_snapshots_artist_id_user_id_time_range_date",
                table: "artist_snapshots",
                columns: new[] { "artist_id", "user_id", "time_range", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_snapshots_user_id_track_id_time_range_date",
                table: "snapshots",
                columns: new[] { "user_id", "track_id", "time_range", "date" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "artist_snapshots");

            migrationBuilder.DropTable(
                name: "snapshots");

            migrationBuilder.DropTable(
                name: "snapshot_days");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Capturing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "capture_gaps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capture_gaps", x => x.id);
                    table.CheckConstraint("ck_capture_gaps_range", "from_at < until_at");
                    table.ForeignKey(
                        name: "fk_capture_gaps_imports_closed_by",
                        column: x => x.closed_by,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_capture_gaps_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "captures",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_ok_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    failures = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)0),
                    job_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_captures", x => new { x.user_id, x.kind });
                    table.CheckConstraint("ck_captures_failures", "failures >= 0");
                    table.ForeignKey(
                        name: "fk_captures_jobs_job_id",
                        column: x => x.job_id,
                        principalTable: "jobs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_captures_spotify_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "spotify_accounts",
                        principalColumn: "user_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_capture_gaps_closed_by",
                table: "capture_gaps",
                column: "closed_by");

            migrationBuilder.CreateIndex(
                name: "ix_capture_gaps_user_id_until_at_from_at",
                table: "capture_gaps",
                columns: new[] { "user_id", "until_at", "from_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_captures_job_id",
                table: "captures",
                column: "job_id");

            migrationBuilder.CreateIndex(
                name: "ix_captures_next_at",
                table: "captures",
                column: "next_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "capture_gaps");

            migrationBuilder.DropTable(
                name: "captures");
        }
    }
}

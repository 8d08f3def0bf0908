using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Correcting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "added_by",
                table: "plays",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "removed_by",
                table: "plays",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    plays = table.Column<int>(type: "integer", nullable: false),
                    track_id = table.Column<long>(type: "bigint", nullable: true),
                    tracks = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.id);
                    table.CheckConstraint("ck_corrections_kind", "kind in ('added', 'edited', 'deleted')");
                    table.ForeignKey(
                        name: "fk_corrections_tracks_track_id",
                        column: x => x.track_id,
                        principalTable: "tracks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_corrections_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_plays_user_id_added_by",
                table: "plays",
                columns: new[] { "user_id", "added_by" },
                filter: "added_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_plays_user_id_removed_by",
                table: "plays",
                columns: new[] { "user_id", "removed_by" },
                filter: "removed_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_corrections_track_id",
                table: "corrections",
                column: "track_id");

            migrationBuilder.CreateIndex(
                name: "ix_corrections_user_id_id",
                table: "corrections",
                columns: new[] { "user_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropIndex(
                name: "ix_plays_user_id_added_by",
                table: "plays");

            migrationBuilder.DropIndex(
                name: "ix_plays_user_id_removed_by",
                table: "plays");

            migrationBuilder.DropColumn(
                name: "added_by",
                table: "plays");

            migrationBuilder.DropColumn(
                name: "removed_by",
                table: "plays");
        }
    }
}

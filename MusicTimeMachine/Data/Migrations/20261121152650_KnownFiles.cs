using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class KnownFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "read_by",
                table: "imports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "hash",
                table: "import_files",
                type: "bytea",
                nullable: true);

            // A repeated import remembers a million ids: compressing them takes longer than writing them.
            migrationBuilder.Sql("alter table import_sightings alter play_ids set storage external;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table import_sightings alter play_ids set storage extended;");

            migrationBuilder.DropColumn(
                name: "read_by",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "import_files");
        }
    }
}

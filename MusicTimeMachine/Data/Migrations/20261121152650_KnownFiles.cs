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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "read_by",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "import_files");
        }
    }
}

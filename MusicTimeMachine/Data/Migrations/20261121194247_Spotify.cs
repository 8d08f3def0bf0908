using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Spotify : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "spotify_accounts",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    spotify_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    display_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    refresh_token = table.Column<byte[]>(type: "bytea", nullable: false),
                    access_token = table.Column<byte[]>(type: "bytea", nullable: false),
                    access_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    own_app = table.Column<bool>(type: "boolean", nullable: false),
                    authorized_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    needs_reconnect = table.Column<bool>(type: "boolean", nullable: false),
                    captured_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spotify_accounts", x => x.user_id);
                    table.CheckConstraint("ck_spotify_accounts_ids", "account_id <> '' and spotify_id <> ''");
                    table.ForeignKey(
                        name: "fk_spotify_accounts_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spotify_blocks",
                columns: table => new
                {
                    app = table.Column<byte[]>(type: "bytea", nullable: false),
                    blocked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    quota = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spotify_blocks", x => x.app);
                    table.CheckConstraint("ck_spotify_blocks_app", "length(app) = 32");
                });

            migrationBuilder.CreateTable(
                name: "spotify_own_apps",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    client_secret = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spotify_own_apps", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_spotify_own_apps_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_spotify_accounts_account_id",
                table: "spotify_accounts",
                column: "account_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spotify_accounts");

            migrationBuilder.DropTable(
                name: "spotify_blocks");

            migrationBuilder.DropTable(
                name: "spotify_own_apps");
        }
    }
}

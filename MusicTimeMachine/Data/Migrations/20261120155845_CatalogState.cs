using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class CatalogState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalog_state",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_state", x => x.id);
                    table.CheckConstraint("ck_catalog_state_id", "id = 1");
                });

            migrationBuilder.InsertData(
                table: "catalog_state",
                columns: new[] { "id", "revision" },
                values: new object[] { (short)1, 0L });

            // Whoever writes features or genres cannot forget to count.
            migrationBuilder.Sql(
                """
                create function count_catalog_change() returns trigger language plpgsql as $$
                begin
                    update catalog_state set revision = revision + 1;
                    return null;
                end $$;
                create trigger tr_tracks_features_count after update of audio_features on tracks
                    for each statement execute function count_catalog_change();
                create trigger tr_artists_genres_count after update of genres on artists
                    for each statement execute function count_catalog_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger tr_tracks_features_count on tracks;
                drop trigger tr_artists_genres_count on artists;
                drop function count_catalog_change();
                """);

            migrationBuilder.DropTable(
                name: "catalog_state");
        }
    }
}

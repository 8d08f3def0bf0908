using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class LibraryStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "library_states",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_library_states", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_library_states_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Whoever writes totals cannot forget to count. A person who is being deleted has no row to count in any more.
            migrationBuilder.Sql(
                """
                create function count_library_change() returns trigger language plpgsql as $$
                begin
                    insert into library_states as s (user_id, revision)
                    select distinct user_id, 1 from changed order by user_id
                    on conflict (user_id) do update set revision = s.revision + 1;
                    return null;
                end $$;
                create trigger tr_user_tracks_insert_count after insert on user_tracks referencing new table as changed
                    for each statement execute function count_library_change();
                create trigger tr_user_tracks_update_count after update on user_tracks referencing new table as changed
                    for each statement execute function count_library_change();

                create function count_library_loss() returns trigger language plpgsql as $$
                begin
                    update library_states set revision = revision + 1 where user_id in (select user_id from changed);
                    return null;
                end $$;
                create trigger tr_user_tracks_delete_count after delete on user_tracks referencing old table as changed
                    for each statement execute function count_library_loss();

                drop trigger tr_tracks_features_count on tracks;
                create trigger tr_tracks_figures_count after update of audio_features, release_date, popularity on tracks
                    for each statement execute function count_catalog_change();
                """);

            // Other forms of a word are looked up in the list of the library's words now.
            migrationBuilder.Sql("drop text search configuration music_english;");

            // With the ids in the index, neighbours are found without a look at their rows, which lie anywhere in the table.
            migrationBuilder.Sql(
                """
                drop index ix_tracks_mood;
                create index ix_tracks_mood on tracks using gist (mood) include (id, song_id) where mood is not null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create text search configuration music_english (copy = english);
                alter text search configuration music_english alter mapping for hword, hword_part, word with unaccent, english_stem;

                drop index ix_tracks_mood;
                create index ix_tracks_mood on tracks using gist (mood) where mood is not null;

                drop trigger tr_tracks_figures_count on tracks;
                create trigger tr_tracks_features_count after update of audio_features on tracks
                    for each statement execute function count_catalog_change();
                drop trigger tr_user_tracks_delete_count on user_tracks;
                drop trigger tr_user_tracks_update_count on user_tracks;
                drop trigger tr_user_tracks_insert_count on user_tracks;
                drop function count_library_loss();
                drop function count_library_change();
                """);

            migrationBuilder.DropTable(
                name: "library_states");
        }
    }
}

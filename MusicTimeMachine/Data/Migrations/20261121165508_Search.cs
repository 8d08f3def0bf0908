using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tracks_search",
                table: "tracks");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .Annotation("Npgsql:PostgresExtension:cube", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:cube", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:unaccent", ",,");

            // Every schema is named: a dump is restored with an empty search path, and computes the column anew.
            migrationBuilder.Sql(
                """
                create function search_words(field text) returns text language plpgsql immutable parallel safe as $$
                declare
                    plain text;
                    unspaced constant text := '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]+)';
                begin
                    field := left(field, 1000);
                    if field !~ '[^A-Za-z0-9 ]' then return field; end if;
                    field := normalize(field, nfkc);
                    plain := regexp_replace(field, '[^[:alnum:]]+', ' ', 'g');

                    -- "!!!" is a name too: a word made of its bytes stands for it.
                    if plain in ('', ' ') then
                        return 'q0q' || encode(convert_to(lower(regexp_replace(field, '\s+', '', 'g')), 'UTF8'), 'hex');
                    end if;

                    -- Scripts without spaces: what begins anywhere within is a word, so that any part is the beginning of one.
                    if plain ~ unspaced then
                        plain := regexp_replace(plain, unspaced, ' \1 ', 'g') || coalesce((
                            select ' ' || string_agg(substr(run[1], first, 16), ' ')
                            from regexp_matches(plain, unspaced, 'g') run, generate_series(2, length(run[1])) first), '');
                    end if;

                    -- "AC/DC" is "ac dc" and "acdc".
                    return plain || coalesce((
                        select ' ' || string_agg(regexp_replace(word[1], '[^[:alnum:]]+', '', 'g'), ' ')
                        from regexp_matches(field, '([[:alnum:]]+(?:[^[:alnum:][:space:]]+[[:alnum:]]+)+)', 'g') word), '');
                end $$;

                create function search_vector(title text, artist text, album text) returns tsvector language plpgsql immutable parallel safe as $$
                begin
                    return setweight(to_tsvector('public.music', public.search_words(title)), 'A')
                        || setweight(to_tsvector('public.music', public.search_words(artist)), 'A')
                        || setweight(to_tsvector('public.music', public.search_words(coalesce(album, ''))), 'B');
                end $$;

                create text search configuration music_english (copy = english);
                alter text search configuration music_english alter mapping for hword, hword_part, word with unaccent, english_stem;
                """);

            migrationBuilder.AlterColumn<NpgsqlTsVector>(
                name: "search",
                table: "tracks",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "search_vector(name, display_artist, album_name)",
                stored: true,
                oldClrType: typeof(NpgsqlTsVector),
                oldType: "tsvector",
                oldNullable: true,
                oldComputedColumnSql: "setweight(to_tsvector('music', name), 'A') || setweight(to_tsvector('music', display_artist), 'A') || setweight(to_tsvector('music', coalesce(album_name, '')), 'B')",
                oldStored: true);

            migrationBuilder.Sql(
                """
                alter table user_tracks add column search tsvector;
                update user_tracks u set search = t.search from tracks t where t.id = u.track_id;
                alter table user_tracks alter column search set not null;
                """);

            migrationBuilder.CreateTable(
                name: "library_words",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_library_words", x => new { x.user_id, x.word });
                    table.ForeignKey(
                        name: "fk_library_words_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_user_tracks_user_id_search",
                table: "user_tracks",
                columns: new[] { "user_id", "search" })
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 131072);

            // Whoever adds thousands of rows brings their words along; for all others, the trigger reads them.
            migrationBuilder.Sql(
                $"""
                insert into library_words (user_id, word)
                select distinct user_id, word from (select user_id, unnest(tsvector_to_array(search)) as word from user_tracks) own
                where length(word) between 4 and 30;
                create index ix_library_words_similar on library_words using gin (user_id, word gin_trgm_ops) with (gin_pending_list_limit = 131072);

                create function user_tracks_take_words() returns trigger language plpgsql as $$
                begin
                    new.search := coalesce((select search from tracks where id = new.track_id), '');
                    return new;
                end $$;
                create trigger tr_user_tracks_words before insert on user_tracks
                    for each row when (new.search is null) execute function user_tracks_take_words();

                create function library_words_grow() returns trigger language plpgsql as $$
                begin
                    insert into library_words (user_id, word)
                    select distinct user_id, word from (select user_id, unnest(tsvector_to_array(search)) as word from added) own
                    where length(word) between 4 and 30
                    order by user_id, word
                    on conflict do nothing;
                    return null;
                end $$;
                create trigger tr_user_tracks_insert_grow after insert on user_tracks referencing new table as added
                    for each statement execute function library_words_grow();

                create function tracks_hand_on_words() returns trigger language plpgsql as $$
                begin
                    -- People's locks come before their rows, in the order of their ids: see LibraryLock.
                    perform pg_advisory_xact_lock({LibraryLock}, hashtext(user_id::text)) from (
                        select distinct u.user_id from after a join before b using (id) join user_tracks u on u.track_id = a.id
                        where a.search is distinct from b.search order by u.user_id) owners;
                    with changed as (
                        update user_tracks u set search = a.search from after a join before b using (id)
                        where u.track_id = a.id and a.search is distinct from b.search
                        returning u.user_id, u.search)
                    insert into library_words (user_id, word)
                    select distinct user_id, word from (select user_id, unnest(tsvector_to_array(search)) as word from changed) own
                    where length(word) between 4 and 30
                    order by user_id, word
                    on conflict do nothing;
                    return null;
                end $$;
                create trigger tr_tracks_words after update on tracks referencing old table as before new table as after
                    for each statement execute function tracks_hand_on_words();
                """);
        }

        /// <summary>The first key of the locks of people's libraries.</summary>
        private const int LibraryLock = 0x4d54_4d02;

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger tr_tracks_words on tracks;
                drop trigger tr_user_tracks_insert_grow on user_tracks;
                drop trigger tr_user_tracks_words on user_tracks;
                drop function tracks_hand_on_words();
                drop function library_words_grow();
                drop function user_tracks_take_words();
                """);

            migrationBuilder.DropTable(
                name: "library_words");

            migrationBuilder.DropIndex(
                name: "ix_user_tracks_user_id_search",
                table: "user_tracks");

            migrationBuilder.DropColumn(
                name: "search",
                table: "user_tracks");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:cube", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:cube", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:unaccent", ",,");

            migrationBuilder.AlterColumn<NpgsqlTsVector>(
                name: "search",
                table: "tracks",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "setweight(to_tsvector('music', name), 'A') || setweight(to_tsvector('music', display_artist), 'A') || setweight(to_tsvector('music', coalesce(album_name, '')), 'B')",
                stored: true,
                oldClrType: typeof(NpgsqlTsVector),
                oldType: "tsvector",
                oldNullable: true,
                oldComputedColumnSql: "search_vector(name, display_artist, album_name)",
                oldStored: true);

            migrationBuilder.Sql(
                """
                drop function search_vector(text, text, text);
                drop function search_words(text);
                drop text search configuration music_english;
                drop extension btree_gin;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_tracks_search",
                table: "tracks",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MusicTimeMachine.Data.Migrations
{
    /// <inheritdoc />
    public partial class OfflinePlays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_plays_user_id_track_id_played_at",
                table: "plays");

            migrationBuilder.AlterTable(
                name: "user_tracks")
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reported_at",
                table: "plays",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_plays_user_id_reported_at",
                table: "plays",
                columns: new[] { "user_id", "reported_at" },
                filter: "reported_at is not null");

            // Plays are found by person and time; without an index by track, those of some tracks are found in one pass over
            // the person's plays, whatever the planner believes.
            migrationBuilder.Sql(
                """
                create or replace function user_tracks_take_plays_along() returns trigger language plpgsql set enable_nestloop = off as $$
                declare
                    person uuid;
                begin
                    for person in select distinct user_id from gone loop
                        delete from plays p where p.user_id = person and p.track_id in (select g.track_id from gone g where g.user_id = person);
                    end loop;
                    return null;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create or replace function user_tracks_take_plays_along() returns trigger language plpgsql as $$
                begin
                    delete from plays p using gone g where p.user_id = g.user_id and p.track_id = g.track_id;
                    return null;
                end $$;
                """);
            migrationBuilder.DropIndex(
                name: "ix_plays_user_id_reported_at",
                table: "plays");

            migrationBuilder.DropColumn(
                name: "reported_at",
                table: "plays");

            migrationBuilder.AlterTable(
                name: "user_tracks")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateIndex(
                name: "ix_plays_user_id_track_id_played_at",
                table: "plays",
                columns: new[] { "user_id", "track_id", "played_at" });
        }
    }
}

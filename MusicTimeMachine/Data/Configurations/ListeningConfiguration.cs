using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class ListeningConfiguration :
    IEntityTypeConfiguration<Play>, IEntityTypeConfiguration<Platform>, IEntityTypeConfiguration<UserTrack>,
    IEntityTypeConfiguration<LibraryState>
{
    public void Configure(EntityTypeBuilder<Play> play)
    {
        play.ToTable("plays", table =>
        {
            table.HasCheckConstraint("ck_plays_ms_played", "ms_played >= 0");
            table.HasCheckConstraint("ck_plays_source", "source between 1 and 10");
            table.HasCheckConstraint("ck_plays_precision", "precision between 0 and 2");
            table.HasCheckConstraint("ck_plays_duplicate_of", "duplicate_of <> id");
        });

        play.Property(p => p.Hidden).HasDefaultValue(false);

        // One report is stored once; the same index serves ranges of time.
        play.HasIndex(p => new { p.UserId, p.PlayedAt, p.TrackId, p.Source, p.MsPlayed }, "ix_plays_report").IsUnique().AreNullsDistinct(false);
        play.HasIndex(p => new { p.UserId, p.ReportedAt }).HasFilter("reported_at is not null");
        play.HasIndex(p => p.DuplicateOf).HasFilter("duplicate_of is not null");
        play.HasIndex(p => new { p.UserId, p.RemovedBy }).HasFilter("removed_by is not null");
        play.HasIndex(p => new { p.UserId, p.AddedBy }).HasFilter("added_by is not null");

        // The tie to user_tracks stands in the migration: it is checked a statement at a time, not a row at a time.
        play.ToTable(table => table.HasTrigger("tr_plays_insert_belongs"));
    }

    public void Configure(EntityTypeBuilder<Platform> platform)
    {
        platform.ToTable("platforms");
        platform.Property(p => p.Name).HasMaxLength(200);
        platform.HasIndex(p => p.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UserTrack> userTrack)
    {
        // Each batch of an import adds to the totals of thousands of rows: with room beside it, a row's next version needs no index entries.
        userTrack.HasStorageParameter("fillfactor", 70);
        userTrack.ToTable("user_tracks", table =>
        {
            table.HasCheckConstraint("ck_user_tracks_plays", "plays >= 0 and ms_played >= 0");
            table.HasCheckConstraint("ck_user_tracks_times", "first_played_at <= last_played_at");
        });
        userTrack.HasKey(u => new { u.UserId, u.TrackId });
        userTrack.HasIndex(u => u.TrackId);

        // Filled by a trigger or by whoever adds the row, and renewed by a trigger when the track gets other names.
        userTrack.Property(u => u.Search).ValueGeneratedOnAddOrUpdate();

        // An import leaves its words aside and has them sorted in once, at its end: see SearchIndex.
        userTrack.HasIndex(u => new { u.UserId, u.Search }).HasMethod("gin").HasStorageParameter("gin_pending_list_limit", SearchIndex.PendingKilobytes);
        userTrack.HasOne<User>().WithMany().HasForeignKey(u => u.UserId).OnDelete(DeleteBehavior.Cascade);
        userTrack.HasOne<Track>().WithMany().HasForeignKey(u => u.TrackId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LibraryState> state)
    {
        state.ToTable("library_states");
        state.HasKey(s => s.UserId);
        state.HasOne<User>().WithOne().HasForeignKey<LibraryState>(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

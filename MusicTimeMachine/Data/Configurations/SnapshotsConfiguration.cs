using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class SnapshotsConfiguration :
    IEntityTypeConfiguration<SnapshotDay>, IEntityTypeConfiguration<Snapshot>, IEntityTypeConfiguration<ArtistSnapshot>
{
    private static readonly ValueConverter<SpotifyRange, string> Word = new(range => range.Word(), word => SpotifyRangeWords.Parse(word)!.Value);

    public void Configure(EntityTypeBuilder<SnapshotDay> day)
    {
        day.ToTable("snapshot_days");
        day.HasKey(d => new { d.UserId, d.Date });
        day.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Snapshot> snapshot)
    {
        snapshot.ToTable("snapshots", table => Check(table, "snapshots"));
        snapshot.HasKey(s => new { s.UserId, s.Date, s.TimeRange, s.Rank });
        snapshot.Property(s => s.TimeRange).HasConversion(Word).HasMaxLength(16);

        // A track once in a list; the same index serves its ranks over the dates.
        snapshot.HasIndex(s => new { s.UserId, s.TrackId, s.TimeRange, s.Date }).IsUnique();
        snapshot.HasOne<SnapshotDay>().WithMany().HasForeignKey(s => new { s.UserId, s.Date }).OnDelete(DeleteBehavior.Cascade);
        snapshot.HasOne<UserTrack>().WithMany().HasForeignKey(s => new { s.UserId, s.TrackId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ArtistSnapshot> snapshot)
    {
        snapshot.ToTable("artist_snapshots", table => Check(table, "artist_snapshots"));
        snapshot.HasKey(s => new { s.UserId, s.Date, s.TimeRange, s.Rank });
        snapshot.Property(s => s.TimeRange).HasConversion(Word).HasMaxLength(16);
        snapshot.HasIndex(s => new { s.ArtistId, s.UserId, s.TimeRange, s.Date }).IsUnique();
        snapshot.HasOne<SnapshotDay>().WithMany().HasForeignKey(s => new { s.UserId, s.Date }).OnDelete(DeleteBehavior.Cascade);
        snapshot.HasOne<Artist>().WithMany().HasForeignKey(s => s.ArtistId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Check<TEntity>(TableBuilder<TEntity> table, string name)
        where TEntity : class
    {
        table.HasCheckConstraint($"ck_{name}_rank", $"rank between 1 and {Snapshot.MostRanks}");
        table.HasCheckConstraint($"ck_{name}_time_range", $"time_range in ({string.Join(", ", Enum.GetValues<SpotifyRange>().Select(range => $"'{range.Word()}'"))})");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class CapturingConfiguration : IEntityTypeConfiguration<Capture>, IEntityTypeConfiguration<CaptureGap>
{
    public void Configure(EntityTypeBuilder<Capture> capture)
    {
        capture.ToTable("captures", table => table.HasCheckConstraint("ck_captures_failures", "failures >= 0"));
        capture.HasKey(c => new { c.UserId, c.Kind });
        capture.Property(c => c.Kind).HasMaxLength(64);
        capture.Property(c => c.Failures).HasDefaultValue((short)0);
        capture.HasIndex(c => c.NextAt);
        capture.HasOne<SpotifyAccount>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        capture.HasOne<Job>().WithMany().HasForeignKey(c => c.JobId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<CaptureGap> gap)
    {
        gap.ToTable("capture_gaps", table => table.HasCheckConstraint("ck_capture_gaps_range", "from_at < until_at"));
        gap.HasIndex(g => new { g.UserId, g.UntilAt, g.FromAt }).IsUnique();
        gap.HasOne<User>().WithMany().HasForeignKey(g => g.UserId).OnDelete(DeleteBehavior.Cascade);
        gap.HasOne<Import>().WithMany().HasForeignKey(g => g.ClosedBy).OnDelete(DeleteBehavior.SetNull);
    }
}

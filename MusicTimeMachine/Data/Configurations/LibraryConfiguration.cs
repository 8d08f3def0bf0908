using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class LibraryConfiguration : IEntityTypeConfiguration<LikedTrack>
{
    public void Configure(EntityTypeBuilder<LikedTrack> liked)
    {
        liked.ToTable("liked_tracks");
        liked.HasKey(l => new { l.UserId, l.TrackId });
        liked.HasIndex(l => new { l.UserId, l.LikedAt });
        liked.Property(l => l.Notes).HasMaxLength(LikedTrack.MaxNotes);
        liked.HasOne<UserTrack>().WithOne().HasForeignKey<LikedTrack>(l => new { l.UserId, l.TrackId }).OnDelete(DeleteBehavior.Cascade);
    }
}

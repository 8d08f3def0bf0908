using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class LibraryConfiguration : IEntityTypeConfiguration<LikedTrack>, IEntityTypeConfiguration<LikeChange>
{
    public void Configure(EntityTypeBuilder<LikedTrack> liked)
    {
        liked.ToTable("liked_tracks", table =>
            table.HasCheckConstraint("ck_liked_tracks_spotify", "left_spotify_at is null or on_spotify_since is null"));
        liked.HasKey(l => new { l.UserId, l.TrackId });
        liked.HasIndex(l => new { l.UserId, l.LikedAt });
        liked.Property(l => l.Notes).HasMaxLength(LikedTrack.MaxNotes);
        liked.Property(l => l.NoteSearch).HasComputedColumnSql("to_tsvector('public.music', public.search_words(coalesce(notes, '')))", stored: true);
        liked.HasOne<UserTrack>().WithOne().HasForeignKey<LikedTrack>(l => new { l.UserId, l.TrackId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LikeChange> change)
    {
        change.ToTable("like_changes", table => table.HasCheckConstraint("ck_like_changes_use", "(unwritten or refused or not liked) and not (unwritten and refused)"));
        change.HasKey(c => new { c.UserId, c.TrackId });
        change.HasIndex(c => c.UserId, "ix_like_changes_unwritten").HasFilter("unwritten");
        change.HasIndex(c => c.TrackId);
        change.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        change.HasOne<Track>().WithMany().HasForeignKey(c => c.TrackId).OnDelete(DeleteBehavior.Cascade);
    }
}

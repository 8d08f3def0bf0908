using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Playlists;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class PlaylistsConfiguration :
    IEntityTypeConfiguration<Playlist>, IEntityTypeConfiguration<PlaylistVersion>, IEntityTypeConfiguration<PlaylistTrack>
{
    public void Configure(EntityTypeBuilder<Playlist> playlist)
    {
        playlist.ToTable("playlists", table =>
        {
            table.HasWordCheck<Playlist, PlaylistKind>("ck_playlists_kind", "kind");
            table.HasWordCheck<Playlist, PlaylistSchedule>("ck_playlists_schedule", "schedule");
            table.HasCheckConstraint("ck_playlists_name", "name <> ''");
            table.HasCheckConstraint("ck_playlists_rule", "(rule is null) = (kind in ('spotify', 'picked'))");
            table.HasCheckConstraint("ck_playlists_refresh", "(schedule is null) = (refresh_after is null) and (schedule is null or rule is not null)");
            table.HasCheckConstraint("ck_playlists_spotify", "(kind <> 'spotify' or spotify_id is not null) and (spotify_id is not null or (snapshot_id is null and gone_at is null))");
        });
        playlist.Property(p => p.Kind).AsWord();
        playlist.Property(p => p.Name).HasMaxLength(Playlist.MaxName);
        playlist.Property(p => p.Description).HasMaxLength(Playlist.MaxDescription);
        playlist.Property(p => p.Rule).HasColumnType("jsonb");
        playlist.Property(p => p.Theme).HasMaxLength(200);
        playlist.Property(p => p.ThemeReasoning).HasMaxLength(2_000);
        playlist.Property(p => p.Schedule).AsWord();
        playlist.Property(p => p.SpotifyId).HasMaxLength(64);
        playlist.Property(p => p.SpotifyOwner).HasMaxLength(256);
        playlist.Property(p => p.SnapshotId).HasMaxLength(200);
        playlist.Property(p => p.CreatedAt).HasDefaultValueSql("now()");
        playlist.HasIndex(p => new { p.UserId, p.SpotifyId }).IsUnique().HasFilter("spotify_id is not null");
        playlist.HasIndex(p => new { p.UserId, p.Id });
        playlist.HasIndex(p => p.RefreshAfter).HasFilter("refresh_after is not null");
        playlist.HasAlternateKey(p => new { p.Id, p.UserId });
        playlist.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PlaylistVersion> version)
    {
        version.ToTable("playlist_versions", table =>
        {
            table.HasWordCheck<PlaylistVersion, PublishState>("ck_playlist_versions_published", "published");
            table.HasCheckConstraint("ck_playlist_versions_counts", "number > 0 and written >= 0 and repeats >= 0 and no_tracks >= 0 and lost >= 0");
            table.HasCheckConstraint("ck_playlist_versions_published_at", "(published = 'published') = (published_at is not null)");
        });
        version.Property(v => v.Published).AsWord().HasDefaultValue(PublishState.Not);
        version.Property(v => v.Why).HasMaxLength(300);
        version.Property(v => v.SnapshotId).HasMaxLength(200);
        version.Property(v => v.PublishProblem).HasMaxLength(500);
        version.Property(v => v.CreatedAt).HasDefaultValueSql("now()");
        version.HasIndex(v => new { v.PlaylistId, v.Number }).IsUnique();
        version.HasOne<Playlist>().WithMany().HasForeignKey(v => new { v.PlaylistId, v.UserId }).HasPrincipalKey(p => new { p.Id, p.UserId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PlaylistTrack> track)
    {
        track.ToTable("playlist_version_tracks", table => table.HasCheckConstraint("ck_playlist_version_tracks_position", "position >= 0"));
        track.HasKey(t => new { t.VersionId, t.Position });
        track.HasIndex(t => new { t.VersionId, t.TrackId }).IsUnique();
        track.HasIndex(t => new { t.UserId, t.TrackId });
        track.Property(t => t.Reason).HasMaxLength(300);
        track.HasOne<PlaylistVersion>().WithMany().HasForeignKey(t => t.VersionId).OnDelete(DeleteBehavior.Cascade);
        track.HasOne<UserTrack>().WithMany().HasForeignKey(t => new { t.UserId, t.TrackId }).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Data.Configurations;

/// <remarks>
/// The column <c>mood</c>, a generated <c>cube</c> of energy, valence and danceability with its GiST index, stands in the
/// migration alone: EF Core knows no cubes.
/// </remarks>
internal sealed class TrackConfiguration : IEntityTypeConfiguration<Track>
{
    private static readonly string[] Shares =
        ["energy", "valence", "danceability", "acousticness", "instrumentalness", "speechiness", "liveness"];

    public void Configure(EntityTypeBuilder<Track> track)
    {
        track.ToTable("tracks", table =>
        {
            table.HasCheckConstraint("ck_tracks_spotify_id", "length(spotify_id) = 22");
            table.HasCheckConstraint("ck_tracks_popularity", "popularity between 0 and 100");
            table.HasCheckConstraint("ck_tracks_duration_ms", "duration_ms >= 0");
            table.HasWordCheck<Track, ReleaseDatePrecision>("ck_tracks_release_date_precision", "release_date_precision");
            table.HasCheckConstraint("ck_tracks_release_date", "(release_date is null) = (release_date_precision is null)");
            foreach (var share in Shares) table.HasCheckConstraint($"ck_tracks_{share}", $"{share} between 0 and 1");
            table.HasCheckConstraint("ck_tracks_tempo", "tempo >= 0");
        });
        track.Property(t => t.SpotifyId).HasColumnType("varchar(22)");
        track.Property(t => t.Isrc).HasColumnType("varchar(12)");
        track.Property(t => t.ReleaseDatePrecision).AsWord();
        track.Property(t => t.AudioFeatures).HasColumnType("jsonb");
        track.Property(t => t.Raw).HasColumnType("jsonb");
        track.Property(t => t.CreatedAt).HasDefaultValueSql("now()");
        track.Property(t => t.UpdatedAt).HasDefaultValueSql("now()");

        Generated(track, nameof(Track.Energy), "energy");
        Generated(track, nameof(Track.Valence), "valence");
        Generated(track, nameof(Track.Danceability), "danceability");
        Generated(track, nameof(Track.Acousticness), "acousticness");
        Generated(track, nameof(Track.Instrumentalness), "instrumentalness");
        Generated(track, nameof(Track.Speechiness), "speechiness");
        Generated(track, nameof(Track.Liveness), "liveness");
        Generated(track, nameof(Track.Tempo), "tempo");
        track.Property(t => t.Search).HasComputedColumnSql("search_vector(name, display_artist, album_name)", stored: true);

        track.HasIndex(t => t.SpotifyId).IsUnique();
        track.HasIndex(t => t.Isrc).HasFilter("isrc is not null");
        track.HasIndex(t => t.SongId);
        track.HasIndex(t => t.AlbumId);
        track.HasIndex(t => new { t.ArtistId, t.NameKey });
        track.HasIndex(t => new { t.SongId, t.AlbumId }, "ix_tracks_known_by_name").IsUnique().HasFilter("spotify_id is null").AreNullsDistinct(false);

        track.HasOne<Song>().WithMany().HasForeignKey(t => t.SongId).OnDelete(DeleteBehavior.Restrict);
        track.HasOne<Artist>().WithMany().HasForeignKey(t => t.ArtistId).OnDelete(DeleteBehavior.Restrict);
        track.HasOne<Album>().WithMany().HasForeignKey(t => t.AlbumId).OnDelete(DeleteBehavior.SetNull);
    }

    private static void Generated(EntityTypeBuilder<Track> track, string property, string feature)
    {
        track.Property<float?>(property).HasComputedColumnSql($"(audio_features ->> '{feature}')::real", stored: true);
        track.HasIndex(property).HasFilter($"{feature} is not null");
    }
}

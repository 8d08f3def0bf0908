using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Catalog;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class CatalogConfiguration :
    IEntityTypeConfiguration<Artist>, IEntityTypeConfiguration<Album>, IEntityTypeConfiguration<Song>, IEntityTypeConfiguration<TrackArtist>,
    IEntityTypeConfiguration<CatalogState>
{
    public void Configure(EntityTypeBuilder<Artist> artist)
    {
        artist.ToTable("artists", table => table.HasCheckConstraint("ck_artists_spotify_id", "length(spotify_id) = 22"));
        artist.Property(a => a.SpotifyId).HasColumnType("varchar(22)");
        artist.Property(a => a.Genres).HasDefaultValueSql("'{}'");
        artist.Property(a => a.CreatedAt).HasDefaultValueSql("now()");
        artist.HasIndex(a => a.SpotifyId).IsUnique();
        artist.HasIndex(a => a.NameKey, "ix_artists_name_key");
        artist.HasIndex(a => a.NameKey, "ix_artists_known_by_name").IsUnique().HasFilter("spotify_id is null");
    }

    public void Configure(EntityTypeBuilder<Album> album)
    {
        album.ToTable("albums", table =>
        {
            table.HasCheckConstraint("ck_albums_spotify_id", "length(spotify_id) = 22");
            table.HasWordCheck<Album, ReleaseDatePrecision>("ck_albums_release_date_precision", "release_date_precision");
            table.HasCheckConstraint("ck_albums_release_date", "(release_date is null) = (release_date_precision is null)");
        });
        album.Property(a => a.SpotifyId).HasColumnType("varchar(22)");
        album.Property(a => a.ReleaseDatePrecision).AsWord();
        album.Property(a => a.CreatedAt).HasDefaultValueSql("now()");
        album.HasIndex(a => a.SpotifyId).IsUnique();
        album.HasIndex(a => new { a.ArtistId, a.NameKey }, "ix_albums_artist_name_key");
        album.HasIndex(a => new { a.ArtistId, a.NameKey }, "ix_albums_known_by_name").IsUnique().HasFilter("spotify_id is null");
        album.HasOne<Artist>().WithMany().HasForeignKey(a => a.ArtistId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Song> song)
    {
        song.ToTable("songs");
        song.HasIndex(s => new { s.ArtistId, s.TitleKey }).IsUnique();
        song.HasOne<Artist>().WithMany().HasForeignKey(s => s.ArtistId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TrackArtist> credit)
    {
        credit.ToTable("track_artists", table => table.HasCheckConstraint("ck_track_artists_position", "position >= 0"));
        credit.HasKey(c => new { c.TrackId, c.Position });
        credit.HasIndex(c => c.ArtistId);
        credit.HasOne<Track>().WithMany().HasForeignKey(c => c.TrackId).OnDelete(DeleteBehavior.Cascade);
        credit.HasOne<Artist>().WithMany().HasForeignKey(c => c.ArtistId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CatalogState> state)
    {
        state.ToTable("catalog_state", table => table.HasCheckConstraint("ck_catalog_state_id", "id = 1"));
        state.Property(s => s.Id).ValueGeneratedNever();
        state.HasData(new CatalogState());
    }
}

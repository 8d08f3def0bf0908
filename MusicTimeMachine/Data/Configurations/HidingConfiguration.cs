using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening.Hiding;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class HidingConfiguration : IEntityTypeConfiguration<HidingRule>
{
    public void Configure(EntityTypeBuilder<HidingRule> rule)
    {
        rule.ToTable("hiding_rules", table =>
        {
            table.HasWordCheck<HidingRule, HidingKind>("ck_hiding_rules_kind", "kind");
            table.HasCheckConstraint("ck_hiding_rules_value",
                """
                (kind = 'artist') = (artist_id is not null) and (kind = 'album') = (album_id is not null) and (kind = 'song') = (song_id is not null)
                and (kind = 'context') = (context_uri is not null) and (kind = 'source') = (source is not null)
                and (kind = 'hours') = (from_hour is not null) and (kind = 'hours') = (to_hour is not null)
                """);
            table.HasCheckConstraint("ck_hiding_rules_hours", "from_hour between 0 and 23 and to_hour between 0 and 23 and from_hour <> to_hour");
        });
        rule.Property(r => r.Kind).AsWord();
        rule.Property(r => r.ContextUri).HasMaxLength(500);
        rule.Property(r => r.CreatedAt).HasDefaultValueSql("now()");
        rule.HasIndex(r => new { r.UserId, r.Kind, r.ArtistId, r.AlbumId, r.SongId, r.ContextUri, r.Source, r.FromHour, r.ToHour }, "ix_hiding_rules_same").IsUnique().AreNullsDistinct(false);
        rule.HasOne<User>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
        rule.HasOne<Artist>().WithMany().HasForeignKey(r => r.ArtistId).OnDelete(DeleteBehavior.Cascade);
        rule.HasOne<Album>().WithMany().HasForeignKey(r => r.AlbumId).OnDelete(DeleteBehavior.Cascade);
        rule.HasOne<Song>().WithMany().HasForeignKey(r => r.SongId).OnDelete(DeleteBehavior.Cascade);
    }
}

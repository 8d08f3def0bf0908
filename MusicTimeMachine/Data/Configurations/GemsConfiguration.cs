using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Gems;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class GemsConfiguration : IEntityTypeConfiguration<HiddenGem>
{
    public void Configure(EntityTypeBuilder<HiddenGem> hidden)
    {
        hidden.ToTable("hidden_gems");
        hidden.HasKey(h => new { h.UserId, h.SongId });
        hidden.HasIndex(h => h.SongId);
        hidden.HasOne<User>().WithMany().HasForeignKey(h => h.UserId).OnDelete(DeleteBehavior.Cascade);
        hidden.HasOne<Song>().WithMany().HasForeignKey(h => h.SongId).OnDelete(DeleteBehavior.Cascade);
    }
}

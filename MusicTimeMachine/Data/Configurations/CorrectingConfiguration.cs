using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Listening.Correcting;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class CorrectingConfiguration : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("corrections", table => table.HasWordCheck<Correction, CorrectionKind>("ck_corrections_kind", "kind"));
        correction.Property(c => c.Kind).AsWord();
        correction.HasIndex(c => new { c.UserId, c.Id });
        correction.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        correction.HasOne<Track>().WithMany().HasForeignKey(c => c.TrackId).OnDelete(DeleteBehavior.SetNull);
    }
}

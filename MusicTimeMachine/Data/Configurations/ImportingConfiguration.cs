using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Importing;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class ImportingConfiguration :
    IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportFile>, IEntityTypeConfiguration<ImportError>, IEntityTypeConfiguration<ImportSighting>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.ToTable("imports", table =>
        {
            table.HasWordCheck<Import, ImportStatus>("ck_imports_status", "status");
            table.HasCheckConstraint("ck_imports_account",
                "status <> 'completed' or rows = added + duplicates + skipped_podcast + skipped_audiobook + skipped_video + skipped_no_track + skipped_local + errors");
        });
        import.Property(i => i.Status).AsWord();
        import.Property(i => i.CreatedAt).HasDefaultValueSql("now()");
        import.HasIndex(i => new { i.UserId, i.Id });
        import.HasOne<User>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportFile> file)
    {
        file.ToTable("import_files");
        file.HasKey(f => new { f.ImportId, f.Ordinal });
        file.HasOne<Import>().WithMany().HasForeignKey(f => f.ImportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportError> error)
    {
        error.ToTable("import_errors");
        error.HasIndex(e => new { e.ImportId, e.Id });
        error.HasOne<Import>().WithMany().HasForeignKey(e => e.ImportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportSighting> sighting)
    {
        sighting.ToTable("import_sightings");
        sighting.HasKey(s => new { s.ImportId, s.Batch });
        sighting.HasOne<Import>().WithMany().HasForeignKey(s => s.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

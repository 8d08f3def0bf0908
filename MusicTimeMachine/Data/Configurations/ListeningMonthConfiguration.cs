using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class ListeningMonthConfiguration : IEntityTypeConfiguration<ListeningMonth>
{
    public void Configure(EntityTypeBuilder<ListeningMonth> month)
    {
        month.ToTable("listening_months", table =>
        {
            table.HasCheckConstraint("ck_listening_months_month", "extract(day from month) = 1");
            table.HasCheckConstraint("ck_listening_months_plays", "plays >= 0 and ms_played >= 0");
            table.HasCheckConstraint(
                "ck_listening_months_columns", "cardinality(track_ids) = plays and cardinality(hours) = plays and cardinality(ms) = plays");
            table.HasCheckConstraint("ck_listening_months_shown", "cardinality(shown_days) = cardinality(shown_plays)");
        });
        month.HasKey(m => new { m.UserId, m.Month });
        month.Property(m => m.Revision).HasDefaultValueSql("gen_random_uuid()");
        month.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

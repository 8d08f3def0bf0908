using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Jobs;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class JobsConfiguration : IEntityTypeConfiguration<Job>, IEntityTypeConfiguration<JobItem>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("jobs", table =>
        {
            table.HasWordCheck<Job, JobStatus>("ck_jobs_status", "status");
            table.HasCheckConstraint("ck_jobs_lease", "status <> 'running' or (lease_owner is not null and lease_until is not null)");
            table.HasCheckConstraint("ck_jobs_counters", "done >= 0 and failed >= 0 and total >= 0 and attempts >= 0 and max_attempts > 0");
        });
        job.Property(j => j.Kind).HasMaxLength(64);
        job.Property(j => j.Status).AsWord();
        job.Property(j => j.Parameters).HasColumnType("jsonb");
        job.Property(j => j.Result).HasColumnType("jsonb");
        job.Property(j => j.RunAfter).HasDefaultValueSql("now()");
        job.Property(j => j.CreatedAt).HasDefaultValueSql("now()");
        job.HasIndex(j => new { j.Priority, j.RunAfter, j.Id }, "ix_jobs_pending").IsDescending(true, false, false).HasFilter("status = 'pending'");
        job.HasIndex(j => j.LeaseUntil, "ix_jobs_running").HasFilter("status = 'running'");
        job.HasIndex(j => new { j.UserId, j.Id });
        job.HasOne<User>().WithMany().HasForeignKey(j => j.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<JobItem> item)
    {
        item.ToTable("job_items", table => table.HasWordCheck<JobItem, JobStatus>("ck_job_items_status", "status"));
        item.Property(i => i.Key).HasMaxLength(200);
        item.Property(i => i.Status).AsWord();
        item.Property(i => i.RunAfter).HasDefaultValueSql("now()");
        item.HasIndex(i => new { i.JobId, i.Key }).IsUnique();
        item.HasIndex(i => new { i.JobId, i.RunAfter }, "ix_job_items_pending").HasFilter("status = 'pending'");
        item.HasOne<Job>().WithMany().HasForeignKey(i => i.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}

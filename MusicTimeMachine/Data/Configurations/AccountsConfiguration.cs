using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class AccountsConfiguration :
    IEntityTypeConfiguration<User>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<InstanceSettings>, IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users", table =>
        {
            table.HasWordCheck<User, UserRole>("ck_users_role", "role");
            table.HasCheckConstraint("ck_users_name", "length(name) between 1 and 64 and name = trim(name)");
            table.HasCheckConstraint("ck_users_counted_from_ms", "counted_from_ms between 0 and 600000");
        });
        user.Property(u => u.Id).HasDefaultValueSql("gen_random_uuid()");
        user.Property(u => u.Name).HasMaxLength(64);
        user.Property(u => u.DisplayName).HasMaxLength(100);
        user.Property(u => u.TimeZone).HasMaxLength(64);
        user.Property(u => u.Role).AsWord();
        user.Property(u => u.CountedFromMs).HasDefaultValue(30_000);
        user.Property(u => u.FailedSignIns).HasDefaultValue(0);
        user.Property(u => u.Disabled).HasDefaultValue(false);
        user.Property(u => u.Demo).HasDefaultValue(false);
        user.Property(u => u.CreatedAt).HasDefaultValueSql("now()");
        user.HasIndex(u => u.Demo).IsUnique().HasFilter("demo").HasDatabaseName("ix_users_demo");
    }

    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions", table => table.HasCheckConstraint("ck_sessions_time", "seen_at >= created_at"));
        session.Property(s => s.Id).HasDefaultValueSql("gen_random_uuid()");
        session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_tokens", table => table.HasCheckConstraint("ck_api_tokens_hash", "length(hash) = 32"));
        token.Property(t => t.Id).HasDefaultValueSql("gen_random_uuid()");
        token.Property(t => t.Name).HasMaxLength(100);
        token.Property(t => t.CreatedAt).HasDefaultValueSql("now()");
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations", table =>
        {
            table.HasWordCheck<Invitation, UserRole>("ck_invitations_role", "role");
            table.HasCheckConstraint("ck_invitations_hash", "length(hash) = 32");
            table.HasCheckConstraint("ck_invitations_time", "expires_at > created_at");
        });
        invitation.Property(i => i.Id).HasDefaultValueSql("gen_random_uuid()");
        invitation.Property(i => i.Role).AsWord();
        invitation.Property(i => i.Note).HasMaxLength(100);
        invitation.Property(i => i.CreatedAt).HasDefaultValueSql("now()");
        invitation.HasIndex(i => i.Hash).IsUnique();
        invitation.HasOne<User>().WithMany().HasForeignKey(i => i.CreatedBy).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<InstanceSettings> settings)
    {
        settings.ToTable("instance_settings", table => table.HasCheckConstraint("ck_instance_settings_single", "id = 1"));
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.HasData(new InstanceSettings());
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.ToTable("data_protection_keys");
}

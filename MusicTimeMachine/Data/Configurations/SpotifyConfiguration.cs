using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Data.Configurations;

internal sealed class SpotifyConfiguration :
    IEntityTypeConfiguration<SpotifyAccount>, IEntityTypeConfiguration<SpotifyOwnApp>, IEntityTypeConfiguration<SpotifyBlock>
{
    public void Configure(EntityTypeBuilder<SpotifyAccount> account)
    {
        account.ToTable("spotify_accounts", table => table.HasCheckConstraint("ck_spotify_accounts_ids", "account_id <> '' and spotify_id <> ''"));
        account.HasKey(a => a.UserId);
        account.Property(a => a.UserId).ValueGeneratedNever();
        account.Property(a => a.AccountId).HasMaxLength(128);
        account.Property(a => a.SpotifyId).HasMaxLength(128);
        account.Property(a => a.DisplayName).HasMaxLength(256);
        account.Property(a => a.Scopes).HasColumnType("text[]");
        account.HasIndex(a => a.AccountId).IsUnique();
        account.HasOne<User>().WithOne().HasForeignKey<SpotifyAccount>(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SpotifyOwnApp> app)
    {
        app.ToTable("spotify_own_apps");
        app.HasKey(a => a.UserId);
        app.Property(a => a.UserId).ValueGeneratedNever();
        app.HasOne<User>().WithOne().HasForeignKey<SpotifyOwnApp>(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SpotifyBlock> block)
    {
        block.ToTable("spotify_blocks", table => table.HasCheckConstraint("ck_spotify_blocks_app", "length(app) = 32"));
        block.HasKey(b => b.App);
    }
}

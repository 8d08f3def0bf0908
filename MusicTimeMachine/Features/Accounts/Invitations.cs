using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Invites people. <see cref="Registration.AcceptAsync"/> makes the account.</summary>
public sealed class Invitations(IDbContextFactory<MusicContext> contexts, AccountSettings settings, TimeProvider clock)
{
    private const int Shown = 200;

    /// <summary>Makes an invitation. The secret for the link is returned here and nowhere else: only its hash is stored.</summary>
    /// <param name="administratorId">Who invites.</param>
    /// <param name="role">The role that the new account gets.</param>
    /// <param name="note">For whom it is, at most 100 characters; may be empty.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The secret, or why there is none.</returns>
    public async Task<(string? Secret, Refusal? Refusal)> CreateAsync(Guid administratorId, UserRole role, string? note, CancellationToken cancellationToken)
    {
        var cleaned = AccountNames.Clean(note);
        if (cleaned.Length > 0 && AccountNames.Refuse(cleaned, 100, "The note") is { } problem) return (null, new("Note", problem));
        var (secret, now) = (Secret.Create(), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Invitations.Add(new Invitation
        {
            Hash = Secret.Hash(secret),
            Role = role,
            Note = cleaned,
            CreatedBy = administratorId,
            CreatedAt = now,
            ExpiresAt = now.AddDays(settings.InvitationDays),
        });
        await context.SaveChangesAsync(cancellationToken);
        return (secret, null);
    }

    /// <summary>Whether an invitation can be used.</summary>
    public async Task<bool> IsOpenAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secret.Hash(secret), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Invitations.AnyAsync(
            invitation => invitation.Hash == hash && invitation.UsedAt == null && invitation.ExpiresAt > now, cancellationToken);
    }

    /// <summary>The invitations that can be used, those that expire first in front; at most 200.</summary>
    public async Task<IReadOnlyList<InvitationRow>> ListAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Invitations.Where(invitation => invitation.UsedAt == null && invitation.ExpiresAt > now)
            .OrderBy(invitation => invitation.ExpiresAt).ThenBy(invitation => invitation.Id).Take(Shown)
            .Select(invitation => new InvitationRow(invitation.Id, invitation.Role, invitation.Note, invitation.ExpiresAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Takes an invitation back.</summary>
    /// <returns>False when it is gone or used already.</returns>
    public async Task<bool> WithdrawAsync(Guid invitationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Invitations.Where(invitation => invitation.Id == invitationId && invitation.UsedAt == null).ExecuteDeleteAsync(cancellationToken) > 0;
    }
}

/// <summary>An invitation in the administrator's list.</summary>
/// <param name="Id">Its id; the secret is not known any more.</param>
/// <param name="Role">The role that the new account gets.</param>
/// <param name="Note">For whom it is.</param>
/// <param name="ExpiresAt">It cannot be used from this time on.</param>
public sealed record InvitationRow(Guid Id, UserRole Role, string Note, DateTimeOffset ExpiresAt);

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace MusicTimeMachine.Spotify.Accounts;

/// <summary>Encrypts what Spotify must hear from nobody else. What stands in one person's row can be read for that person alone.</summary>
public sealed class SpotifyVault(IDataProtectionProvider protection)
{
    internal byte[] Lock(Guid userId, string secret) => ProtectorOf(userId).Protect(Encoding.UTF8.GetBytes(secret));

    /// <returns>The secret; null when the key that it was encrypted with is gone.</returns>
    internal string? Open(Guid userId, byte[] locked)
    {
        try
        {
            return Encoding.UTF8.GetString(ProtectorOf(userId).Unprotect(locked));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(Guid userId) => protection.CreateProtector("Spotify", userId.ToString());
}

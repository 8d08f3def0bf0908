using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Random words of which only the hash is stored. They have 256 bits, so that a plain hash is enough.</summary>
internal static class Secret
{
    /// <summary>43 characters that can stand in an address.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256, 32 bytes.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

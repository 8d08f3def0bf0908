using System.Security.Cryptography;
using System.Text;

namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>Ids as Spotify's look: 22 letters and digits.</summary>
public static class FakeIds
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The same id for the same words.</summary>
    public static string Create(string words) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(words)).Take(22).Select(value => Letters[value % Letters.Length]));

    /// <summary>Forty letters and digits that nobody guesses.</summary>
    internal static string Secret() => RandomNumberGenerator.GetString(Letters, 40);
}

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MusicTimeMachine.Features.Accounts;

/// <summary>Hashes passwords and compares with hashes, always with the same work.</summary>
public sealed class Passwords
{
    /// <summary>Fewest characters of a password.</summary>
    public const int Shortest = 10;

    /// <summary>Most characters of a password.</summary>
    public const int Longest = 256;

    // What OWASP's password storage cheat sheet asks for with PBKDF2 and SHA-512; older hashes are renewed at the next sign-in.
    private const int Iterations = 210_000;

    private readonly PasswordHasher<User> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    /// <summary>The hash that stands in for people who do not exist.</summary>
    internal string StandIn { get; }

    /// <summary>Makes the hash that stands in for people who do not exist.</summary>
    public Passwords() => StandIn = Hash(Guid.NewGuid().ToString());

    /// <summary>Why a password cannot be used; null when it can.</summary>
    /// <param name="password">What was entered.</param>
    /// <param name="repeated">What was entered the second time.</param>
    /// <param name="name">The name that the person signs in with.</param>
    internal static Refusal? Refuse(string? password, string? repeated, string name)
    {
        if (string.IsNullOrEmpty(password)) return new("Password", "The password is missing.");
        if (password.Length < Shortest) return new("Password", $"The password is too short: {password.Length} characters, and {Shortest} are the fewest.");
        if (password.Length > Longest) return new("Password", $"The password is too long: {Longest} characters are the most.");
        if (password.Equals(name, StringComparison.OrdinalIgnoreCase)) return new("Password", "The password is the name, which is what anybody would try first.");
        return password == repeated ? null : new("RepeatedPassword", "The two passwords differ.");
    }

    /// <summary>A salted hash.</summary>
    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Compares; without a hash it works as long and says no.</summary>
    /// <param name="hash">The stored hash, or null for a person who does not exist or has no password.</param>
    /// <param name="password">What was entered.</param>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(null!, hash ?? StandIn, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}

using MusicTimeMachine.Data;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>One thing that is captured from Spotify for every linked account, again and again.</summary>
public interface ICapture
{
    /// <summary>The kind, such as "spotify-plays"; its job is called the same.</summary>
    string Kind { get; }

    /// <summary>How often. It happens at least as often as that, while Spotify answers.</summary>
    TimeSpan Every { get; }

    /// <summary>Captures it, or goes on with it: an earlier attempt may have been killed at any point.</summary>
    /// <param name="userId">For whom.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Spotify.SpotifyException">Spotify refused.</exception>
    Task CaptureAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Whether the person wants it. What they did not ask for is neither done nor shown.</summary>
    /// <param name="context">The caller's context.</param>
    /// <param name="userId">Who.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    Task<bool> IsWantedAsync(MusicContext context, Guid userId, CancellationToken cancellationToken) => Task.FromResult(true);
}

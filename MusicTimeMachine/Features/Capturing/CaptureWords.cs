using System.Globalization;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Ui.Text;

namespace MusicTimeMachine.Features.Capturing;

/// <summary>How captures are called on pages.</summary>
public static class CaptureWords
{
    /// <summary>What a kind captures.</summary>
    public static string Name(string kind) => kind switch
    {
        PlaysCapture.Name => "What you play",
        "spotify-tops" => "Your top tracks and artists",
        "spotify-likes" => "Your liked songs",
        "spotify-like-writes" => "Likes made here, to Spotify",
        "spotify-playlists" => "Your playlists",
        _ => kind,
    };

    /// <summary>"Between 3 June 14:10 and 18:42 more may have been played than Spotify keeps."</summary>
    /// <param name="from">When the gap begins, in the offset that the person's clock had then.</param>
    /// <param name="until">When it ends, likewise.</param>
    public static string Gap(DateTimeOffset from, DateTimeOffset until)
    {
        var end = from.Date == until.Date ? Format.Time(until) : Moment(until, from.Year != until.Year);
        return $"Between {Moment(from, from.Year != until.Year)} and {end} more may have been played than Spotify keeps.";
    }

    /// <summary>"in a moment", "in 12 minutes", "in 20 hours".</summary>
    /// <param name="wait">How long until then.</param>
    public static string In(TimeSpan wait) => wait.TotalMinutes switch
    {
        < 1 => "in a moment",
        < 90 => "in " + Format.Count((long)Math.Ceiling(wait.TotalMinutes), "minute"),
        _ => "in " + Format.Count((long)Math.Ceiling(wait.TotalHours), "hour"),
    };

    /// <summary>Why Spotify did not answer, without how long: that would be wrong an hour later.</summary>
    internal static string Refused(SpotifyProblem problem) => problem == SpotifyProblem.QuotaUsedUp
        ? "Spotify's quota for this app is used up."
        : "Spotify was asked too often in a short time.";

    private static string Moment(DateTimeOffset moment, bool withYear) => moment.ToString(withYear ? "d MMMM yyyy HH:mm" : "d MMMM HH:mm", CultureInfo.InvariantCulture);
}

using MusicTimeMachine.Features.Importing.Json;
using MusicTimeMachine.Features.Listening;

namespace MusicTimeMachine.Features.Importing.Formats;

/// <summary>The fields that histories of listening share.</summary>
internal static class PlayFields
{
    /// <summary>The longest name of a platform that is kept, in UTF-16 units.</summary>
    public const int LongestPlatform = 200;

    /// <summary>The field as a time between 2000 and <paramref name="latest"/>; null with an error otherwise.</summary>
    public static DateTimeOffset? Time(ref this RowReader row, DateTimeOffset latest)
    {
        if (!HistoryTime.TryParse(row.Bytes(), out var time))
            row.Error ??= "The row's time is missing or is no valid date and time.";
        else if (time < PlayTimes.Earliest)
            row.Error ??= "The row's time lies before the year 2000, when nobody streamed.";
        else if (time > latest)
            row.Error ??= "The row's time lies in the future.";
        else
            return time;
        return null;
    }

    /// <summary>The field as the time listened in milliseconds; a negative one is an error, an absurd one is the largest.</summary>
    public static int? Milliseconds(ref this RowReader row)
    {
        if (row.Number() is not { } value)
            return null;
        if (value < 0)
            row.Error ??= "The time listened is negative.";
        return value >= int.MaxValue ? int.MaxValue : (int)Math.Round(value, MidpointRounding.AwayFromZero);
    }

    /// <summary>The field as the reason why a play began or ended; null when it is not told.</summary>
    public static PlayReason? Reason(ref this RowReader row)
    {
        var word = row.Bytes();
        return word switch
        {
            [] => null,
            _ when word.SequenceEqual("trackdone"u8) => PlayReason.TrackDone,
            _ when word.SequenceEqual("fwdbtn"u8) => PlayReason.ForwardButton,
            _ when word.SequenceEqual("clickrow"u8) => PlayReason.ClickRow,
            _ when word.SequenceEqual("endplay"u8) => PlayReason.EndPlay,
            _ when word.SequenceEqual("appload"u8) => PlayReason.AppLoad,
            _ when word.SequenceEqual("backbtn"u8) => PlayReason.BackButton,
            _ when word.SequenceEqual("playbtn"u8) => PlayReason.PlayButton,
            _ when word.SequenceEqual("remote"u8) => PlayReason.Remote,
            _ when word.SequenceEqual("logout"u8) => PlayReason.Logout,
            _ when word.SequenceEqual("unexpected-exit-while-paused"u8) => PlayReason.UnexpectedExitWhilePaused,
            _ when word.SequenceEqual("unexpected-exit"u8) => PlayReason.UnexpectedExit,
            _ when word.SequenceEqual("trackerror"u8) => PlayReason.TrackError,
            _ when word.SequenceEqual("clickside"u8) => PlayReason.ClickSide,
            _ when word.SequenceEqual("popup"u8) => PlayReason.Popup,
            _ when word.SequenceEqual("none"u8) => null,
            _ => PlayReason.Unknown,
        };
    }
}

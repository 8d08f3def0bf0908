namespace MusicTimeMachine.Features.Listening.Correcting;

/// <summary>Plays that somebody is about to edit or to delete.</summary>
/// <param name="Plays">Which.</param>
/// <param name="Count">How many.</param>
/// <param name="Only">The play, when it is one.</param>
public sealed record ChosenPlays(PlaySelection Plays, int Count, PlayRow? Only)
{
    /// <summary>One play.</summary>
    public static ChosenPlays Of(PlayRow play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return new ChosenPlays(PlaySelection.Of(play.Id), 1, play);
    }

    /// <summary>The ticked ones.</summary>
    public static ChosenPlays Of(MarkedPlays marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        return new ChosenPlays(PlaySelection.Of(marked.Ids), marked.Count, null);
    }
}

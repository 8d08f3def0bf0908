using MusicTimeMachine.Features.Searching;

namespace MusicTimeMachine.Features.Library;

/// <summary>What is asked of a list of likes.</summary>
/// <param name="Text">Words of title, artist, album or note; filters by figures are not looked at.</param>
/// <param name="Part">Which of them.</param>
/// <param name="Sort">In which order.</param>
public sealed record LikesRequest(SearchText Text, LikesPart Part, LikesSort Sort)
{
    private const string Figures = "Figures such as energy>0.8 are looked at in the search of the whole library: ask there, with liked:yes beside them.";

    /// <summary>What was not understood, or is not looked at here, as sentences.</summary>
    public IReadOnlyList<string> Hints => Text.Filters.Count == 0 ? Text.Hints : [.. Text.Hints, Figures];

    /// <summary>Understands what an address says; anything at all can be understood.</summary>
    public static LikesRequest Read(string? text, string? part, string? sort) => new(
        SearchParser.Parse(text), Enum.TryParse(part, ignoreCase: true, out LikesPart known) && Enum.IsDefined(known) ? known : LikesPart.All,
        Enum.TryParse(sort, ignoreCase: true, out LikesSort order) && Enum.IsDefined(order) ? order : LikesSort.Newest);
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Moods;

/// <summary>What somebody's music sounds like.</summary>
public sealed class MoodQuery(ListeningMemory memory, IDbContextFactory<MusicContext> contexts)
{
    /// <summary>How many of the most played songs are shown by themselves.</summary>
    public const int Points = 40;

    /// <summary>The most songs of one page of a region.</summary>
    public const int MostSongs = 200;

    private static readonly DayRange Always = new(DateOnly.MinValue, DateOnly.MaxValue);

    private readonly ConditionalWeakTable<PersonMemory, KnownMedians> _medians = [];

    /// <summary>The moods of a range.</summary>
    public async Task<MoodMatrix> AskAsync(Guid userId, DayRange range, MoodSplit split, CancellationToken cancellationToken)
    {
        var heard = await memory.ReadAsync(userId, split == MoodSplit.Medians ? Always : range, cancellationToken);
        var features = await memory.ReadFeaturesAsync(heard, cancellationToken);
        var songs = new MoodSongs(heard.Within(range), features);
        var thresholds = split == MoodSplit.Medians ? Medians(heard, features) : MoodThresholds.Middle;
        var counts = MoodCounts.Of(songs, thresholds);
        var most = await PageAsync(userId, songs, MoodRegion.Everything, 0, Points, cancellationToken);
        return new MoodMatrix(thresholds, counts.Quadrants, counts.Energy, counts.Coverage, counts.Density, most.Items);
    }

    /// <summary>The songs of a region, the most played first; of equals the longer played, then the one whose name comes first by its characters' numbers.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="range">The days that count.</param>
    /// <param name="region">The part of the matrix.</param>
    /// <param name="offset">How many to leave out from the most played.</param>
    /// <param name="limit">How many, up to <see cref="MostSongs"/>.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<MoodSongList> RegionAsync(
        Guid userId, DayRange range, MoodRegion region, int offset, int limit, CancellationToken cancellationToken)
    {
        var heard = await memory.ReadAsync(userId, range, cancellationToken);
        var songs = new MoodSongs(heard, await memory.ReadFeaturesAsync(heard, cancellationToken));
        return await PageAsync(userId, songs, region, Math.Clamp(offset, 0, int.MaxValue - MostSongs), Math.Clamp(limit, 0, MostSongs), cancellationToken);
    }

    /// <summary>The medians of the whole history, found anew only when a play or a feature has changed.</summary>
    private MoodThresholds Medians(Heard always, HeardFeatures features)
    {
        Guid[] revisions = [.. always.Revisions];
        if (_medians.TryGetValue(always.Person, out var known) && known.Features == features.Revision && known.Months.AsSpan().SequenceEqual(revisions))
            return known.Thresholds;
        var thresholds = new MoodSongs(always, features).Medians();
        _medians.AddOrUpdate(always.Person, new KnownMedians(revisions, features.Revision, thresholds));
        return thresholds;
    }

    private async Task<MoodSongList> PageAsync(
        Guid userId, MoodSongs songs, MoodRegion region, int offset, int limit, CancellationToken cancellationToken)
    {
        var (inside, total, plays) = (new Tally[songs.Count], 0, 0);
        for (var song = 0; song < songs.Count; song++)
        {
            if (!songs.Has(song) || !region.Has(songs.Valence(song), songs.Energy(song))) continue;
            inside[song] = songs.Tally(song);
            (total, plays) = (total + 1, plays + inside[song].Plays);
        }

        var (numbers, better) = Ranking.Page(inside, TopOrder.Plays, offset, limit);
        if (numbers.Count == 0) return new MoodSongList([], total, plays);
        var numberOf = numbers.ToDictionary(number => songs.Ids[number]);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var page = (await TopNames.OfSongsAsync(context, userId, [.. numberOf.Keys], cancellationToken))
            .OrderByDescending(named => Ranking.Key(inside[numberOf[named.Item]], TopOrder.Plays))
            .ThenBy(named => named.Name, StringComparer.Ordinal).ThenBy(named => named.Id)
            .Skip(offset - better).Take(limit);
        return new MoodSongList([.. page.Select(named => Song(named, songs, numberOf[named.Item]))], total, plays);
    }

    private static MoodSong Song(TopNames.Named named, MoodSongs songs, int song) =>
        new(named.Id, named.Name, named.Artist, songs.Tally(song).Plays, songs.Tally(song).Ms, songs.Energy(song), songs.Valence(song))
        {
            Album = named.Album,
            AlbumArtist = named.AlbumArtist,
            Image = named.Image,
        };

    private sealed record KnownMedians(Guid[] Months, long Features, MoodThresholds Thresholds);
}

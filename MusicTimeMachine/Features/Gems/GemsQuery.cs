using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Memory;

namespace MusicTimeMachine.Features.Gems;

/// <summary>What somebody loved and then forgot.</summary>
public sealed class GemsQuery(ListeningMemory memory, IDbContextFactory<MusicContext> contexts, TimeProvider clock)
{
    /// <summary>
    /// The gems. Of plays those heard last first; of equals the more played, then the one whose name comes first by its
    /// characters' numbers. Of snapshots see <see cref="SnapshotGems"/>.
    /// </summary>
    /// <remarks>What is hidden is left out. Numbers beyond their bounds are brought within them.</remarks>
    public async Task<GemList> AskAsync(Guid userId, GemsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request.Bounded();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var today = await TodayAsync(context, userId, cancellationToken);

        // Everything since then, were it of a clock that goes ahead: a song that is heard tomorrow is not forgotten.
        var since = new DayRange(today.AddDays(-Math.Max(request.LovedFromDays, request.SilentDays)), DateOnly.MaxValue);
        var heard = await memory.ReadAsync(userId, since, cancellationToken);
        var loved = heard.Within(new(today.AddDays(-request.LovedFromDays), today.AddDays(-request.LovedToDays)));
        return request.Source == GemSource.Snapshots
            ? await SnapshotGems.ReadAsync(context, userId, request, today, loved, cancellationToken)
            : await OfPlaysAsync(context, userId, request, today, heard, loved, cancellationToken);
    }

    private static async Task<GemList> OfPlaysAsync(
        MusicContext context, Guid userId, GemsRequest request, DateOnly today, Heard heard, Heard loved, CancellationToken cancellationToken)
    {
        var hidden = await context.HiddenGems.Where(gem => gem.UserId == userId).Select(gem => gem.SongId).ToHashSetAsync(cancellationToken);
        var recent = heard.Within(new(today.AddDays(-request.SilentDays), DateOnly.MaxValue)).Songs;
        var spans = heard.SongSpans();
        List<int> gems =
        [
            .. Enumerable.Range(0, loved.Songs.Values.Length).Where(song =>
                loved.Songs.Values[song].Plays >= request.MinPlays && recent.Values[song].Plays == 0 && !hidden.Contains(recent.Ids[song])),
        ];
        gems.Sort((a, b) => spans[b].Last.CompareTo(spans[a].Last));
        return new GemList(await NameAsync(context, userId, First(gems, spans, request.Limit), request.Limit, loved, spans, today, cancellationToken), gems.Count);
    }

    /// <summary>
    /// As many as are asked for, and those that were last heard at about the same hour as the last of them: the exact time
    /// decides between these, and the clock may have been set back in between.
    /// </summary>
    private static List<int> First(List<int> gems, HeardSpan[] spans, int limit)
    {
        if (limit == 0 || gems.Count <= limit) return limit == 0 ? [] : gems;
        var hour = spans[gems[limit - 1]].Last - 2;
        return [.. gems.TakeWhile(song => spans[song].Last >= hour)];
    }

    private static async Task<IReadOnlyList<Gem>> NameAsync(
        MusicContext context, Guid userId, List<int> songs, int limit, Heard loved, HeardSpan[] spans, DateOnly today, CancellationToken cancellationToken)
    {
        if (songs.Count == 0) return [];
        var numberOf = songs.ToDictionary(song => loved.Songs.Ids[song]);
        long[] ids = [.. numberOf.Keys];
        var lastPlayed = await context.Database.SqlQuery<LastPlay>(
            $"""
             select t.song_id as "SongId", max(u.last_played_at) as "At"
             from tracks t join user_tracks u on u.user_id = {userId} and u.track_id = t.id
             where t.song_id = any({ids}) and u.last_played_at is not null
             group by t.song_id
             """).ToDictionaryAsync(song => song.SongId, song => song.At, cancellationToken);
        var lovedSpans = loved.SongSpans();
        return
        [
            .. (await TopNames.OfSongsAsync(context, userId, ids, cancellationToken)).Where(named => lastPlayed.ContainsKey(named.Item)).Select(Gem)
                .OrderByDescending(gem => gem.LastPlayedAt).ThenByDescending(gem => gem.Plays).ThenBy(gem => gem.Name, StringComparer.Ordinal).ThenBy(gem => gem.Id)
                .Take(limit),
        ];

        Gem Gem(TopNames.Named named)
        {
            var song = numberOf[named.Item];
            var plays = loved.Songs.Values[song].Plays;
            return new(
                named.Id, named.Item, named.Name, named.Artist, plays, lastPlayed[named.Item],
                GemReason.Of(plays, lovedSpans[song].FirstDay, lovedSpans[song].LastDay, spans[song].LastDay, today))
            {
                Album = named.Album,
                AlbumArtist = named.AlbumArtist,
                Image = named.Image,
            };
        }
    }

    private async Task<DateOnly> TodayAsync(MusicContext context, Guid userId, CancellationToken cancellationToken)
    {
        var zone = await context.Users.Where(user => user.Id == userId).Select(user => user.TimeZone).SingleOrDefaultAsync(cancellationToken);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZones.Find(zone ?? TimeZones.Utc)).DateTime);
    }

    private sealed record LastPlay(long SongId, DateTimeOffset At);
}

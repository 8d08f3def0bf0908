using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Spotify.Models;

namespace MusicTimeMachine.Features.Snapshots;

/// <summary>Takes a person's snapshot of the day: the top tracks and artists of the three ranges.</summary>
public sealed class TopsCapture(IDbContextFactory<MusicContext> contexts, SpotifyAccess access, SpotifyApi api, SnapshotWriter writer, TimeProvider clock) : ICapture
{
    /// <inheritdoc />
    public string Kind => "spotify-tops";

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc />
    public Task CaptureAsync(Guid userId, CancellationToken cancellationToken) => TakeAsync(userId, cancellationToken);

    /// <summary>Takes the snapshot of today, unless there is one. Spotify is asked six times, and everything is written at once afterwards.</summary>
    /// <exception cref="SpotifyException">Spotify refused, or the person has to connect it first.</exception>
    public async Task<TakenSnapshot> TakeAsync(Guid userId, CancellationToken cancellationToken)
    {
        var account = await LinkedAccount.OfAsync(contexts, userId, cancellationToken);
        var takenAt = clock.GetUtcNow();
        var date = await DayAsync(userId, takenAt, cancellationToken);
        if (await HasAsync(userId, date, cancellationToken)) return new TakenSnapshot(date, IsNew: false);
        List<ToldTops> tops = [];
        foreach (var range in Enum.GetValues<SpotifyRange>())
        {
            var tracks = await access.CallAsync(userId, pass => FirstAsync(api.TopTracksAsync(pass, range, cancellationToken), cancellationToken), cancellationToken);
            var artists = await access.CallAsync(userId, pass => FirstAsync(api.TopArtistsAsync(pass, range, cancellationToken), cancellationToken), cancellationToken);
            tops.Add(new ToldTops(range, tracks, artists));
        }

        return new TakenSnapshot(date, await writer.WriteAsync(account, date, takenAt, tops, cancellationToken));
    }

    private static async Task<IReadOnlyList<T>> FirstAsync<T>(IAsyncEnumerable<T> told, CancellationToken cancellationToken) =>
        await told.Take(Snapshot.MostRanks).ToListAsync(cancellationToken);

    private async Task<DateOnly> DayAsync(Guid userId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var zone = await context.Users.Where(user => user.Id == userId).Select(user => user.TimeZone).SingleAsync(cancellationToken);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZones.Find(zone)).DateTime);
    }

    private async Task<bool> HasAsync(Guid userId, DateOnly date, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SnapshotDays.AnyAsync(day => day.UserId == userId && day.Date == date, cancellationToken);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MusicTimeMachine.Data;
using MusicTimeMachine.FakeSpotify.World;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;
using MusicTimeMachine.Tests.Infrastructure;
using MusicTimeMachine.Tests.Spotify;

namespace MusicTimeMachine.Tests.Features.Capturing;

public sealed class ExchangedAccountTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("spotify-plays", "recently-played", "plays where true")]
    [InlineData("spotify-tops", "top/artists", "snapshot_days where true")]
    [InlineData("spotify-likes", "offset=50", "liked_tracks where (from_spotify or on_spotify_since is not null)")]
    [InlineData("spotify-playlists", "me/playlists", "playlists where true")]
    [InlineData("spotify-playlists", "/items", "playlists where true")]
    public async Task WhatTheOldAccountSays_IsNotKept_AfterAnotherOneIsConnected(string kind, string path, string kept)
    {
        await using var spotify = await SpotifyFixture.StartAsync(database);
        var user = await spotify.AddLinkedAsync(database);
        await database.ExecuteAsync($"update users set password_hash = 'x' where id = '{user}'");
        spotify.Robin.Play(spotify.World.Tracks[0], spotify.Clock.GetUtcNow());
        var (answer, calls) = (new TaskCompletionSource(), spotify.World.Calls.Count);
        spotify.World.Faults.Add(new FakeFault(FaultKind.Slow, Path: path, Until: answer.Task));

        var capturing = Create(spotify, kind).CaptureAsync(user, Stop);
        while (!spotify.World.Calls.Skip(calls).Any(call => call.Path.Contains(path, StringComparison.Ordinal)) && !capturing.IsCompleted) await Task.Delay(20, Stop);
        await spotify.Services.GetRequiredService<SpotifyAccounts>().DisconnectAsync(user, Stop);
        spotify.Robin.AccountId = "another" + Guid.NewGuid().ToString("N");
        await spotify.ConnectAsync(user, spotify.Robin);
        answer.SetResult();

        Assert.Equal(SpotifyProblem.AccountChanged, (await Assert.ThrowsAsync<SpotifyException>(() => capturing)).Problem);
        Assert.Equal(0L, await database.ScalarAsync<long>($"select count(*) from {kept} and user_id = '{user}'"));
    }

    private ICapture Create(SpotifyFixture spotify, string kind)
    {
        var (access, clock) = (spotify.Services.GetRequiredService<SpotifyAccess>(), spotify.Clock);
        return kind switch
        {
            "spotify-plays" => new PlaysCapture(database, access, spotify.Api, clock),
            "spotify-tops" => new TopsCapture(database, access, spotify.Api, new SnapshotWriter(database, new LiveUpdates(new Database(), NullLogger<LiveUpdates>.Instance)), clock),
            "spotify-likes" => new LikesCapture(database, access, spotify.Api, clock),
            _ => new PlaylistsCapture(database, access, spotify.Api, clock),
        };
    }
}

using MusicTimeMachine.FakeSpotify;
using MusicTimeMachine.FakeSpotify.World;

// Started by hand it listens where the settings in CONTRIBUTING.md look for it; --urls chooses another place.
var world = FakeWorld.Invented(TimeProvider.System);
await using var server = await FakeSpotifyServer.StartAsync(world, args is ["--urls", var url] ? url : "http://127.0.0.1:5090");
var app = world.Apps[0];
await Console.Out.WriteLineAsync(
    $"""
     A Spotify that is none listens on {server.Address}
       Client id      {app.ClientId}
       Client secret  {app.ClientSecret}
       Redirect       {string.Join(", ", app.RedirectAddresses)}
     Ctrl-C ends it.
     """);
await server.WaitForEndAsync();

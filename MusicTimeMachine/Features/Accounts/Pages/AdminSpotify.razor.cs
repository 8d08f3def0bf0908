using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts.SpotifySignIn;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>How the server's Spotify app is set up, and what stands in its way.</summary>
public sealed partial class AdminSpotify
{
    private List<Check> _checks = [];
    private int _people;
    private bool _asking;

    [Inject]
    private SpotifySettings Spotify { get; set; } = default!;

    [Inject]
    private SpotifyApps Apps { get; set; } = default!;

    [Inject]
    private SpotifyAccounts Accounts { get; set; } = default!;

    [Inject]
    private SpotifyBlocks Blocks { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _people = await Accounts.CountAsync(CancellationToken.None);
        _checks = await LocalChecksAsync();
    }

    private async Task AskAsync()
    {
        _asking = true;
        var checks = await LocalChecksAsync();
        var refused = await Apps.CheckServerAsync(CancellationToken.None);
        if (Spotify.ClientSecret.Length > 0) checks.Add(new(refused is null, refused ?? "Spotify knows the client id and the secret."));
        (_checks, _asking) = (checks, false);
    }

    /// <summary>What can be said without asking Spotify.</summary>
    private async Task<List<Check>> LocalChecksAsync()
    {
        var accepted = SpotifyEndpoints.IsAccepted(new Uri(Navigation.BaseUri));
        List<Check> checks =
        [
            new(Apps.ServerHasApp, Apps.ServerHasApp ? "Spotify:ClientId is set." : "Spotify:ClientId is not set."),
            new(accepted, accepted ? "Spotify accepts the address under which this server is open." : SpotifyOutcome.WrongAddress.Sentence()),
        ];
        if (Apps.ServerHasApp && Spotify.ClientSecret.Length == 0) checks.Add(new(true, "There is no secret: PKCE alone proves who asks, and Spotify cannot be asked whether it knows the client id."));
        if (Apps.ServerHasApp && await Blocks.FindAsync(Spotify.ClientId, CancellationToken.None) is { } blocked) checks.Add(new(false, blocked.Message));
        return checks;
    }

    private sealed record Check(bool Holds, string Sentence);
}

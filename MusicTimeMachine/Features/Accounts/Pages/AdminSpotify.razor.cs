using Microsoft.AspNetCore.Components;
using MusicTimeMachine.Features.Accounts.SpotifySignIn;
using MusicTimeMachine.Hosting.Doctor;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>How the server's Spotify app is set up, and what stands in its way.</summary>
public sealed partial class AdminSpotify
{
    private IReadOnlyList<Finding> _findings = [];
    private int _people;
    private bool _asking;

    [Inject]
    private SpotifyExamination Examination { get; set; } = default!;

    [Inject]
    private SpotifyAccounts Accounts { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _people = await Accounts.CountAsync(CancellationToken.None);
        _findings = await ExamineAsync();
    }

    private async Task AskAsync()
    {
        _asking = true;
        var findings = await ExamineAsync();
        (_findings, _asking) = ([.. findings, .. await Examination.AskAsync(CancellationToken.None)], false);
    }

    /// <summary>What can be said without asking Spotify.</summary>
    private async Task<IReadOnlyList<Finding>> ExamineAsync() =>
        [.. Examination.Settings(), SpotifyExamination.Address(new Uri(Navigation.BaseUri)), .. await Examination.BlockAsync(CancellationToken.None)];

    private static (string Tone, string Word) Badge(FindingState state) => state switch
    {
        FindingState.Ok => ("good", "Yes"),
        FindingState.Warning => ("warn", "Note"),
        _ => ("bad", "No"),
    };
}

using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Features.Accounts.Pages;

/// <summary>The tokens of programs that speak for the person.</summary>
public sealed partial class TokensPanel
{
    private IReadOnlyList<Refusal> _refusals = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string? _name;
    private string? _made;

    /// <summary>The tokens, without their secrets.</summary>
    [PersistentState]
    public IReadOnlyList<TokenRow>? Tokens { get; set; }

    [Inject]
    private ApiTokens ApiTokens { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _zone = TimeZones.Find((await Listener.GetAsync()).TimeZone);
        if (Tokens is null) await LoadAsync();
    }

    private async Task LoadAsync() => Tokens = await ApiTokens.ListAsync((await Listener.GetAsync()).UserId, CancellationToken.None);

    private async Task CreateAsync()
    {
        var (token, refusal) = await ApiTokens.CreateAsync((await Listener.GetAsync()).UserId, _name, CancellationToken.None);
        (_made, _refusals) = (token, refusal is null ? [] : [refusal]);
        if (token is null) return;
        _name = null;
        await LoadAsync();
    }

    private async Task RevokeAsync(Guid tokenId)
    {
        await ApiTokens.RevokeAsync((await Listener.GetAsync()).UserId, tokenId, CancellationToken.None);
        _made = null;
        await LoadAsync();
    }
}

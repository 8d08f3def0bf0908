using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.Importing.Pages;

/// <summary>
/// Where files are dropped or chosen. The browser sends them by itself, past the circuit, and tells how far it is; then
/// the page of the import opens.
/// </summary>
public sealed partial class DropZone : IAsyncDisposable
{
    private ElementReference _zone;
    private ComponentScript<DropZone>? _sender;
    private UploadState? _upload;
    private string? _problem;
    private bool _ready;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ImportSettings Settings { get; set; } = default!;

    [Inject]
    private AntiforgeryStateProvider Antiforgery { get; set; } = default!;

    [Inject]
    private IOptions<AntiforgeryOptions> AntiforgeryOptions { get; set; } = default!;

    /// <summary>Called by the script: the browser begins to send.</summary>
    /// <param name="names">The files.</param>
    /// <param name="total">Their bytes.</param>
    [JSInvokable]
    public void Begin(string[] names, long total)
    {
        _upload = new UploadState(names is [var only] ? only : $"{names.Length} files", Sent: 0, total);
        _problem = null;
        StateHasChanged();
    }

    /// <summary>Called by the script: so many bytes are sent.</summary>
    [JSInvokable]
    public void Report(long sent)
    {
        _upload = _upload is null ? null : _upload with { Sent = Math.Min(sent, _upload.Total) };
        StateHasChanged();
    }

    /// <summary>Called by the script: the files were not taken.</summary>
    /// <param name="sentence">Why; null when the person stopped it.</param>
    [JSInvokable]
    public void Fail(string? sentence)
    {
        (_upload, _problem) = (null, sentence);
        StateHasChanged();
    }

    /// <summary>Called by the script: the import has begun.</summary>
    [JSInvokable]
    public void Finish(long importId)
    {
        _upload = null;
        Navigation.NavigateTo($"/imports/{importId}");
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _sender = new ComponentScript<DropZone>(Browser, this);
        _ready = await _sender.AttachAsync($"./{Assets["Features/Importing/Pages/DropZone.razor.js"]}", _zone, new
        {
            Address = UploadEndpoint.Path,
            TokenHeader = AntiforgeryOptions.Value.HeaderName,
            Token = Antiforgery.GetAntiforgeryToken()?.Value,
            Most = Settings.MaxUploadBytes,
            TooLarge = UploadRefusal.TooLarge(Settings.MaxUploadBytes).Sentence,
        });
        if (_ready) StateHasChanged();
    }

    private Task CancelAsync() => _sender?.CallAsync("cancel") ?? Task.CompletedTask;

    private async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (_upload is not null && !await Browser.InvokeAsync<bool>("confirm", "The upload is still running. Leave this page and stop it?")) leaving.PreventNavigation();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _sender?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed record UploadState(string Title, long Sent, long Total)
    {
        public long Percent => Total == 0 ? 0 : Sent * 100 / Total;
    }
}

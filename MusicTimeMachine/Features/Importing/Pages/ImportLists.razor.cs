using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Features.Importing.Pages;

/// <summary>The errors and the files of an import, read from the database as one scrolls.</summary>
public sealed partial class ImportLists
{
    private readonly ListLoad<ImportErrorView> _errorRows;
    private readonly ListLoad<ImportFileView> _fileRows;
    private Virtualize<ImportErrorView>? _errorList;
    private Virtualize<ImportFileView>? _fileList;
    private Guid _userId;
    private int _errors;
    private int _files;
    private (long, ImportStatus, int, long)? _shown;
    private string? _failed;

    /// <summary>Empty lists.</summary>
    public ImportLists() => (_errorRows, _fileRows) = (new(ErrorsAsync, StateHasChanged), new(FilesAsync, StateHasChanged));

    /// <summary>The import.</summary>
    [Parameter, EditorRequired]
    public ImportView Import { get; set; } = default!;

    [Inject]
    private ImportService Service { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // Only when the lists can have changed: a running import is drawn anew twice a second.
        var shown = (Import.Id, Import.Status, Import.Files, Import.Errors);
        if (_shown == shown) return;
        _shown = shown;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            _userId = (await Listener.GetAsync()).UserId;
            (_files, _errors) = await Service.CountListedAsync(_userId, Import.Id, CancellationToken.None);
            _failed = null;
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            _failed = DatabaseOutage.Sentence;
            return;
        }

        if (_errorList is not null) await _errorList.RefreshDataAsync();
        if (_fileList is not null) await _fileList.RefreshDataAsync();
    }

    private async ValueTask<ItemsProviderResult<ImportErrorView>> ErrorsAsync(ItemsProviderRequest request) =>
        new(await Service.ListErrorsAsync(_userId, Import.Id, request.StartIndex, request.Count, request.CancellationToken), _errors);

    private async ValueTask<ItemsProviderResult<ImportFileView>> FilesAsync(ItemsProviderRequest request) =>
        new(await Service.ListFilesAsync(_userId, Import.Id, request.StartIndex, request.Count, request.CancellationToken), _files);

    private static string BaseName(string name) => name[(name.LastIndexOf('/') + 1)..];
}

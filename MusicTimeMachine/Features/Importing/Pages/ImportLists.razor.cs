using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Features.Importing.Pages;

/// <summary>The errors and the files of an import, read from the database as one scrolls.</summary>
public sealed partial class ImportLists
{
    private Virtualize<ImportErrorView>? _errorList;
    private Virtualize<ImportFileView>? _fileList;
    private Guid _userId;
    private int _errors;
    private int _files;
    private (long ImportId, long Version)? _shown;

    /// <summary>The import.</summary>
    [Parameter, EditorRequired]
    public long ImportId { get; set; }

    /// <summary>Differs when the lists have changed.</summary>
    [Parameter, EditorRequired]
    public long Version { get; set; }

    [Inject]
    private ImportService Service { get; set; } = default!;

    [Inject]
    private CurrentListener Listener { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (ImportId, Version)) return;
        _shown = (ImportId, Version);
        _userId = (await Listener.GetAsync()).UserId;
        (_files, _errors) = await Service.CountListedAsync(_userId, ImportId, CancellationToken.None);
        if (_errorList is not null) await _errorList.RefreshDataAsync();
        if (_fileList is not null) await _fileList.RefreshDataAsync();
    }

    private async ValueTask<ItemsProviderResult<ImportErrorView>> ErrorsAsync(ItemsProviderRequest request) =>
        new(await Service.ListErrorsAsync(_userId, ImportId, request.StartIndex, request.Count, request.CancellationToken), _errors);

    private async ValueTask<ItemsProviderResult<ImportFileView>> FilesAsync(ItemsProviderRequest request) =>
        new(await Service.ListFilesAsync(_userId, ImportId, request.StartIndex, request.Count, request.CancellationToken), _files);

    private static string BaseName(string name) => name[(name.LastIndexOf('/') + 1)..];
}

using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Albums;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>What an album's page has loaded.</summary>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Data">The data.</param>
public sealed record AlbumView(Listener Listener, AlbumPageData Data);

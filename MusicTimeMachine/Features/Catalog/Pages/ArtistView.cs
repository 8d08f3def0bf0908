using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Artists;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>What an artist's page has loaded.</summary>
/// <param name="Page">The page of the songs.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Data">The data.</param>
public sealed record ArtistView(int Page, Listener Listener, ArtistPageData Data);

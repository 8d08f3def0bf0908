using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Catalog.Tracks;

namespace MusicTimeMachine.Features.Catalog.Pages;

/// <summary>What a track's page has loaded.</summary>
/// <param name="Similar">How many similar tracks were asked for.</param>
/// <param name="Listener">Whose page it is.</param>
/// <param name="Data">The data.</param>
public sealed record TrackView(int Similar, Listener Listener, TrackPageData Data);

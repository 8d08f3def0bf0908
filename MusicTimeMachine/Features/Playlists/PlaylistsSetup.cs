using MusicTimeMachine.Features.Capturing;

namespace MusicTimeMachine.Features.Playlists;

/// <summary>Registers playlists.</summary>
internal static class PlaylistsSetup
{
    public static void AddPlaylists(this IServiceCollection services)
    {
        services.AddSingleton<PlaylistsQuery>();
        services.AddSingleton<ICapture, PlaylistsCapture>();
    }
}

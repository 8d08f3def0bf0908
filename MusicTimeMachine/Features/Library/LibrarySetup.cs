using MusicTimeMachine.Features.Capturing;

namespace MusicTimeMachine.Features.Library;

/// <summary>Registers what a person keeps besides the plays.</summary>
internal static class LibrarySetup
{
    public static void AddLibrary(this IServiceCollection services)
    {
        services.AddSingleton<Likes>();
        services.AddSingleton<LikesQuery>();
        services.AddSingleton<LikeWriting>();
        services.AddSingleton<ICapture, LikesCapture>();
        services.AddSingleton<ICapture, LikeWriter>();
    }
}

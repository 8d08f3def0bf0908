namespace MusicTimeMachine.Features.Searching;

/// <summary>Registers the search.</summary>
internal static class SearchingSetup
{
    public static void AddSearching(this IServiceCollection services)
    {
        services.AddSingleton<LibraryMemory>();
        services.AddSingleton<SearchQuery>();
        services.AddSingleton<SuggestQuery>();
    }
}

using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Api;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Demo;
using MusicTimeMachine.Features.Evolution;
using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Features.Home;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Moods;
using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Features.TimeTravel;
using MusicTimeMachine.Hosting.Doctor;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify;

namespace MusicTimeMachine.Hosting;

/// <summary>The application, put together from one extension method per concern.</summary>
public static class MusicTimeMachineApp
{
    /// <summary>Builds the application; it listens once it is started, and serves pages once the database is ready.</summary>
    /// <param name="args">Settings in the form <c>--Key=value</c>.</param>
    /// <param name="configure">Last changes to the builder, for tests.</param>
    /// <exception cref="SettingsException">One or more settings are wrong; the message names each.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(MusicTimeMachineApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        configure?.Invoke(builder);

        builder.AddSettings();
        builder.AddServer();
        builder.Services.AddDatabase();
        builder.Services.AddDoctor();
        builder.Services.AddAccounts();
        builder.Services.AddSpotify();
        builder.Services.AddSafety();
        builder.Services.AddJobs();
        builder.Services.AddImporting();
        builder.Services.AddCapturing();
        builder.Services.AddListening();
        builder.Services.AddHome();
        builder.Services.AddMoods();
        builder.Services.AddGems();
        builder.Services.AddApi();
        builder.Services.AddTimeTravel();
        builder.Services.AddEvolution();
        builder.Services.AddCatalog();
        builder.Services.AddLibrary();
        builder.Services.AddPlaylists();
        builder.Services.AddSearching();
        builder.Services.AddSnapshots();
        builder.Services.AddSingleton<DemoWriter>();

        var app = builder.Build();
        app.UseServer();
        return app;
    }
}

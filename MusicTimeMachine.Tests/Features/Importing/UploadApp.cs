using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Tests.Features.Accounts;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>The real application with the smallest limit for uploads that there is, and a demo library, for the tests of a class.</summary>
public sealed class UploadApp(TestCluster cluster) : IAsyncLifetime
{
    private int _people;

    public TestApp App { get; private set; } = null!;

    /// <summary>Where uploads lie.</summary>
    public string Uploads => Path.Combine(App.DataDirectory, "uploads");

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync(cluster, ("Imports:MaxUploadBytes", (1 << 20).ToString(CultureInfo.InvariantCulture)), ("Demo:Enabled", "true"), ("Accounts:SignInsPerMinute", "1000"));
        Directory.CreateDirectory(Uploads);
        await AddDemoAsync();
    }

    public Visitor Open() => new(new FormClient(App.CreateClient()));

    /// <summary>A browser in which somebody new has signed in.</summary>
    public async Task<Visitor> SignInAsync()
    {
        var name = $"uploader{Interlocked.Increment(ref _people)}";
        await App.Services.GetRequiredService<Registration>().AddAsync(AccountsFixture.Wanted(name), UserRole.Member, TestContext.Current.CancellationToken);
        var visitor = Open();
        await AccountsApp.SendAsync(visitor.Forms, name, AccountsFixture.Password);
        return visitor;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>The demo's account with one track, so that it need not be filled.</summary>
    private async Task AddDemoAsync()
    {
        await using var context = await App.Services.GetRequiredService<IDbContextFactory<MusicContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        context.Users.Add(new User { Name = "demo", DisplayName = "Demo", TimeZone = "UTC", Demo = true });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
             with artist as (insert into artists (name, name_key) values ('A', 'a') returning id),
             song as (insert into songs (artist_id, title_key) select id, 'a' from artist returning id, artist_id),
             track as (insert into tracks (name, name_key, display_artist, artist_id, song_id) select 'A', 'a', 'A', artist_id, id from song returning id)
             insert into user_tracks (user_id, track_id, plays, ms_played) select u.id, track.id, 0, 0 from users u, track where u.demo
             """, TestContext.Current.CancellationToken);
    }
}

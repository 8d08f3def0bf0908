using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Data;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Ui;

/// <summary>Renders whole pages of somebody who is signed in, on a real database that can be made to refuse and to take its time.</summary>
public abstract class PageTest : UiTest
{
    protected PageTest(TestDatabase database)
    {
        Database = new UnsteadyDatabase(database);
        Services.AddSingleton<IDbContextFactory<MusicContext>>(Database);
        Services.AddSingleton(new AccountSettings());
        Services.AddSingleton<Sessions>();
        Services.AddScoped<CurrentListener>();
        Services.AddListening();
        Services.AddSingleton<Database>();
        Services.AddSingleton<LiveUpdates>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    protected UnsteadyDatabase Database { get; }

    /// <summary>Opens a page at an address.</summary>
    protected IRenderedComponent<TPage> Open<TPage>(User user, string address)
        where TPage : IComponent
    {
        this.AddAuthorization().SetAuthorized(user.Name).SetClaims(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TPage>();
    }

    /// <summary>Waits until the page has led to an address, from the root: what is chosen while it still draws takes its turn.</summary>
    protected void WaitForAddress<TPage>(IRenderedComponent<TPage> page, string address)
        where TPage : IComponent
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.Equal(address, "/" + navigation.ToBaseRelativePath(navigation.Uri)), Patience);
    }
}

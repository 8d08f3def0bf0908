using System.Security.Claims;
using Bunit;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Ui.Controls;
using MusicTimeMachine.Ui.Layout;

namespace MusicTimeMachine.Tests.Ui.Layout;

public sealed class NavigationTests : UiTest
{
    [Fact]
    public void Sidebar_ForAMember_LeavesTheAdministrationOut()
    {
        SignIn("Ada", "member");

        Assert.Equal(["Home", "History", "Likes", "Playlists", "Time machine", "On this day", "Moods", "Forgotten gems", "Evolution", "Snapshots", "Imports", "Settings"], Texts(Render<Sidebar>(), "nav a"));
    }

    [Fact]
    public void Layout_InTheDemo_LeadsNowhereThatIsClosed()
    {
        this.AddAuthorization().SetAuthorized("Demo").SetClaims(new Claim(Policies.DemoClaim, "true"));

        Assert.Equal(["Home", "History", "Likes", "Playlists", "Time machine", "On this day", "Moods", "Forgotten gems", "Evolution", "Snapshots"], Texts(Render<Sidebar>(), "nav a"));
        Assert.Equal(["Home", "History", "Time machine"], Texts(Render<BottomBar>(), ".bottom-bar a"));
        Assert.Empty(Render<AccountMenu>().FindAll("a"));
    }

    [Fact]
    public void Sidebar_ForAnAdministrator_ShowsEverythingAndMarksThePage()
    {
        SignIn("Ada", "admin");

        var sidebar = Render<Sidebar>();

        Assert.Equal(
            ["/", "/history", "/likes", "/playlists", "/time-machine", "/on-this-day", "/moods", "/gems", "/evolution", "/snapshots", "/imports", "/settings", "/admin"],
            sidebar.FindAll("nav a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Home"], Texts(sidebar, "[aria-current=page]"));
    }

    [Fact]
    public void Entries_All_HaveAnIconAndAtMostFourStandOnAPhone()
    {
        Assert.All(Navigation.Entries, entry => Assert.NotEmpty(IconPaths.Of(entry.Icon)));
        Assert.InRange(Navigation.Entries.Count(entry => entry.OnPhone), 2, 4);
    }

    [Fact]
    public void AccountMenu_OfAPerson_SignsOutByPost()
    {
        SignIn("éloise");

        var menu = Render<AccountMenu>();

        Assert.Equal("É", menu.Find(".account").TextContent.Trim());
        Assert.Equal("Account of éloise", menu.Find(".account").GetAttribute("aria-label"));
        Assert.Equal(("post", "/account/sign-out"), (menu.Find("form").GetAttribute("method"), menu.Find("form").GetAttribute("action")));
        Assert.Equal(["light", "dark", "system"], menu.FindAll("[data-theme-choice]").Select(button => button.GetAttribute("data-theme-choice")));
    }
}

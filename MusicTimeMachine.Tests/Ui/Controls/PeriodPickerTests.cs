using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Ui.Controls;

namespace MusicTimeMachine.Tests.Ui.Controls;

public sealed class PeriodPickerTests : UiTest
{
    private static readonly DateOnly First = new(2024, 5, 1);
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void PeriodPicker_OnAPage_LinksEveryPeriodAndKeepsTheRestOfTheAddress()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?sort=time&from=2025-01-01&through=2025-01-02&period=custom");

        var picker = RenderPicker("12m");

        Assert.Equal(
            ["4w", "6m", "12m", "all", "all", "2026", "2025", "2024"],
            picker.FindAll("a").Select(link => link.GetAttribute("href")!.Replace("http://localhost/?sort=time&period=", "", StringComparison.Ordinal)));
        Assert.Equal(["12 months"], Texts(picker, "[aria-current=true]"));
    }

    [Fact]
    public void PeriodPicker_WithAYear_ShowsItOnTheButtonAndMarksIt()
    {
        var picker = RenderPicker("2025");

        Assert.Equal("2025", picker.Find("nav button").TextContent);
        Assert.Equal(["2025", "2025"], Texts(picker, "[aria-current=true]"));
    }

    [Fact]
    public void PeriodPicker_WhenDaysAreChosen_PutsThemIntoTheAddress()
    {
        var picker = RenderPicker("12m");

        picker.Find("#period-from").Change("2025-06-03");
        picker.Find("#period-through").Change("2025-06-09");
        picker.Find("form").Submit();

        Assert.Equal("http://localhost/?period=custom&from=2025-06-03&through=2025-06-09", Services.GetRequiredService<NavigationManager>().Uri);
    }

    [Fact]
    public void PeriodPicker_WhenTheDaysAreTheWrongWayRound_StaysWhereItIs()
    {
        var picker = RenderPicker("12m");

        picker.Find("#period-from").Change("2025-06-09");
        picker.Find("#period-through").Change("2025-06-03");
        picker.Find("form").Submit();

        Assert.Equal("http://localhost/", Services.GetRequiredService<NavigationManager>().Uri);
    }

    private IRenderedComponent<PeriodPicker> RenderPicker(string key) =>
        Render<PeriodPicker>(p => p.Add(c => c.Value, Period.Parse(key, null, null, First, Today)).Add(c => c.First, First).Add(c => c.Today, Today));
}

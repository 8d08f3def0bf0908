using System.Net;
using MusicTimeMachine.Tests.Features.Accounts;

namespace MusicTimeMachine.Tests.Features.Home;

/// <summary>Whatever somebody types into the address, the page opens.</summary>
public sealed class AddressesTests(AccountsApp accounts) : IClassFixture<AccountsApp>
{
    [Theory]
    [InlineData("/?from=abc")]
    [InlineData("/?period=custom&from=2020-02-30&through=x")]
    [InlineData("/?period=custom&from=0001-01-01&through=9999-12-31")]
    [InlineData("/?period=99999999999999999999")]
    [InlineData("/?period=%00&from=%ff&through=%0a")]
    [InlineData("/history?day=abc")]
    [InlineData("/history?day=9999-12-31")]
    [InlineData("/history?day=&day=1")]
    public async Task Page_UnderAMistypedAddress_Opens(string address)
    {
        var name = $"typist{Math.Abs(address.GetHashCode(StringComparison.Ordinal))}";
        await accounts.AddAsync(name);
        using var browser = await accounts.SignInAsync(name);

        using var answer = await browser.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("It has been noted", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}

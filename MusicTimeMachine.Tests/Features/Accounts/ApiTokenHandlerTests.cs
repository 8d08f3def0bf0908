using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Features.Accounts;

namespace MusicTimeMachine.Tests.Features.Accounts;

public sealed class ApiTokenHandlerTests(AccountsApp accounts) : IClassFixture<AccountsApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Authenticate_Token_IsItsPerson_UntilTheAccountIsDisabled()
    {
        var services = accounts.App.Services;
        var userId = await accounts.AddAsync("programmer");
        var (token, _) = await services.GetRequiredService<ApiTokens>().CreateAsync(userId, "desk", Stop);

        var result = await AuthenticateAsync("Bearer " + token);
        Assert.Equal(userId, result.Principal!.UserId());
        Assert.True((await AuthenticateAsync("bearer " + token)).Succeeded);
        Assert.False((await AuthenticateAsync("Bearer " + token + "x")).Succeeded);
        Assert.True((await AuthenticateAsync("Basic abc")).None);

        await services.GetRequiredService<People>().SetDisabledAsync(userId, true, Stop);
        Assert.Equal("The token does not exist, was revoked, or its account is disabled.", (await AuthenticateAsync("Bearer " + token)).Failure!.Message);
    }

    private async Task<AuthenticateResult> AuthenticateAsync(string authorization)
    {
        await using var scope = accounts.App.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = authorization;
        return await context.AuthenticateAsync("Bearer");
    }
}

using AngleSharp.Html.Dom;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

/// <summary>A browser without JavaScript that can show the token of a page it has opened.</summary>
public sealed class Visitor(FormClient forms) : IDisposable
{
    public FormClient Forms => forms;

    /// <summary>The antiforgery token that a page carries, be it one that is closed to the person.</summary>
    public async Task<string> TokenAsync(string path = "/imports")
    {
        using var answer = await forms.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return ((IHtmlInputElement)(await FormClient.ReadAsync(answer)).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
    }

    public void Dispose() => forms.Dispose();
}

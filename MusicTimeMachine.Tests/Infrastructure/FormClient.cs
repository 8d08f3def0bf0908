using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MusicTimeMachine.Tests.Infrastructure;

/// <summary>Fills in and sends forms as a browser without JavaScript does: hidden fields and cookies go along.</summary>
public sealed class FormClient(HttpClient http) : IDisposable
{
    /// <summary>For requests without a form.</summary>
    public HttpClient Http => http;

    /// <summary>Opens the page, fills in its form and sends it.</summary>
    /// <param name="path">Where the form stands.</param>
    /// <param name="action">Where it leads; null for back to the page itself.</param>
    /// <param name="fields">What is entered, by the inputs' names.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, string? action, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(path);
        var form = page.Forms.First(form => form.Method == "post" && (action is null ? form.QuerySelector("input[name=_handler]") is not null : form.GetAttribute("action") == action));
        var values = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields) values[name] = value;
        return await http.PostAsync(action ?? path, new FormUrlEncodedContent(values));
    }

    /// <summary>Opens a page that has to be there.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path) => Parse(await http.GetStringAsync(path));

    /// <summary>The page in an answer.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => Parse(await answer.Content.ReadAsStringAsync());

    /// <summary>The address on this server that an answer leads to, such as "/sign-in"; null when it leads nowhere.</summary>
    public static string? TargetOf(HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not { } location) return null;
        var here = new Uri(answer.RequestMessage!.RequestUri!, "/");
        var target = new Uri(here, location);
        return here.IsBaseOf(target) ? target.PathAndQuery + target.Fragment : target.AbsoluteUri;
    }

    public void Dispose() => http.Dispose();

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MusicTimeMachine.Hosting;

/// <summary>
/// The names under which the server may be asked: those of the setting <c>AllowedHosts</c>, localhost, and any address.
/// Whoever owns a name can let it lead to this machine, and a page that was loaded under it would then be one of ours to
/// the browser (DNS rebinding); nobody can do that with an address, or with localhost.
/// </summary>
internal sealed partial class HostNames
{
    /// <summary>The setting's key.</summary>
    public const string Key = "AllowedHosts";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "localhost" };
    private readonly List<string> _endings = [".localhost"];
    private bool _any;

    /// <summary>Reads the setting: names such as <c>music.example.org</c>, <c>*.example.org</c> for all below, <c>*</c> for every name.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="problems">Gets a sentence for each entry that is no name.</param>
    public static HostNames Read(IConfiguration configuration, ICollection<string> problems)
    {
        var hosts = new HostNames();
        foreach (var entry in SettingList.Read(configuration, Key))
        {
            if (entry == "*") hosts._any = true;
            else if (entry.StartsWith("*.", StringComparison.Ordinal) && ToAscii(entry[2..]) is { } domain) hosts._endings.Add("." + domain);
            else if (ToAscii(entry) is { } name) hosts._names.Add(name);
            else problems.Add($"{Key}: \"{entry}\" is no host name. Give names alone, without https:// and without a port, such as music.example.org; *.example.org is all names below it.");
        }

        return hosts;
    }

    /// <summary>Whether a request for this host is answered.</summary>
    public bool Allow(HostString asked)
    {
        // Every browser sends a host, and pages need it to know their own address.
        var host = asked.Host.TrimEnd('.');
        if (host.Length == 0 || !Uri.TryCreate($"http://{asked.Value}/", UriKind.Absolute, out _)) return false;
        return _any || _names.Contains(host) || IPAddress.TryParse(host, out _)
            || _endings.Exists(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The name as browsers send it, "xn--mnchen-3ya.example" for "münchen.example"; null for what is none.</summary>
    private static string? ToAscii(string name)
    {
        try
        {
            var ascii = new IdnMapping().GetAscii(name);
            return Name().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}

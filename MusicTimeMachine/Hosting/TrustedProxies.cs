using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace MusicTimeMachine.Hosting;

/// <summary>
/// The reverse proxies that are believed when they say who asks (<c>X-Forwarded-For</c>) and by which scheme
/// (<c>X-Forwarded-Proto</c>): those on this machine, and the addresses and networks of the setting <c>TrustedProxies</c>.
/// </summary>
/// <param name="Networks">An address is a network of one.</param>
internal sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    private const string Key = "TrustedProxies";

    /// <summary>Reads the setting.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="problems">Gets a sentence for each entry that is neither an address nor a network.</param>
    public static TrustedProxies Read(IConfiguration configuration, ICollection<string> problems)
    {
        List<IPNetwork> networks = [];
        foreach (var entry in SettingList.Read(configuration, Key))
        {
            if (Parse(entry) is { } network) networks.Add(network);
            else problems.Add($"{Key}: \"{entry}\" is neither an address such as 192.168.1.2 nor a network such as 172.18.0.0/16.");
        }

        return new TrustedProxies(networks);
    }

    /// <summary>Tells the middleware whom to believe.</summary>
    public static void Configure(ForwardedHeadersOptions forwarded, TrustedProxies proxies)
    {
        // Not the host: pages of other sites may send X-Forwarded-Host from this very machine, and the proxy can pass on Host itself.
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // From proxy to proxy as long as each is trusted.
        forwarded.ForwardLimit = null;
        // The loopback's addresses are among them already.
        foreach (var network in proxies.Networks) forwarded.KnownIPNetworks.Add(network);
    }

    private static IPNetwork? Parse(string entry)
    {
        // "10.1" would be 10.0.0.1, which nobody means.
        if (!entry.Contains(':', StringComparison.Ordinal) && entry.Count(character => character == '.') != 3) return null;
        if (IPNetwork.TryParse(entry, out var network)) return network;
        return IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length) : null;
    }
}

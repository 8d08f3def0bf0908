using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace MusicTimeMachine.Data;

/// <summary>
/// Keeps Data Protection's keys in the table <c>data_protection_keys</c>. The interface is synchronous; it is called a
/// few times in the life of the process. Goes when Microsoft.AspNetCore.DataProtection.EntityFrameworkCore restores.
/// </summary>
internal sealed class DataProtectionKeyStore(IDbContextFactory<MusicContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.DataProtectionKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = contexts.CreateDbContext();
        context.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
#pragma warning disable RS0030 // The interface leaves no choice.
        context.SaveChanges();
#pragma warning restore RS0030
    }
}

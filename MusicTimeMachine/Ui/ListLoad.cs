using Microsoft.AspNetCore.Components.Web.Virtualization;
using MusicTimeMachine.Data;

namespace MusicTimeMachine.Ui;

/// <summary>
/// Reads the parts of a long list while somebody scrolls it. An outage of the database becomes a sentence: thrown out of a
/// list's provider, it would end the page. The list keeps its length meanwhile, and with it the place where one was.
/// </summary>
/// <typeparam name="TItem">What the list shows.</typeparam>
/// <param name="readAsync">Reads a part.</param>
/// <param name="changed">Draws the page anew: <see cref="Failed"/> has changed.</param>
public sealed class ListLoad<TItem>(ItemsProviderDelegate<TItem> readAsync, Action changed)
{
    private int _total;
    private long _asked;
    private long _said;

    /// <summary>What went wrong with the last part, as a sentence for a person; null when nothing did.</summary>
    public string? Failed { get; private set; }

    /// <summary>The provider to give to the list.</summary>
    public async ValueTask<ItemsProviderResult<TItem>> ReadAsync(ItemsProviderRequest request)
    {
        var number = ++_asked;
        try
        {
            var part = await readAsync(request);
            _total = part.TotalItemCount;
            Say(number, null);
            return part;
        }
        catch (Exception) when (request.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(request.CancellationToken); // Somebody has scrolled on; the list expects this one.
        }
        catch (Exception exception) when (DatabaseOutage.Is(exception))
        {
            Say(number, DatabaseOutage.Sentence);
            return new ItemsProviderResult<TItem>([], _total);
        }
    }

    /// <summary>Parts may answer in another order than they were asked for; what the one that was asked for last says, holds.</summary>
    private void Say(long number, string? failed)
    {
        if (number < _said) return;
        _said = number;
        if (Failed == failed) return;
        Failed = failed;
        changed();
    }
}

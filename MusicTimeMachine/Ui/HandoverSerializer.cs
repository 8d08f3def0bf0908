using System.Buffers;
using Microsoft.AspNetCore.Components;

namespace MusicTimeMachine.Ui;

/// <summary>Lets every <c>[PersistentState]</c> go by way of <see cref="Handover"/>.</summary>
/// <typeparam name="T">What the page has loaded.</typeparam>
internal sealed class HandoverSerializer<T>(Handover handover) : PersistentComponentStateSerializer<T>
{
    public override void Persist(T value, IBufferWriter<byte> writer)
    {
        if (value is null) return;
        handover.Keep(value, writer.GetSpan(Handover.KeyLength)[..Handover.KeyLength]);
        writer.Advance(Handover.KeyLength);
    }

    public override T Restore(ReadOnlySequence<byte> data) => handover.TryTake<T>(data.ToArray(), out var value) ? value : default!;
}

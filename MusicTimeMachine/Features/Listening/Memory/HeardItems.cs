namespace MusicTimeMachine.Features.Listening.Memory;

/// <summary>The songs, the artists or the albums of a person's tracks.</summary>
/// <param name="OfTrack">By the track's number, the item's number; -1 for a track without an album.</param>
/// <param name="Ids">By the item's number, its id in the catalogue.</param>
internal sealed record HeardItems(int[] OfTrack, long[] Ids);

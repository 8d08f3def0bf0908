namespace MusicTimeMachine.Features.Importing.Archives;

/// <summary>What a zip or a folder may hold. Sizes are of bytes really unpacked, not of what the zip claims.</summary>
public sealed record ArchiveLimits
{
    /// <summary>The most files in a zip or a folder.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>The most bytes that one zip may unpack to: by default 16 GiB.</summary>
    public long InflatedBytes { get; init; } = 16L << 30;

    /// <summary>How many times its packed size a file may unpack to; histories reach about 30.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Up to so many unpacked bytes the ratio does not matter: by default 16 MiB.</summary>
    public long RatioFreeBytes { get; init; } = 16L << 20;
}

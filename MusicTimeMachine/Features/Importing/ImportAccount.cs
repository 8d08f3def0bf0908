namespace MusicTimeMachine.Features.Importing;

/// <summary>The account of an import while it is read: what became of every row. Read from other threads for the progress.</summary>
internal sealed class ImportAccount
{
    private readonly long[] _skipped = new long[Enum.GetValues<SkipReason>().Length];

    /// <summary>Files of a known format.</summary>
    public int Files { get; set; }

    /// <summary>The file that is being read.</summary>
    public HistoryFile? Current { get; set; }

    /// <summary>Bytes of the files before the current one.</summary>
    public long BytesBefore { get; set; }

    /// <summary>Bytes of all files, as far as their lengths are known.</summary>
    public long BytesTotal { get; set; }

    /// <summary>Rows read, files that could not be read included.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that are plays.</summary>
    public long Plays { get; private set; }

    /// <summary>Rows and files that could not be read.</summary>
    public long Errors { get; private set; }

    /// <summary>Bytes read so far.</summary>
    public long BytesRead => BytesBefore + (Current?.BytesRead ?? 0);

    /// <summary>Rows left out for the reason.</summary>
    public long Skipped(SkipReason reason) => _skipped[(int)reason];

    /// <summary>Rows left out for any reason.</summary>
    public long SkippedAll => _skipped.Sum();

    /// <summary>Takes over the account of an earlier import of the same files, of which every row could be read.</summary>
    public void Take(Import earlier)
    {
        (Files, Rows, Plays) = (earlier.Files, earlier.Rows, earlier.Added + earlier.Duplicates);
        _skipped[(int)SkipReason.Podcast] = earlier.SkippedPodcast;
        _skipped[(int)SkipReason.Audiobook] = earlier.SkippedAudiobook;
        _skipped[(int)SkipReason.Video] = earlier.SkippedVideo;
        _skipped[(int)SkipReason.NoTrack] = earlier.SkippedNoTrack;
        _skipped[(int)SkipReason.Local] = earlier.SkippedLocal;
    }

    /// <summary>Counts a play.</summary>
    public void CountPlay()
    {
        Rows++;
        Plays++;
    }

    /// <summary>Counts a row that is left out.</summary>
    public void CountSkip(SkipReason reason)
    {
        Rows++;
        _skipped[(int)reason]++;
    }

    /// <summary>Counts a row, or a whole file, that could not be read.</summary>
    public void CountError()
    {
        Rows++;
        Errors++;
    }
}

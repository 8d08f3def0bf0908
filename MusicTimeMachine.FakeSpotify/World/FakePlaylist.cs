namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>A playlist.</summary>
/// <param name="id">22 characters.</param>
/// <param name="name">Its name.</param>
/// <param name="ownerId">The id of its owner.</param>
/// <param name="tracks">What is in it; null for a song that is gone.</param>
public sealed class FakePlaylist(string id, string name, string ownerId, IReadOnlyList<FakeTrack?> tracks)
{
    private int _edits = 1;

    /// <summary>22 characters.</summary>
    public string Id => id;

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = name;

    /// <summary>What is said of it.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>The id of its owner.</summary>
    public string OwnerId => ownerId;

    /// <summary>Whether the owner still has it.</summary>
    public bool Followed { get; internal set; } = true;

    /// <summary>The ids of those who work on it with its owner, and may read it.</summary>
    public ICollection<string> Collaborators { get; } = [];

    /// <summary>The ids of others who follow it, and may not read it.</summary>
    public ICollection<string> Followers { get; } = [];

    /// <summary>How many files of the owner's own stand behind the songs.</summary>
    public int LocalFiles { get; internal set; }

    /// <summary>What is in it; null for a song that is gone.</summary>
    public IReadOnlyList<FakeTrack?> Tracks { get; private set; } = tracks;

    /// <summary>Another after each edit.</summary>
    public string SnapshotId => $"snapshot{_edits}";

    internal bool IsReadBy(string personId) => OwnerId == personId || Collaborators.Contains(personId);

    internal bool IsListedFor(string personId) => (OwnerId == personId && Followed) || Collaborators.Contains(personId) || Followers.Contains(personId);

    internal void Write(IEnumerable<FakeTrack?> written) => (Tracks, _edits) = ([.. written], _edits + 1);
}

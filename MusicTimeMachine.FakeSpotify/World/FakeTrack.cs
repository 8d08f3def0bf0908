namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>A song.</summary>
/// <param name="Id">22 characters.</param>
/// <param name="Name">Its title.</param>
/// <param name="Album">The album that it is on.</param>
/// <param name="DurationMs">Its length, in milliseconds.</param>
/// <param name="Isrc">Its recording.</param>
public sealed record FakeTrack(string Id, string Name, FakeAlbum Album, int DurationMs, string Isrc)
{
    /// <summary>Such as "spotify:track:…".</summary>
    public string Uri => "spotify:track:" + Id;
}

/// <summary>An album.</summary>
/// <param name="Id">22 characters.</param>
/// <param name="Name">Its title.</param>
/// <param name="Artist">Whose it is.</param>
/// <param name="ReleaseDate">Its year, such as "2019".</param>
public sealed record FakeAlbum(string Id, string Name, FakeArtist Artist, string ReleaseDate);

/// <summary>An artist.</summary>
/// <param name="Id">22 characters.</param>
/// <param name="Name">The name.</param>
public sealed record FakeArtist(string Id, string Name);

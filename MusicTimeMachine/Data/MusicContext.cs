using Microsoft.EntityFrameworkCore;
using MusicTimeMachine.Features.Accounts;
using MusicTimeMachine.Features.Capturing;
using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Features.Gems;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Library;
using MusicTimeMachine.Features.Listening;
using MusicTimeMachine.Features.Listening.Correcting;
using MusicTimeMachine.Features.Listening.Hiding;
using MusicTimeMachine.Features.Playlists;
using MusicTimeMachine.Features.Searching;
using MusicTimeMachine.Features.Snapshots;
using MusicTimeMachine.Jobs;
using MusicTimeMachine.Spotify;
using MusicTimeMachine.Spotify.Accounts;

namespace MusicTimeMachine.Data;

/// <summary>The database. A context lives as long as one operation and comes from <c>IDbContextFactory</c>.</summary>
public sealed class MusicContext(DbContextOptions<MusicContext> options) : DbContext(options)
{
    /// <summary>People.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Browsers in which people are signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Tokens of programs.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>Invitations.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>The server's settings, one row.</summary>
    public DbSet<InstanceSettings> InstanceSettings => Set<InstanceSettings>();

    /// <summary>Keys of Data Protection.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Spotify accounts of people.</summary>
    public DbSet<SpotifyAccount> SpotifyAccounts => Set<SpotifyAccount>();

    /// <summary>Spotify apps that people brought.</summary>
    public DbSet<SpotifyOwnApp> SpotifyOwnApps => Set<SpotifyOwnApp>();

    /// <summary>Spotify apps that are to ask nothing for a while.</summary>
    public DbSet<SpotifyBlock> SpotifyBlocks => Set<SpotifyBlock>();

    /// <summary>What is captured from Spotify, and when.</summary>
    public DbSet<Capture> Captures => Set<Capture>();

    /// <summary>Times that were not captured.</summary>
    public DbSet<CaptureGap> CaptureGaps => Set<CaptureGap>();

    /// <summary>Artists.</summary>
    public DbSet<Artist> Artists => Set<Artist>();

    /// <summary>Albums.</summary>
    public DbSet<Album> Albums => Set<Album>();

    /// <summary>Songs.</summary>
    public DbSet<Song> Songs => Set<Song>();

    /// <summary>Tracks.</summary>
    public DbSet<Track> Tracks => Set<Track>();

    /// <summary>Who plays on which track.</summary>
    public DbSet<TrackArtist> TrackArtists => Set<TrackArtist>();

    /// <summary>Whether the catalogue has changed, one row.</summary>
    public DbSet<CatalogState> CatalogStates => Set<CatalogState>();

    /// <summary>Reports of plays.</summary>
    public DbSet<Play> Plays => Set<Play>();

    /// <summary>Names of platforms.</summary>
    public DbSet<Platform> Platforms => Set<Platform>();

    /// <summary>Libraries with totals.</summary>
    public DbSet<UserTrack> UserTracks => Set<UserTrack>();

    /// <summary>Whether libraries have changed.</summary>
    public DbSet<LibraryState> LibraryStates => Set<LibraryState>();

    /// <summary>What people like.</summary>
    public DbSet<LikedTrack> LikedTracks => Set<LikedTrack>();

    /// <summary>What people said about likes, where Spotify may say otherwise.</summary>
    public DbSet<LikeChange> LikeChanges => Set<LikeChange>();

    /// <summary>Playlists.</summary>
    public DbSet<Playlist> Playlists => Set<Playlist>();

    /// <summary>What was in playlists from one change to the next.</summary>
    public DbSet<PlaylistVersion> PlaylistVersions => Set<PlaylistVersion>();

    /// <summary>What stands in versions of playlists.</summary>
    public DbSet<PlaylistTrack> PlaylistTracks => Set<PlaylistTrack>();

    /// <summary>Songs that people do not want to find again.</summary>
    public DbSet<HiddenGem> HiddenGems => Set<HiddenGem>();

    /// <summary>Days on which Spotify was asked for somebody's tops.</summary>
    public DbSet<SnapshotDay> SnapshotDays => Set<SnapshotDay>();

    /// <summary>Tracks in tops, day by day.</summary>
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    /// <summary>Artists in tops, day by day.</summary>
    public DbSet<ArtistSnapshot> ArtistSnapshots => Set<ArtistSnapshot>();

    /// <summary>The words of libraries.</summary>
    public DbSet<LibraryWord> LibraryWords => Set<LibraryWord>();

    /// <summary>Plays by month, as columns.</summary>
    public DbSet<ListeningMonth> ListeningMonths => Set<ListeningMonth>();

    /// <summary>What people keep out of their statistics.</summary>
    public DbSet<HidingRule> HidingRules => Set<HidingRule>();

    /// <summary>What people changed in their histories by hand.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>Imports.</summary>
    public DbSet<Import> Imports => Set<Import>();

    /// <summary>Files of imports.</summary>
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    /// <summary>What could not be read.</summary>
    public DbSet<ImportError> ImportErrors => Set<ImportError>();

    /// <summary>What was reported again.</summary>
    public DbSet<ImportSighting> ImportSightings => Set<ImportSighting>();

    /// <summary>Durable work.</summary>
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>Units of durable work.</summary>
    public DbSet<JobItem> JobItems => Set<JobItem>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("btree_gin");
        modelBuilder.HasPostgresExtension("cube");
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.HasPostgresExtension("unaccent");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MusicContext).Assembly);
    }
}

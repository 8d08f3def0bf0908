using MusicTimeMachine.Features.Catalog;
using MusicTimeMachine.Tests.Features.Listening;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Moods;

/// <summary>
/// Audio features for the invented tracks: on the thresholds and the edges, with parts missing, and other ones for the
/// second id of a song.
/// </summary>
internal static class InventedFeatures
{
    private static readonly float?[] Steps = [0, 0.1f, 0.3f, 0.5f, 0.5000001f, 0.6f, 0.7999999f, 0.8f, 0.9f, 1];

    /// <summary>What a track sounds like; null where nothing is known. Energy and valence of the third in five are partly unknown.</summary>
    public static (float? Energy, float? Valence, float? Danceability, float? Acousticness)? Of(InventedCatalog catalog, Track track)
    {
        var t = catalog.Tracks.IndexOf(track);
        if (t % 9 == 4) return null;
        return (Step(t), t % 13 == 2 ? null : Step((t * 3) + 1), Step((t * 7) + 2), t % 4 == 1 ? null : Step(t + 5));
    }

    public static async Task StoreAsync(TestDatabase database, InventedCatalog catalog)
    {
        foreach (var track in catalog.Tracks)
        {
            if (Of(catalog, track) is not { } f) continue;
            await using var command = database.DataSource.CreateCommand(
                """
                update tracks set audio_features = jsonb_strip_nulls(jsonb_build_object(
                    'energy', $1::real, 'valence', $2::real, 'danceability', $3::real, 'acousticness', $4::real)) where id = $5
                """);
            foreach (var value in (float?[])[f.Energy, f.Valence, f.Danceability, f.Acousticness])
                command.Parameters.Add(new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Real });
            command.Parameters.Add(new() { Value = track.Id });
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static float? Step(int i) => Steps[i % Steps.Length];
}

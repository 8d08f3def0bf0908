using System.Globalization;

namespace MusicTimeMachine.FakeSpotify.World;

/// <summary>Two hundred songs of twenty artists who do not exist.</summary>
internal static class InventedMusic
{
    private static readonly string[] First = ["Paper", "Velvet", "Northern", "Quiet", "Salt", "Amber", "Hollow", "Silver", "Distant", "Wooden"];
    private static readonly string[] Second = ["Lanterns", "Harbour", "Orchard", "Static", "Meadow", "Engines", "Winter", "Atlas", "Parade", "Rivers"];
    private static readonly string[] Verbs = ["Leaving", "Counting", "Holding", "Painting", "Missing", "Following", "Waking", "Folding", "Crossing", "Naming"];
    private static readonly string[] Things = ["the Tide", "Every Window", "Your Shadow", "Old Maps", "the Long Way", "Sunday", "Cold Tea", "the Fog", "Small Fires", "the Stairs"];

    public static IEnumerable<FakeTrack> Create()
    {
        for (var a = 0; a < 20; a++)
        {
            var name = $"{First[a % 10]} {Second[((a * 3) + (a / 10)) % 10]}";
            var artist = new FakeArtist(FakeIds.Create("artist " + name), name);
            var album = new FakeAlbum(FakeIds.Create("album " + name), $"{Verbs[a % 10]} {Things[(a * 7) % 10]}", artist, (2004 + a).ToString(CultureInfo.InvariantCulture));
            for (var t = 0; t < 10; t++)
            {
                var title = $"{Verbs[(a + t) % 10]} {Things[((a * 3) + (t * 7)) % 10]}";
                yield return new FakeTrack(FakeIds.Create($"{name} {title} {t}"), title, album, 150_000 + (((a * 37) + (t * 101)) % 140 * 1000), string.Create(CultureInfo.InvariantCulture, $"QZ{(char)('A' + a)}{t:D2}26{a:D2}{t:D3}"));
            }
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using MusicTimeMachine.Ui.Covers;

namespace MusicTimeMachine.Tests.Ui.Covers;

public sealed class CoverArtTests
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "\"/><svg onload=x>", "]]>", "&amp;", "&#0;", "\0", "\u0001", "\uD83D", "\uDE00", "😀", "ß", "İ", "ｆｕｌｌ",
        "e\u0301", "‮", "AC/DC", "../../etc/passwd", "%00", "{0}", "\r\n", "\t", "'", "--", "日本語", "العربية", "\uFFFE", " ", "", new('x', 500),
    ];

    [Theory]
    [InlineData(CoverKind.Album, "Paper Lanterns", "Sable Harbour", "/covers/album/b4b74f9726df3f97.svg", "42e6670d5a53607a")]
    [InlineData(CoverKind.Track, "Paper Lanterns", "Sable Harbour", "/covers/track/1514f078ffa18f27.svg", "7108614c8def4bf1")]
    [InlineData(CoverKind.Artist, "Sable Harbour", null, "/covers/artist/63500f937107e848.svg", "edf25e9c0c6b685c")]
    public void Cover_OfOneName_IsTheSameForEver(CoverKind kind, string name, string? artist, string address, string hash)
    {
        Assert.Equal(address, CoverAddress.Of(kind, name, artist));
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CoverArt.Draw(kind, name, artist))))[..16]);
    }

    [Fact]
    public void Seed_OfTheSameNameWrittenOtherwise_IsTheSame()
    {
        var seed = CoverAddress.SeedOf(CoverKind.Album, "Café Noir", "The Sad Clerks");

        Assert.Equal(seed, CoverAddress.SeedOf(CoverKind.Album, " CAFE\u0301 noir ", "the sad clerks"));
    }

    [Fact]
    public void Seed_OfPartsThatReadTheSameTogether_Differs() =>
        Assert.NotEqual(CoverAddress.SeedOf(CoverKind.Album, "ab", "c"), CoverAddress.SeedOf(CoverKind.Album, "a", "bc"));

    [Fact]
    public void Seed_OfAnArtist_TakesTheNameAlone() =>
        Assert.Equal(CoverAddress.SeedOf(CoverKind.Artist, "Marlow", null), CoverAddress.SeedOf(CoverKind.Artist, "Marlow", "Finch"));

    [Fact]
    public void Cover_OfFiveHundredNastyNames_IsSmallAndWellFormed()
    {
        var drawn = new HashSet<string>();
        for (var i = 0; i < 500; i++)
        {
            var name = Pieces[i % Pieces.Length] + Pieces[i / Pieces.Length % Pieces.Length] + i;
            var svg = CoverArt.Draw((CoverKind)(i % 3), name, Pieces[(i * 7) % Pieces.Length]);

            Assert.InRange(Encoding.UTF8.GetByteCount(svg), 200, 4095);
            Assert.Equal("{http://www.w3.org/2000/svg}svg", XDocument.Parse(svg).Root!.Name.ToString());
            Assert.DoesNotContain("script", svg, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            drawn.Add(svg);
        }

        Assert.Equal(500, drawn.Count);
    }

    [Fact]
    public void Cover_InACultureWithCommas_IsTheSame()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var expected = Enumerable.Range(0, 600).Select(i => CoverArt.Draw((CoverKind)(i % 3), (ulong)i)).ToList();
        try
        {
            Thread.CurrentThread.CurrentCulture = new("sv-SE");

            Assert.Equal(expected, Enumerable.Range(0, 600).Select(i => CoverArt.Draw((CoverKind)(i % 3), (ulong)i)));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}

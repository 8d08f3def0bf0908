using MusicTimeMachine.Features.Importing.Archives;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class ArchivePartsTests
{
    [Fact]
    public void NaturalOrder_Names_ComeAsPeopleCount()
    {
        string[] expected = ["", "A", "a", "a02", "a2", "a2b", "a10", "b_1_9", "b_1_10", "b_2", "ä", "夜1", "夜12"];
        var names = expected.ToArray();
        new Random(7).Shuffle(names);

        Array.Sort(names, NaturalOrder.Instance);

        Assert.Equal(expected, names);
    }

    // The check value of the CRC catalogue for "123456789" is cbf43926.
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Crc32_KnownTexts_HaveTheirChecksum(string text, uint expected)
    {
        for (var cut = 0; cut <= text.Length; cut++)
        {
            var checksum = new Crc32();
            checksum.Append(System.Text.Encoding.ASCII.GetBytes(text[..cut]));
            checksum.Append(System.Text.Encoding.ASCII.GetBytes(text[cut..]));
            Assert.Equal(expected, checksum.Value);
        }
    }

    [Fact]
    public void ArchiveEntry_NameWithControlCharacters_IsShownWithoutThem() =>
        Assert.Equal("a\uFFFD[31mb\uFFFD.json", ArchiveEntry.Shown("a\e[31mb\0.json"));

    [Theory]
    [InlineData("__MACOSX/a/b.json", true)]
    [InlineData("a/__macosx/._b.json", true)]
    [InlineData("a/._b.json", true)]
    [InlineData(".DS_Store", true)]
    [InlineData("a/endsong_0.json", false)]
    [InlineData("a/.hidden.json", false)]
    public void ArchiveEntry_Litter_IsKnown(string path, bool expected) =>
        Assert.Equal(expected, ArchiveEntry.IsLitter(path));
}

using System.Text;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Features.Importing.Json;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class JsonRowsTests
{
    private const string BreaksOff3 =
        "The file breaks off in row 3: it is incomplete. Ask for the export again or copy the file anew; the rows before it were imported.";

    private const string Damaged3 =
        "The file is damaged in row 3: it is no valid JSON from there on. Ask for the export again or copy the file anew; the rows before it were imported.";

    private const string DamagedHere =
        "The file is damaged here: it is no valid JSON up to the next row. Ask for the export again or copy the file anew; the other rows were imported.";

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""  [ ]  """)]
    [InlineData("""[{"a":1}]""", "{\"a\":1}")]
    [InlineData("\uFEFF[{\"a\":1}]", "{\"a\":1}")]
    [InlineData("""[ {"a":1} , {"b":"} ] \" , {"} ]""", "{\"a\":1}", "{\"b\":\"} ] \\\" , {\"}")]
    [InlineData("""[{"a":{"b":[1,{"c":[]}]}},{}]""", "{\"a\":{\"b\":[1,{\"c\":[]}]}}", "{}")]
    [InlineData("""[{"a":1} {"b":2},,{"c":3},]""", "{\"a\":1}", "{\"b\":2}", "{\"c\":3}")]
    [InlineData("""[{"a":1}, 5, null, "text", [1,2], true, {"b":2}]""",
        "{\"a\":1}", "!no object", "!no object", "!no object", "!no object", "!no object", "{\"b\":2}")]
    [InlineData("""[{"a":1},{"b":2}""", "{\"a\":1}", "{\"b\":2}", "!" + BreaksOff3)]
    [InlineData("""[{"a":1},{"b":2},{"c":""", "{\"a\":1}", "{\"b\":2}", "!" + BreaksOff3)]
    [InlineData("""[{"a":1},{"b":2},12""", "{\"a\":1}", "{\"b\":2}", "!" + BreaksOff3)]
    [InlineData("""[{"a":1},{"b":2},tru""", "{\"a\":1}", "{\"b\":2}", "!" + BreaksOff3)]
    [InlineData("""[{"a":1},{"b":2},{"c":"x\u00""", "{\"a\":1}", "{\"b\":2}", "!" + BreaksOff3)]
    [InlineData("""[{"a":1},{"b":2}}, {"c":3}]""", "{\"a\":1}", "{\"b\":2}", "!" + DamagedHere, "{\"c\":3}")]
    [InlineData("""[{"a":1}, <html> , {"c":3},{"d":4}]""", "{\"a\":1}", "!" + DamagedHere, "{\"c\":3}", "{\"d\":4}")]
    [InlineData("""[{"a":1},{"b":2},lorem "ipsum {"c":3},{"d":4}]""", "{\"a\":1}", "{\"b\":2}", "!" + DamagedHere, "{\"c\":3}", "{\"d\":4}")]
    [InlineData("""[{"a":1},[{"b":2},{"c":3}]""", "{\"a\":1}", "!no object", "{\"b\":2}", "{\"c\":3}")]
    [InlineData("""[{"a":1},[[{"b":2},{"c":3}]""", "{\"a\":1}", "!" + DamagedHere, "{\"b\":2}", "{\"c\":3}")]
    [InlineData("""[{"a":1},{"b":"x"y"}, {"c":3},{"d":4}]""", "{\"a\":1}", "!" + DamagedHere, "{\"c\":3}", "{\"d\":4}")]
    [InlineData("""[{"a":1},{"b":{,{"c":3},{"d":4}]""", "{\"a\":1}", "!" + DamagedHere, "{\"c\":3}", "{\"d\":4}")]
    [InlineData("""[{"a":1},{"b":2},{"c":"x"y"}]""", "{\"a\":1}", "{\"b\":2}", "!" + Damaged3)]
    [InlineData("[{\"a\":1},{\"b\":2},{\"c\":\"\0\0", "{\"a\":1}", "{\"b\":2}", "!" + Damaged3)]
    [InlineData("""[{"a":1},{"b":2},xyz""", "{\"a\":1}", "{\"b\":2}", "!" + Damaged3)]
    [InlineData("""[{"a":1},{"b":2},xyz, 5 ]""", "{\"a\":1}", "{\"b\":2}", "!" + Damaged3)]
    [InlineData("""[{"a":1},{"b":2}] [{"c":3}]""", "{\"a\":1}", "{\"b\":2}", "!goes on with something else")]
    [InlineData("", "!is empty")]
    [InlineData(" \n ", "!is empty")]
    [InlineData("""{"a":1}""", "!no list of plays")]
    [InlineData("""<html>""", "!no list of plays")]
    public async Task JsonRows_AnyFile_GivesEachElementOrSaysWhatIsWrong(string json, params string[] expected)
    {
        foreach (var piece in new[] { 1, 2, 3, 7, 1 << 20 })
        {
            var rows = await ReadAsync(Encoding.UTF8.GetBytes(json), piece);

            Assert.Equal(Enumerable.Range(1, expected.Length).Select(number => (long)number), rows.Select(row => row.Number));
            Assert.All(rows.Zip(expected), pair =>
            {
                if (pair.Second.StartsWith('!'))
                    Assert.Contains(pair.Second[1..], pair.First.Error, StringComparison.Ordinal);
                else
                    Assert.Equal(pair.Second, pair.First.Play?.Track);
            });
        }
    }

    [Fact]
    public async Task JsonRows_RowOfAnyLength_GoesOnAfterIt()
    {
        var texts = new[] { 10, 200_000, 1 << 20, 3_000_000, 10 }.Select(length => new string('x', length)).ToList();
        var json = "[" + string.Join(',', texts.Select(text => $$"""{"a":"{{text}}"}""")) + "]";

        var rows = await ReadAsync(Encoding.UTF8.GetBytes(json), piece: 50_000);

        Assert.Equal(
            [18, 200_008, null, null, 18],
            rows.Select(row => row.Play?.Track?.Length));
        Assert.All(rows.Skip(2).Take(2), row => Assert.Equal("The row is longer than 1 MiB, which no play is.", row.Error));
    }

    [Theory]
    [InlineData("{\"a\":\"lost", 0)]
    [InlineData("{\"a\":{", 0)]
    [InlineData("", 3_000_000)]
    [InlineData("{\"a\":\"b", 3_000_000)]
    public async Task JsonRows_DamageInALongFile_CostsNoOtherRow(string begun, int hole)
    {
        var rows = Enumerable.Range(0, 60_000).Select(number => $$"""{"a":"{{number}}","b":"{{new string('x', 40)}}"}""").ToList();
        var json = $"[{string.Join(",\n  ", rows.Take(30_000))},{begun}{new string('\0', hole)},{string.Join(",\n  ", rows.Skip(30_000))}]";

        var read = await ReadAsync(Encoding.UTF8.GetBytes(json), piece: 50_000);

        Assert.Equal((30_001, DamagedHere), Assert.Single(read, row => row.Error is not null) is var bad ? (bad.Number, bad.Error) : default);
        Assert.Equal(rows, read.Where(row => row.Error is null).Select(row => row.Play?.Track));
    }

    [Fact]
    public async Task JsonRows_StreamFails_KeepsTheRowsBefore()
    {
        var rows = await ReadAsync("""[{"a":1},{"b":2},{"c":3}]"""u8.ToArray(), piece: 1, failAt: 20);

        Assert.Equal(["{\"a\":1}", "{\"b\":2}", null], rows.Select(row => row.Play?.Track));
        Assert.Equal("The file cannot be read on in row 3: it is damaged, or its disk is. The rows before it were imported.", rows[^1].Error);
    }

    [Fact]
    public async Task JsonRows_InvalidUtf8_IsAnErrorOfThatRowAlone()
    {
        byte[] json = [.. "[{\"a\":\""u8, 0xC3, 0x28, .. "\"},{\"a\":1}]"u8];

        var rows = await ReadAsync(json, piece: 100);

        Assert.Equal([(1L, "The row holds bytes that are not UTF-8.", null), (2L, null, "{\"a\":1}")], rows.Select(row => (row.Number, row.Error, row.Play?.Track)));
    }

    private static async Task<List<ImportRow>> ReadAsync(byte[] json, int piece, int failAt = int.MaxValue)
    {
        await using var stream = new SlowStream(json, piece, failAt);
        return await JsonRows.ReadAsync(stream, Echo, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static ImportRow Echo(long number, ReadOnlySpan<byte> row) =>
        new(number, new ImportedPlay(default, default, default) { Track = Encoding.UTF8.GetString(row) }, Skip: null, Error: null);

    private sealed class SlowStream(byte[] content, int piece, int failAt) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= failAt
                ? throw new IOException("Input/output error")
                : base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
    }
}

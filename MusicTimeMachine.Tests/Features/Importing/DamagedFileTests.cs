using System.Text;
using MusicTimeMachine.Features.Importing;
using MusicTimeMachine.Tests.Infrastructure;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class DamagedFileTests
{
    private static readonly string[] Odd =
        ["null", "true", "-1", "1e999", "99999999999999999999999999", "\"\\ud800\"", "\"\\u0000\"", "[[]]", "{\"a\":{}}", "\"", "}", "]", "\u0001", "\"🎵"];

    [Fact]
    public async Task Formats_AThousandDamagedFiles_AccountForEachRowOnce()
    {
        var extended = await JsonAsync(stream => SpotifyExportBuilder.WriteJsonAsync(InventedListening.Rows(40), stream));
        var account = await JsonAsync(stream => SpotifyExportBuilder.WriteJsonAsync(
            InventedListening.Rows(40).Select(row => new AccountRow(row.Ts) { Track = row.Track ?? "", MsPlayed = row.MsPlayed ?? 0 }), stream));
        for (var seed = 0; seed < 1000; seed++)
        {
            var (format, json) = seed % 2 == 0 ? ((IHistoryFormat)Reading.Extended, extended) : (Reading.Account, account);
            var random = new Random(seed);
            var damaged = Damage(json, random);

            _ = format.Recognises("mine.json", damaged.AsSpan(0, Math.Min(damaged.Length, random.Next(70_000))));
            var rows = await format.RowsAsync(damaged);

            Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => (long)number), rows.Select(row => row.Number));
            Assert.All(rows, row => Assert.Equal(1, (row.Play is null ? 0 : 1) + (row.Skip is null ? 0 : 1) + (row.Error is null ? 0 : 1)));
            Assert.All(rows, row => Assert.True(row.Play is null or { SpotifyId.Length: 22 } or { Track: not null, Artist: not null }));
            Assert.All(rows, row => Assert.False(row.Play is { } play && $"{play.Track}{play.Artist}{play.Album}{play.Platform}".Contains('\0')));
        }
    }

    [Fact]
    public async Task Formats_FileCutAnywhere_KeepsTheRowsBefore()
    {
        var json = await JsonAsync(stream => SpotifyExportBuilder.WriteJsonAsync(InventedListening.Rows(5), stream));
        var whole = await Reading.Extended.RowsAsync(json);
        for (var length = 1; length < json.Length; length++)
        {
            var rows = await Reading.Extended.RowsAsync(json[..length]);

            Assert.Equal(whole.Take(rows.Count - 1), rows.SkipLast(1));
            Assert.StartsWith($"The file breaks off in row {rows.Count}:", rows[^1].Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Formats_OneDamagedPlace_CostsThatRowAndItsNeighbourAtMost()
    {
        var json = await JsonAsync(stream => SpotifyExportBuilder.WriteJsonAsync(InventedListening.Rows(40), stream));
        var whole = (await Reading.Extended.RowsAsync(json)).Select(row => row.Play ?? (object?)row.Skip).ToList();
        foreach (var odd in (string[])["\"", "{", "}", "[", "\\", "\0\0\0", "\"{\"", "<html>", "},{"])
        {
            for (var at = 1; at < json.Length - 1; at += 101)
            {
                byte[] damaged = [.. json[..at], .. Encoding.UTF8.GetBytes(odd), .. json[at..]];

                var rows = await Reading.Extended.RowsAsync(damaged);

                var read = rows.Where(row => row.Error is null).Select(row => row.Play ?? (object?)row.Skip).ToList();
                Assert.True(whole.Except(read).Count() <= 2, $"{odd} at {at} costs {whole.Except(read).Count()} rows: {string.Join(" / ", rows.Select(row => row.Error))}");
            }
        }
    }

    private static byte[] Damage(byte[] json, Random random)
    {
        var bytes = json.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, random.Next(Math.Min(2000, bytes.Count - at)));
                    bytes.Add((byte)' ');
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]));
                    break;
                default:
                    ReplaceAValue(bytes, at, Odd[random.Next(Odd.Length)]);
                    break;
            }
        }
        return [.. bytes];
    }

    // From the next colon to the comma after it.
    private static void ReplaceAValue(List<byte> bytes, int at, string value)
    {
        var from = bytes.IndexOf((byte)':', at) + 1;
        var to = bytes.IndexOf((byte)',', from);
        if (from == 0 || to < 0)
            return;
        bytes.RemoveRange(from, to - from);
        bytes.InsertRange(from, Encoding.UTF8.GetBytes(value));
    }

    private static async Task<byte[]> JsonAsync(Func<Stream, Task> writeAsync)
    {
        using var stream = new MemoryStream();
        await writeAsync(stream);
        return stream.ToArray();
    }
}

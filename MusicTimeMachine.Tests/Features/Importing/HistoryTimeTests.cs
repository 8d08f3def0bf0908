using System.Globalization;
using System.Text;
using MusicTimeMachine.Features.Importing.Json;

namespace MusicTimeMachine.Tests.Features.Importing;

public sealed class HistoryTimeTests
{
    [Theory]
    [InlineData("2025-09-09T22:20:30Z", "2025-09-09 22:20:30")]
    [InlineData("2025-09-09T22:20:30.987Z", "2025-09-09 22:20:30")]
    [InlineData("2025-09-09T22:20:30", "2025-09-09 22:20:30")]
    [InlineData("2025-09-09T22:20:30+02:00", "2025-09-09 20:20:30")]
    [InlineData("2025-09-09T22:20:30.5-0530", "2025-09-10 03:50:30")]
    [InlineData("2025-09-09 22:20:30 UTC", "2025-09-09 22:20:30")]
    [InlineData("2026-10-02 21:07", "2026-10-02 21:07:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29 00:00:00")]
    public void HistoryTime_EachSpelling_IsRead(string text, string expected)
    {
        Assert.True(HistoryTime.TryParse(Encoding.UTF8.GetBytes(text), out var time));
        Assert.Equal(expected, time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-02-29T00:00:00Z")]
    [InlineData("2025-13-01T00:00:00Z")]
    [InlineData("2025-00-10T00:00:00Z")]
    [InlineData("2025-09-09T24:00:00Z")]
    [InlineData("2025-09-09T22:60:00Z")]
    [InlineData("2025-09-09T22:20:30.Z")]
    [InlineData("2025-09-09T22:20:30+99:00")]
    [InlineData("2025-09-09T22:20:30Zulu")]
    [InlineData("2025-09-09")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+02:00")]
    [InlineData("9999-12-31T23:59:59-02:00")]
    [InlineData("1757456430")]
    public void HistoryTime_NoTime_IsRefused(string text) =>
        Assert.False(HistoryTime.TryParse(Encoding.UTF8.GetBytes(text), out _));
}

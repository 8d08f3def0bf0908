using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MusicTimeMachine.Data;

/// <summary>
/// Hints across all processes on one database that something changed, by <c>LISTEN</c> and <c>NOTIFY</c>. A hint carries a
/// topic and nothing else: whoever hears it reads what is there now. A hint can be lost while a connection is restored.
/// </summary>
public sealed partial class LiveUpdates(Database database, ILogger<LiveUpdates> logger) : BackgroundService
{
    private const string Channel = "music_time_machine";

    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];

    /// <summary>Calls back at every hint on the topic, from any thread, until the result is disposed.</summary>
    /// <param name="topic">What it is about, such as "import:12".</param>
    /// <param name="changed">Short and never failing; it starts the work, it does not do it.</param>
    public IDisposable Subscribe(string topic, Action changed)
    {
        var subscription = new Subscription(this, topic, changed);
        lock (_gate) _subscriptions.Add(subscription);
        return subscription;
    }

    /// <summary>Sends a hint; within a transaction it goes out with the commit.</summary>
    public async Task PublishAsync(MusicContext context, string topic, CancellationToken cancellationToken) =>
        await context.Database.ExecuteSqlAsync($"select pg_notify({Channel}, {topic})", cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await database.Ready.WaitAsync(stoppingToken);
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception) when (database.Ready.IsCompleted && !database.IsReady)
            {
                return; // There will be no database, and the startup has said why.
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, notification) => Tell(notification.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
        Tell(topic: null); // Whatever was missed before the connection stood.
        while (true) await connection.WaitAsync(stoppingToken);
    }

    private void Tell(string? topic)
    {
        Subscription[] told;
        lock (_gate) told = [.. _subscriptions.Where(subscription => topic is null || subscription.Topic == topic)];
        foreach (var subscription in told) subscription.Changed();
    }

    [LoggerMessage(LogLevel.Warning, "The connection that listens for changes was interrupted; it is restored.")]
    private partial void LogInterrupted(Exception exception);

    private sealed class Subscription(LiveUpdates updates, string topic, Action changed) : IDisposable
    {
        public string Topic => topic;

        public Action Changed => changed;

        public void Dispose()
        {
            lock (updates._gate) updates._subscriptions.Remove(this);
        }
    }
}

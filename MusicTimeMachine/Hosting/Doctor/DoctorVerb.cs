using System.CommandLine;
using System.Text.Json;

namespace MusicTimeMachine.Hosting.Doctor;

/// <summary>
/// <c>doctor [--json]</c>: looks whether the installation works, and says what to do where it does not. It exits with 1 when
/// something does not work; warnings are no reason for that.
/// </summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var verb = new Command("doctor", "Check database, disk, settings and Spotify, and say what to do.") { json };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        var findings = await ExamineAsync(cancellationToken);
        var errors = findings.Count(finding => finding.State == FindingState.Error);
        await Console.Out.WriteLineAsync(json ? AsJson(findings, errors == 0) : AsText(findings));
        return errors == 0 ? 0 : throw new VerbException(errors == 1 ? "One thing does not work." : $"{errors} things do not work.");
    }

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Verb.BuildAsync(
                async (services, stopping) =>
                {
                    List<Finding> findings = [new("Settings", FindingState.Ok, "All settings can be read.")];
                    foreach (var examination in services.GetServices<IExamination>()) findings.AddRange(await examination.ExamineAsync(stopping));
                    return findings;
                }, cancellationToken);
        }
        catch (SettingsException exception)
        {
            // Nothing starts with wrong settings, and so nothing else can be looked at.
            return [new Finding("Settings", FindingState.Error, string.Join(' ', exception.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];
        }
    }

    private static string AsText(IReadOnlyList<Finding> findings) =>
        string.Join(Environment.NewLine, findings.Select(finding => $"{Word(finding.State),-7}  {finding.Subject}: {finding.Sentence}"));

    private static string AsJson(IReadOnlyList<Finding> findings, bool ok) => JsonSerializer.Serialize(
        new { ok, findings = findings.Select(finding => new { finding.Subject, state = Word(finding.State), finding.Sentence }) }, JsonSerializerOptions.Web);

    private static string Word(FindingState state) => state.ToString().ToLowerInvariant();
}

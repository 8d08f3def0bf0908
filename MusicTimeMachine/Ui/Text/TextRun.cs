namespace MusicTimeMachine.Ui.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Marked">Whether it stands out, as a match does.</param>
public readonly record struct TextRun(string Text, bool Marked);

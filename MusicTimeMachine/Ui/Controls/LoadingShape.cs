namespace MusicTimeMachine.Ui.Controls;

/// <summary>What a skeleton stands for.</summary>
public enum LoadingShape
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>A row of a list, with a cover.</summary>
    Row,

    /// <summary>A tile with a number.</summary>
    Tile,

    /// <summary>A chart.</summary>
    Chart,
}

namespace MusicTimeMachine.Features.Demo;

/// <summary>The families of genres; taste drifts between them.</summary>
internal enum DemoFamily
{
    Rock,
    Electronic,
    Pop,
    HipHop,
    Jazz,
    Folk,
    Soul,
    Ambient,
    Classical,
    Metal,
    Latin,
    African,
    Reggae,
}

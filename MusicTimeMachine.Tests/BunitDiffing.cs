using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace MusicTimeMachine.Tests;

/// <summary>Hands bUnit the AngleSharp.Diffing that is there; goes together with build/Bunit.targets.</summary>
internal static class BunitDiffing
{
    [ModuleInitializer]
    internal static void Resolve() =>
        AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "bunit-diffing", "AngleSharp.Diffing.dll"))
            : null;
}

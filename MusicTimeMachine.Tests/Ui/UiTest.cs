using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MusicTimeMachine.Ui;

namespace MusicTimeMachine.Tests.Ui;

/// <summary>Renders components with a fixed clock; <see cref="Plain"/> is their markup without what the style sheets add.</summary>
public abstract partial class UiTest : BunitContext
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    protected UiTest()
    {
        Services.AddSingleton<TimeProvider>(new FixedClock());
        Services.AddHandover(); // As in the application: the framework looks once in a process how a page's state is written.
    }

    /// <summary>The markup without the attributes that scope a component's style.</summary>
    protected static string Plain<T>(IRenderedComponent<T> component)
        where T : IComponent => Scope().Replace(component.Markup, "");

    /// <summary>What the elements say, each trimmed, with single blanks.</summary>
    protected static IReadOnlyList<string> Texts<T>(IRenderedComponent<T> component, string selector)
        where T : IComponent => [.. component.FindAll(selector).Select(element => Blanks().Replace(element.TextContent, " ").Trim())];

    protected void SignIn(string name, string? role = null)
    {
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized(name);
        if (role is not null)
            authorization.SetRoles(role);
    }

    [GeneratedRegex(" b-[a-z0-9]{10}(=\"\")?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scope();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

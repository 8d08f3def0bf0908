using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MusicTimeMachine.Ui;

/// <summary>
/// The script of one component: a module whose function <c>attach</c> binds it to the page and returns an object with
/// <c>detach</c>. The component may be gone before its script has come, and the browser at any time; neither is an error.
/// </summary>
/// <typeparam name="TComponent">The component's type, with the <c>JSInvokable</c> methods that the script calls.</typeparam>
/// <param name="browser">The component's way to the browser.</param>
/// <param name="component">The component.</param>
public sealed class ComponentScript<TComponent>(IJSRuntime browser, TComponent component) : IAsyncDisposable
    where TComponent : ComponentBase
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private DotNetObjectReference<TComponent>? _self;
    private bool _gone;

    /// <summary>Loads the module and attaches it. Called once, after the first rendering.</summary>
    /// <param name="path">The module's address.</param>
    /// <param name="arguments">What <c>attach</c> gets after the component.</param>
    /// <returns>Whether it is attached: not when the component or the browser has gone meanwhile.</returns>
    public async Task<bool> AttachAsync(string path, params object?[] arguments)
    {
        try
        {
            _module = await browser.InvokeAsync<IJSObjectReference>("import", path);
            if (_gone)
            {
                await _module.DisposeAsync();
                return false;
            }

            _self = DotNetObjectReference.Create(component);
            var attached = await _module.InvokeAsync<IJSObjectReference>("attach", [_self, .. arguments]);
            if (_gone)
            {
                await DetachAsync(attached);
                return false;
            }

            _attached = attached;
            return true;
        }
        catch (JSDisconnectedException)
        {
            return false; // Nobody looks any more.
        }
    }

    /// <summary>Calls a function of what is attached; nothing happens before and after.</summary>
    public async Task CallAsync(string function, params object?[] arguments)
    {
        if (_attached is null || _gone) return;
        try
        {
            await _attached.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // Nobody looks any more.
        }
    }

    /// <summary>Detaches it.</summary>
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        try
        {
            if (_attached is not null) await DetachAsync(_attached);
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its script with it.
        }

        _self?.Dispose();
    }

    private static async Task DetachAsync(IJSObjectReference attached)
    {
        await attached.InvokeVoidAsync("detach");
        await attached.DisposeAsync();
    }
}

using System.Text;
using System.Text.Json;
using Acornima;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace Packager.Scripts;

/// <summary>A script that was run once, in bounds and without a browser, to see which functions it leaves behind.</summary>
internal sealed class ScriptLibrary
{
    /// <summary>
    /// Stands in for everything a script may touch while it loads: any member of it, and any call, is itself again.
    /// </summary>
    private const string Surroundings = """
        var __anything = new Proxy(function () {}, {
            get: function (target, name) { return name === Symbol.toPrimitive ? function () { return ""; } : name === Symbol.iterator ? undefined : __anything; },
            apply: function () { return __anything; },
            construct: function () { return __anything; },
            set: function () { return true; },
            has: function () { return true; },
        });
        var window = globalThis, self = globalThis, parent = globalThis, top = globalThis;
        var document = __anything, Xrm = __anything, navigator = __anything, location = __anything, console = __anything;
        var localStorage = __anything, sessionStorage = __anything, performance = __anything, matchMedia = __anything;
        var setTimeout = function () { return 0; }, setInterval = setTimeout, clearTimeout = function () {}, clearInterval = clearTimeout;
        var addEventListener = function () {}, removeEventListener = function () {}, requestAnimationFrame = setTimeout;
        var fetch = __anything, URL = __anything, URLSearchParams = __anything, XMLHttpRequest = __anything;
        var HTMLElement = class {}, Element = class {}, Node = class {}, Event = class {}, CustomEvent = class {}, MutationObserver = class {};
        var customElements = __anything, FileReader = class {}, Image = class {}, Intl = __anything;
        """;

    private readonly Engine _engine;

    private ScriptLibrary(Engine engine) => _engine = engine;

    /// <summary>Decodes as a browser would: UTF-8, or what a byte order mark says.</summary>
    public static string Text(ReadOnlyMemory<byte> content)
    {
        using var reader = new StreamReader(new MemoryStream(content.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>What keeps the text from being a script or a module; null when nothing does.</summary>
    public static string? SyntaxError(string script)
    {
        try
        {
            new Parser().ParseScript(script);
            return null;
        }
        catch (ParseErrorException e)
        {
            try
            {
                new Parser().ParseModule(script);
                return null;
            }
            catch (ParseErrorException)
            {
                return e.Message;
            }
        }
        catch (InsufficientExecutionStackException)
        {
            return "It is nested too deep.";
        }
    }

    /// <summary>What keeps the text from being JSON; null when nothing does.</summary>
    public static string? JsonError(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    /// <summary>Runs the script; null and the reason when it fails.</summary>
    public static ScriptLibrary? Load(string script, out string error)
    {
        error = "";
        var engine = new Engine(options => options
            .TimeoutInterval(TimeSpan.FromSeconds(5))
            .LimitMemory(64 * 1024 * 1024)
            .LimitRecursion(256)
            .MaxStatements(1_000_000));
        try
        {
            engine.Execute(Surroundings);
            engine.Execute(script);
            return new(engine);
        }
        catch (Exception e) when (e is JintException or ParseErrorException or TimeoutException or InsufficientExecutionStackException or InvalidOperationException)
        {
            error = e.Message;
            return null;
        }
    }

    /// <summary>Whether <c>A.B.c</c> names a function after loading.</summary>
    public bool Has(string function)
    {
        try
        {
            JsValue value = _engine.Global;
            var parts = function.Split('.');
            if (parts.Any(part => part.Length == 0)) return false;
            for (var index = 0; index < parts.Length; index++)
            {
                if (!value.IsObject()) return false;
                // Classes and constants of a script live beside the global object, not on it.
                value = index == 0 && parts[0].All(c => char.IsLetterOrDigit(c) || c is '_' or '$') && !char.IsDigit(parts[0][0])
                    ? _engine.Evaluate($"typeof {parts[0]} === 'undefined' ? undefined : {parts[0]}")
                    : value.AsObject().Get(parts[index]);
            }

            return value.IsCallable();
        }
        catch (Exception e) when (e is JintException or ParseErrorException)
        {
            return false;
        }
    }
}

using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Xrm.Sdk;
using Packager.Model;

namespace Sandbox.Pipeline;

/// <summary>The plug-in types of the imported assemblies, each assembly in a load context of its own.</summary>
internal sealed class PluginTypes
{
    private readonly Dictionary<string, Type> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Type> _byId = [];

    /// <summary>Names of registered types that are no plug-ins in their assembly, with the reason.</summary>
    public IReadOnlyList<(string Name, string Reason)> Broken { get; }

    public PluginTypes(IEnumerable<PluginAssemblyModel> assemblies)
    {
        var broken = new List<(string, string)>();
        foreach (var model in assemblies)
        {
            Assembly assembly;
            try
            {
                assembly = new LoadContext(model.FullName).LoadFromStream(new MemoryStream(model.Content.ToArray(), writable: false));
            }
            catch (Exception e) when (e is BadImageFormatException or FileLoadException)
            {
                broken.Add((model.FullName, "The assembly cannot be loaded: " + e.Message));
                continue;
            }

            foreach (var registered in model.Types)
            {
                if (Load(assembly, registered.TypeName, out var reason) is not { } type)
                {
                    broken.Add((registered.TypeName, reason));
                    continue;
                }

                _byName[registered.TypeName] = type;
                if (registered.Id != Guid.Empty) _byId[registered.Id] = type;
            }
        }

        Broken = broken;
    }

    /// <summary>The type by id or, without one, by name; null when it is not there.</summary>
    public Type? Find(Guid? id, string? name) =>
        id is { } known && _byId.TryGetValue(known, out var type) ? type
        : name is not null && _byName.TryGetValue(name, out type) ? type
        : null;

    /// <summary>Makes a plug-in with the constructor that takes most of its configuration.</summary>
    public static IPlugin Create(Type type, string? configuration)
    {
        try
        {
            if (type.GetConstructor([typeof(string), typeof(string)]) is { } both) return (IPlugin)both.Invoke([configuration, null]);
            if (type.GetConstructor([typeof(string)]) is { } one) return (IPlugin)one.Invoke([configuration]);
            return (IPlugin)type.GetConstructor([])!.Invoke(null);
        }
        catch (TargetInvocationException e)
        {
            throw new OrganizationFault(ErrorCodes.IsvUnexpected,
                $"The plug-in type '{type.FullName}' could not be created: {e.InnerException?.Message}", inner: e.InnerException);
        }
    }

    private static Type? Load(Assembly assembly, string name, out string reason)
    {
        reason = "";
        try
        {
            if (assembly.GetType(name) is not { } type) reason = "The assembly has no type of this name.";
            else if (!typeof(IPlugin).IsAssignableFrom(type)) reason = "The type does not implement IPlugin.";
            else if (type.IsAbstract || !type.IsPublic) reason = "The type is abstract or not public.";
            else if (type.GetConstructor([typeof(string), typeof(string)]) is null && type.GetConstructor([typeof(string)]) is null
                && type.GetConstructor([]) is null) reason = "The type has no constructor that the platform calls.";
            else return type;
        }
        catch (Exception e) when (e is TypeLoadException or FileNotFoundException or FileLoadException)
        {
            reason = "The type cannot be loaded: " + e.Message;
        }

        return null;
    }

    // Whatever version of the SDK a plug-in was built against, it meets the host's.
    private sealed class LoadContext(string name) : AssemblyLoadContext(name)
    {
        private static readonly Assembly Sdk = typeof(IPlugin).Assembly;

        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Sdk.GetName().Name ? Sdk : null;
    }
}

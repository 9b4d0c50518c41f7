using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Packager.Assemblies;

/// <summary>What a plug-in assembly says of itself, read without loading it.</summary>
internal sealed class PluginAssemblyFile
{
    private readonly Dictionary<string, PluginClass> _classes = new(StringComparer.Ordinal);

    private PluginAssemblyFile()
    {
    }

    public string Name { get; private init; } = "";

    /// <summary><c>Name, Version=..., Culture=neutral, PublicKeyToken=...</c></summary>
    public string FullName { get; private init; } = "";

    /// <summary>As in the attribute: <c>.NETFramework,Version=v4.6.2</c>; empty when there is none.</summary>
    public string TargetFramework { get; private init; } = "";

    public bool IsStrongNamed { get; private init; }

    public IReadOnlyDictionary<string, PluginClass> Classes => _classes;

    /// <summary>Reads the metadata; null and the reason when this is no assembly.</summary>
    public static PluginAssemblyFile? Read(ReadOnlyMemory<byte> content, out string error)
    {
        error = "";
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var pe = new PEReader(stream);
            if (!pe.HasMetadata)
            {
                error = "it holds no metadata.";
                return null;
            }

            return Read(pe, pe.GetMetadataReader());
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or OverflowException or ArgumentException or IOException or IndexOutOfRangeException)
        {
            error = e.Message;
            return null;
        }
    }

    private static PluginAssemblyFile Read(PEReader pe, MetadataReader reader)
    {
        var definition = reader.GetAssemblyDefinition();
        var name = reader.GetString(definition.Name);
        var key = reader.GetBlobBytes(definition.PublicKey);
        var culture = reader.GetString(definition.Culture);
        var file = new PluginAssemblyFile
        {
            Name = name,
            FullName = $"{name}, Version={definition.Version}, Culture={(culture == "" ? "neutral" : culture)}, PublicKeyToken={Token(key)}",
            IsStrongNamed = key.Length > 0 && pe.PEHeaders.CorHeader?.Flags.HasFlag(CorFlags.StrongNameSigned) == true,
            TargetFramework = definition.GetCustomAttributes().Select(handle => CustomAttributeText.Of(reader, handle, "System.Runtime.Versioning.TargetFrameworkAttribute"))
                .FirstOrDefault(text => text != null) ?? "",
        };
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = PluginClass.Read(reader, handle);
            file._classes.TryAdd(type.Name, type);
        }

        return file;
    }

    private static string Token(byte[] key)
    {
        if (key.Length == 0) return "null";
#pragma warning disable CA5350 // The token is defined as the end of a SHA-1.
        var hash = SHA1.HashData(key);
#pragma warning restore CA5350
        return Convert.ToHexStringLower([.. hash.Reverse().Take(8)]);
    }
}

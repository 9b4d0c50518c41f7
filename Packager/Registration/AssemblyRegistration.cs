using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Packager.Assemblies;

namespace Packager.Registration;

/// <summary>
/// What an assembly registers: its <c>[CrmPluginRegistration]</c> attributes, in the shape that spkl gave them. The attribute
/// is found by its name, whoever declares it.
/// </summary>
internal sealed class AssemblyRegistration
{
    private const string Attribute = "CrmPluginRegistrationAttribute";

    private AssemblyRegistration(PluginAssemblyFile file) => File = file;

    public PluginAssemblyFile File { get; }

    public List<StepRegistration> Steps { get; } = [];

    /// <summary>Custom API to the type that implements it.</summary>
    public SortedDictionary<string, string> CustomApis { get; } = new(StringComparer.Ordinal);

    /// <summary>Full names of the types with at least one registration, sorted.</summary>
    public SortedSet<string> TypeNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the attributes; null and the reason when the file is no assembly.</summary>
    public static AssemblyRegistration? Read(ReadOnlyMemory<byte> content, out string error)
    {
        if (PluginAssemblyFile.Read(content, out error) is not { } file) return null;
        var registration = new AssemblyRegistration(file);
        try
        {
            using var pe = new PEReader(new MemoryStream(content.ToArray(), writable: false));
            var reader = pe.GetMetadataReader();
            foreach (var handle in reader.TypeDefinitions)
            {
                foreach (var attribute in reader.GetTypeDefinition(handle).GetCustomAttributes().Select(reader.GetCustomAttribute))
                {
                    if (CustomAttributeText.TypeOf(reader, attribute).Split('.')[^1] == Attribute)
                        registration.Add(reader, Assemblies.TypeNames.Of(reader, handle), attribute);
                }
            }
        }
        catch (BadImageFormatException e)
        {
            error = e.Message;
            return null;
        }

        return registration;
    }

    private void Add(MetadataReader reader, string type, CustomAttribute attribute)
    {
        var value = attribute.DecodeValue(new RegistrationTypeProvider());
        var named = value.NamedArguments.ToDictionary(argument => argument.Name ?? "", argument => argument.Value);
        var fixedArguments = value.FixedArguments;
        TypeNames.Add(type);
        if (fixedArguments.Length == 1)
        {
            CustomApis[fixedArguments[0].Value as string ?? ""] = type;
            return;
        }

        if (fixedArguments.Length != 8) return;
        var message = Text(reader, fixedArguments[0]);
        var table = fixedArguments[1].Value as string ?? "";
        var name = fixedArguments[5].Value as string;
        Steps.Add(new()
        {
            TypeName = type,
            Message = message,
            Table = table is "none" ? "" : table,
            Stage = fixedArguments[2].Value as int? ?? 0,
            IsAsync = Text(reader, fixedArguments[3]) == "Asynchronous",
            FilteringAttributes = (fixedArguments[4].Value as string ?? "").Replace(" ", "", StringComparison.Ordinal),
            Name = string.IsNullOrEmpty(name) ? $"{type}: {message} of {(table == "" ? "any table" : table)}" : name,
            Rank = fixedArguments[6].Value as int? ?? 1,
            Id = Guid.TryParse(named.GetValueOrDefault("Id") as string, out var id) ? id : null,
            Description = named.GetValueOrDefault("Description") as string ?? "",
            Configuration = named.GetValueOrDefault("UnSecureConfiguration") as string ?? "",
            DeletesSucceededJobs = named.GetValueOrDefault("DeleteAsyncOperation") as bool? ?? false,
            Images =
            [
                .. from number in Enumerable.Range(1, 4)
                   let alias = named.GetValueOrDefault($"Image{number}Name") as string
                   where !string.IsNullOrEmpty(alias)
                   select new ImageRegistration(alias, named.GetValueOrDefault($"Image{number}Type") as int? ?? 0,
                       (named.GetValueOrDefault($"Image{number}Attributes") as string ?? "").Replace(" ", "", StringComparison.Ordinal),
                       Guid.TryParse(named.GetValueOrDefault($"Image{number}Id") as string, out var imageId) ? imageId : null),
            ],
        });
    }

    /// <summary>A text, or the name of an enum's member: spkl's modes and messages are enums whose numbers mean nothing.</summary>
    private static string Text(MetadataReader reader, CustomAttributeTypedArgument<string> argument)
    {
        if (argument.Value is not int number) return argument.Value as string ?? "";
        foreach (var handle in reader.TypeDefinitions)
        {
            if (Assemblies.TypeNames.Of(reader, handle) != argument.Type) continue;
            foreach (var field in reader.GetTypeDefinition(handle).GetFields().Select(reader.GetFieldDefinition))
            {
                if (field.GetDefaultValue() is { IsNil: false } constant
                    && reader.GetBlobReader(reader.GetConstant(constant).Value).ReadInt32() == number)
                    return reader.GetString(field.Name);
            }
        }

        return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

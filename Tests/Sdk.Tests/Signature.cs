using System.Reflection;
using System.Runtime.Serialization;

namespace Sdk.Tests;

/// <summary>A type or member as the file of official signatures writes it down.</summary>
internal static class Signature
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Void"] = "void",
        ["System.Boolean"] = "bool",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Byte"] = "byte",
        ["System.String"] = "string",
        ["System.Object"] = "object",
    };

    public static string Of(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty) + "class";
        var bases = type.IsEnum ? ["int"] : Bases(type).Select(Name).ToArray();
        return Attributes(type) + $"public {kind} {Name(type)}" + (bases.Length == 0 ? string.Empty : " : " + string.Join(", ", bases));
    }

    public static string Of(MemberInfo member) => member switch
    {
        FieldInfo { DeclaringType.IsEnum: true } value => $"{value.Name} = {value.GetRawConstantValue()}",
        FieldInfo field => $"{Access(field.IsPublic, field.IsFamilyOrAssembly)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}",
        PropertyInfo property => Of(property),
        ConstructorInfo constructor => $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor.GetParameters())})",
        MethodInfo method => Of(method),
        _ => throw new NotSupportedException($"{member.DeclaringType}.{member.Name} is a {member.MemberType}."),
    };

    private static string Of(MethodInfo method)
    {
        var generic = method.GetGenericArguments();
        var constraints = generic
            .Where(parameter => parameter.GetGenericParameterConstraints().Length > 0)
            .Select(parameter => $" where {parameter.Name} : {string.Join(", ", parameter.GetGenericParameterConstraints().Select(Name))}");
        return $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}"
            + (generic.Length == 0 ? string.Empty : $"<{string.Join(", ", generic.Select(Name))}>")
            + $"({Parameters(method.GetParameters())}){string.Concat(constraints)}";
    }

    private static string Of(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(PublicApi.IsVisible).ToArray();
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{Parameters(index)}]";
        var parts = accessors.Select(accessor => accessor.ReturnType == typeof(void) ? "set; " : "get; ");
        return $"{Modifiers(accessors[0])}{Name(property.PropertyType)} {name} {{ {string.Concat(parts.Order())}}}";
    }

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return string.Empty;
        }

        var overrides = method.GetBaseDefinition() != method;
        return Access(method)
            + (method.IsStatic ? "static " : string.Empty)
            + (overrides ? "override " : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : string.Empty);
    }

    private static string Access(MethodBase method) => Access(method.IsPublic, method.IsFamilyOrAssembly);

    private static string Access(bool isPublic, bool isProtectedInternal) =>
        isPublic ? "public " : isProtectedInternal ? "protected internal " : "protected ";

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
    {
        var prefix = parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? "ref "
            : parameter.GetCustomAttributesData().Any(data => data.AttributeType.Name == nameof(ParamArrayAttribute)) ? "params "
            : string.Empty;
        return $"{prefix}{Name(parameter.ParameterType)} {parameter.Name}";
    }));

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsGenericType)
        {
            var arguments = type.GetGenericArguments().Select(Name);
            return type.Name == "Nullable`1" ? arguments.Single() + "?" : $"{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
        }

        var name = $"{type.Namespace}.{type.Name}";
        return Keywords.GetValueOrDefault(name, name);
    }

    /// <summary>Base class and interfaces in the order of the metadata, without what an interface or base class brings along by itself.</summary>
    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent.FullName != "System.Object")
        {
            yield return parent;
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var restated = type.BaseType?.FullName == "System.Exception" ? [] : inherited;
        foreach (var item in type.GetInterfaces().Except(restated))
        {
            yield return item;
        }
    }

    private static string Attributes(Type type) => string.Concat(
        (type.IsDefined(typeof(SerializableAttribute), inherit: false) && !type.IsEnum ? new[] { "[System.Serializable] " } : []).Concat(type.GetCustomAttributesData()
            .Where(data => data.AttributeType.Name is nameof(DataContractAttribute) or nameof(CollectionDataContractAttribute))
            .Select(data => $"[{data.AttributeType.FullName![..^"Attribute".Length]}({string.Join(", ", data.NamedArguments.OrderBy(argument => argument.MemberName, StringComparer.Ordinal).Select(argument => $"{argument.MemberName} = \"{argument.TypedValue.Value}\""))})] ")));
}

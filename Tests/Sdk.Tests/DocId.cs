using System.Reflection;

namespace Sdk.Tests;

/// <summary>Documentation ids, the unambiguous names of types and members: <c>M:Ns.Type.Method``1(System.String,``0@)</c>.</summary>
internal static class DocId
{
    public static string Of(Type type) => "T:" + Name(type);

    public static string Of(MemberInfo member) => member switch
    {
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}",
        MethodBase method => Of(method),
        _ => throw new NotSupportedException($"{member.DeclaringType}.{member.Name} is a {member.MemberType}."),
    };

    public static string Of(MethodBase method)
    {
        var arity = method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : string.Empty;
        return $"M:{Name(method.DeclaringType!)}.{method.Name.Replace('.', '#')}{arity}{Parameters(method.GetParameters())}";
    }

    /// <summary>The type as it stands in a parameter list; of a generic definition, its plain name with arity.</summary>
    public static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        return type.IsConstructedGenericType
            ? $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Name))}}}"
            : $"{type.Namespace}.{type.Name}";
    }

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? string.Empty : $"({string.Join(',', parameters.Select(parameter => Name(parameter.ParameterType)))})";
}

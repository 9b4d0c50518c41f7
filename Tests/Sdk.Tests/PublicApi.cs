using System.Reflection;

namespace Sdk.Tests;

/// <summary>What code outside an assembly can see of it: public types with their public and protected members.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<MemberInfo> MembersOf(Type type) =>
        type.GetMembers(Declared).Where(member => member switch
        {
            FieldInfo field => !field.IsSpecialName && (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly),
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
            MethodBase method => IsVisible(method) && (method.IsConstructor || !method.IsSpecialName),
            Type nested => nested.IsNestedPublic || nested.IsNestedFamily || nested.IsNestedFamORAssem,
            _ => throw new NotSupportedException($"{type}.{member.Name} is a {member.MemberType}."),
        });

    /// <summary>Methods with the accessors of properties: what a compiled caller refers to.</summary>
    public static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMembers(Declared).OfType<MethodBase>().Where(IsVisible);

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}

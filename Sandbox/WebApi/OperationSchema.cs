using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>An action or function: a custom API, or a message of the platform.</summary>
/// <param name="Name">Unique name, which is the message name.</param>
/// <param name="IsFunction">True for GET, false for POST.</param>
/// <param name="Binding">What it is bound to.</param>
/// <param name="Table">The table it is bound to; null for any.</param>
/// <param name="Parameters">What it takes beside the bound row.</param>
/// <param name="Results">What it answers.</param>
public sealed record OperationSchema(
    string Name,
    bool IsFunction,
    OperationBinding Binding,
    string? Table,
    IReadOnlyList<OperationParameter> Parameters,
    IReadOnlyList<OperationParameter> Results)
{
    /// <summary>Whether the only result is a row or rows, which then is the answer itself.</summary>
    public bool AnswersRows => Results is [{ Type: OperationType.Entity or OperationType.EntityCollection }];

    /// <summary>The operation a custom API stands for.</summary>
    public static OperationSchema Of(CustomApiModel api) => new(
        api.UniqueName,
        api.IsFunction,
        (OperationBinding)api.BindingType,
        api.BoundTable,
        [.. api.Parameters.Select(Of)],
        [.. api.Properties.Select(Of)]);

    private static OperationParameter Of(CustomApiParameterModel parameter) =>
        new(parameter.UniqueName, (OperationType)parameter.Type, parameter.IsOptional, parameter.Table);
}

/// <summary>What an operation is bound to.</summary>
public enum OperationBinding
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A row.</summary>
    Row,

    /// <summary>A table.</summary>
    Collection,
}

/// <summary>A parameter or a result of an operation.</summary>
/// <param name="Name">Name; case matters.</param>
/// <param name="Type">Type.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Table">Table of the row; null for any.</param>
public sealed record OperationParameter(string Name, OperationType Type, bool IsOptional = false, string? Table = null)
{
    /// <summary>For <see cref="OperationType.Sdk"/>, the type.</summary>
    public Type? Sdk { get; init; }
}

/// <summary>Types of parameters: those of custom APIs with their numbers, and those that only the platform's own messages have.</summary>
public enum OperationType
{
    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A point in time.</summary>
    DateTime,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A row.</summary>
    Entity,

    /// <summary>Rows.</summary>
    EntityCollection,

    /// <summary>A reference to a row.</summary>
    EntityReference,

    /// <summary>A floating-point number.</summary>
    Float,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>An amount.</summary>
    Money,

    /// <summary>The value of an option.</summary>
    Picklist,

    /// <summary>A text.</summary>
    String,

    /// <summary>Texts.</summary>
    StringArray,

    /// <summary>An id.</summary>
    Guid,

    /// <summary>Bytes, base64 in JSON.</summary>
    Binary,

    /// <summary>Ids.</summary>
    GuidArray,

    /// <summary>A large whole number.</summary>
    BigInteger,

    /// <summary>A user or team with the rights it is given.</summary>
    PrincipalAccess,

    /// <summary>Which page is wanted.</summary>
    PagingInfo,

    /// <summary>What an audit row says.</summary>
    AuditDetail,

    /// <summary>A page of an audit history.</summary>
    AuditDetailCollection,

    /// <summary>A type of the SDK, published as it is declared.</summary>
    Sdk,
}

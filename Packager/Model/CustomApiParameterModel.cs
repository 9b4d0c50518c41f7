namespace Packager.Model;

/// <summary>A request parameter or response property of a custom API.</summary>
/// <param name="UniqueName">Name in the request or response.</param>
/// <param name="Type">0 Boolean, 1 DateTime, 2 Decimal, 3 Entity, 4 EntityCollection, 5 EntityReference, 6 Float, 7 Integer, 8 Money, 9 Picklist, 10 String, 11 StringArray, 12 Guid.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Table">Table of an entity-typed one.</param>
public sealed record CustomApiParameterModel(string UniqueName, int Type, bool IsOptional, string? Table);

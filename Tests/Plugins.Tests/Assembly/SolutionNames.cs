using System.Xml.Linq;

namespace Plugins.Tests.Assembly;

/// <summary>The names of the solution as its XML has them.</summary>
internal static class SolutionNames
{
    /// <summary>Columns of a table, all of them.</summary>
    public static XElement[] Columns(string entity) =>
        [.. XDocument.Load(RepositoryFolder.PathOf("Solution", "Entities", "rdy_" + entity, "Entity.xml")).Descendants("attribute")];

    public static string[] ColumnNames(string entity) => [.. Columns(entity).Select(column => (string)column.Element("LogicalName")!)];

    /// <summary>Columns of ours that requests can write.</summary>
    public static IEnumerable<string> OwnColumns(string entity) =>
        ColumnNames(entity).Where(column => column.StartsWith("rdy_", StringComparison.Ordinal) && column != $"rdy_{entity.ToLowerInvariant()}id");
}

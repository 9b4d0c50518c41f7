using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>Columns to read; empty reads the id alone.</summary>
[DataContract(Name = "ColumnSet", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public sealed class ColumnSet : IExtensibleDataObject
{
    private DataCollection<string> _columns;
    private DataCollection<XrmAttributeExpression> _attributeExpressions;

    public ColumnSet()
    {
    }

    public ColumnSet(bool allColumns) => AllColumns = allColumns;

    public ColumnSet(params string[] columns) => AddColumns(columns);

    public bool AllColumns { get; set; }

    public DataCollection<string> Columns
    {
        get => _columns ?? (_columns = new DataCollection<string>());
        set => _columns = value;
    }

    /// <summary>Columns that are added up or grouped by.</summary>
    public DataCollection<XrmAttributeExpression> AttributeExpressions
    {
        get => _attributeExpressions ?? (_attributeExpressions = new DataCollection<XrmAttributeExpression>());
        set => _attributeExpressions = value;
    }

    /// <summary>Room for data of a newer contract.</summary>
    public ExtensionDataObject ExtensionData { get; set; }

    public void AddColumn(string column) => Columns.Add(column);

    public void AddColumns(params string[] columns) => Columns.AddRange(columns);
}

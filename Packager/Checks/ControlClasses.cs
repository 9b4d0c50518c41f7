using Packager.Model;

namespace Packager.Checks;

/// <summary>Which control of a form belongs to which column.</summary>
internal static class ControlClasses
{
    public static readonly Guid Subgrid = Guid.Parse("E7A81278-8635-4D9E-8D4D-59480B391C5B");
    public static readonly Guid ReferencePanelSubgrid = Guid.Parse("02D4264B-47E2-4B4C-AA95-F439F3F4D458");
    public static readonly Guid QuickView = Guid.Parse("5C5600E0-1D6E-4205-A272-BE80DA87FD42");
    public static readonly Guid WebResource = Guid.Parse("9FDF5F91-88B1-47F4-AD53-C11EFC01A01D");

    private static readonly Guid Notes = Guid.Parse("06375649-C143-495E-A496-C962E5B4488E");
    private static readonly Guid CustomControl = Guid.Parse("F9A8A302-114E-466A-B582-6771B2AE0D92");
    private static readonly Guid PowerBiTile = Guid.Parse("8C54228C-1B25-4909-A12A-F2B968BB0D62");
    private static readonly Guid Regarding = Guid.Parse("F3015350-44A2-4AA0-97B5-00166532B5E9");

    private static readonly Dictionary<Guid, Func<ColumnXml, bool>> ForColumns = new()
    {
        [Guid.Parse("4273EDBD-AC1D-40D3-9FB2-095C621B552D")] = column => column.Type == ColumnType.Text,
        [Guid.Parse("ADA2203E-B4CD-49BE-9DDF-234642B43B52")] = column => column.Type == ColumnType.Text && Format(column) == "email",
        [Guid.Parse("71716B6C-711E-476C-8AB8-5D11542BFB47")] = column => column.Type == ColumnType.Text && Format(column) == "url",
        [Guid.Parse("E0DECE4B-6FC8-4A8F-A065-082708572369")] = column =>
            column.Type == ColumnType.Memo || (column.Type == ColumnType.Text && Format(column) is "textarea" or "richtext"),
        [Guid.Parse("C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F")] = column => column.Type == ColumnType.Integer,
        [Guid.Parse("C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E")] = column => column.Type == ColumnType.Decimal,
        [Guid.Parse("0D2C745A-E5A8-4C8F-BA63-C6D3BB604660")] = column => column.Type == ColumnType.Float,
        [Guid.Parse("533B9E00-756B-4312-95A0-DC888637AC78")] = column => column.Type == ColumnType.Money,
        [Guid.Parse("67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED")] = column => column.Type == ColumnType.Boolean,
        [Guid.Parse("5B773807-9FB2-42DB-97C3-7A91EFF8ADFF")] = column => column.Type == ColumnType.DateTime,
        [Guid.Parse("3EF39988-22BB-4F0B-BBBE-64B5A3748AEE")] = column => column.Type is ColumnType.Choice or ColumnType.State,
        [Guid.Parse("5D68B988-0661-4DB2-BC3E-17598AD3BE6C")] = column => column.Type == ColumnType.Status,
        [Guid.Parse("4AA28AB7-9C13-4F57-A73D-AD894D048B5F")] = column => column.Type == ColumnType.Choices,
        [Guid.Parse("270BD3DB-D9AF-4782-9025-509E298DEC0A")] = column => column.Type is ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer,
        [Guid.Parse("7C624A0B-F59E-493D-9583-638D34759266")] = column => column.Type == ColumnType.Integer,
        [Guid.Parse("7E548B0D-209C-477B-9DCD-F0F44472381D")] = column => column.Type == ColumnType.Image,
        [Guid.Parse("0A7FF475-B016-4687-9CE5-042BFDBD6519")] = column => column.Type == ColumnType.File,
    };

    public static bool IsKnown(Guid control) => ForColumns.ContainsKey(control) || IsForAnything(control) || control == Subgrid
        || control == ReferencePanelSubgrid || control == QuickView || control == WebResource || control == Notes || control == PowerBiTile;

    /// <summary>Whether the control can show the column.</summary>
    public static bool Fits(Guid control, ColumnXml column) =>
        IsForAnything(control) || (ForColumns.TryGetValue(control, out var fits) && fits(column));

    /// <summary>Whether the control shows a column at all.</summary>
    public static bool ShowsColumn(Guid control) => ForColumns.ContainsKey(control);

    private static bool IsForAnything(Guid control) => control == CustomControl || control == Regarding;

    private static string Format(ColumnXml column) => ((string?)column.Element.Element("Format") ?? "").ToLowerInvariant();
}

namespace Packager.Model;

/// <summary>A column.</summary>
public sealed record ColumnModel
{
    /// <summary>Logical name.</summary>
    public required string LogicalName { get; init; }

    /// <summary>Schema name (<c>PhysicalName</c>).</summary>
    public required string SchemaName { get; init; }

    /// <summary>Type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>The type as the XML names it (<c>nvarchar</c>).</summary>
    public required string TypeName { get; init; }

    /// <summary>Display name by language.</summary>
    public required Labels DisplayName { get; init; }

    /// <summary>none, recommended, required or systemrequired.</summary>
    public string RequiredLevel { get; init; } = "none";

    /// <summary>text, url, email, phone, textarea, date, datetime, ...; empty when the XML has none.</summary>
    public string Format { get; init; } = "";

    /// <summary>Most UTF-16 units a text may have.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number allowed.</summary>
    public decimal? MinValue { get; init; }

    /// <summary>Largest number allowed; for image and file columns the largest size in KB (1024 bytes).</summary>
    public decimal? MaxValue { get; init; }

    /// <summary>Decimal places kept.</summary>
    public int? Accuracy { get; init; }

    /// <summary>DateTime behaviour: 1 user local, 2 date only, 3 time-zone independent.</summary>
    public int? DateBehavior { get; init; }

    /// <summary>Default of a choice (null when -1) or of a yes/no (0 or 1).</summary>
    public int? DefaultValue { get; init; }

    /// <summary>The options: of the global set it names, or its own.</summary>
    public ChoiceModel? Choice { get; init; }

    /// <summary>Logical names of the tables a lookup may point at.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Whether a create request may carry it.</summary>
    public bool ValidForCreate { get; init; } = true;

    /// <summary>Whether an update request may carry it.</summary>
    public bool ValidForUpdate { get; init; } = true;

    /// <summary>Whether a request may ask for it.</summary>
    public bool ValidForRead { get; init; } = true;

    /// <summary>True for columns the publisher added.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Whether its changes are audited.</summary>
    public bool IsAudited { get; init; }

    /// <summary>Whether column security protects it.</summary>
    public bool IsSecured { get; init; }

    /// <summary>Auto-number format, empty for none.</summary>
    public string AutoNumberFormat { get; init; } = "";

    /// <summary>For image columns: whether the original is kept beside the thumbnail.</summary>
    public bool CanStoreFullImage { get; init; }
}

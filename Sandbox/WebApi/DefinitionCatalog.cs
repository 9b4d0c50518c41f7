using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Packager.Model;
using Sandbox.Metadata;

namespace Sandbox.WebApi;

/// <summary>The definitions of everything in the organization, with labels in the languages that are asked for.</summary>
/// <param name="request">The request, whose caller's language the labels show.</param>
/// <param name="languages">The languages of the labels; null for all.</param>
internal sealed class DefinitionCatalog(WebApiRequest request, IReadOnlySet<int>? languages)
{
    private readonly int _language = request.Organization.UserOf(request.Caller).Language;
    private readonly int _baseLanguage = request.Schema.Organization.BaseLanguage;

    public IEnumerable<Definition> Tables => request.Schema.Entities.Select(Table);

    public IEnumerable<Definition> Relationships => request.Schema.Organization.Relationships
        .Where(each => request.Schema.Table(each.ReferencedTable) is not null && request.Schema.Table(each.ReferencingTable) is not null)
        .OrderBy(each => each.Name, StringComparer.Ordinal)
        .Select(Relationship);

    public IEnumerable<Definition> Choices => request.Schema.Organization.Choices.Values.OrderBy(each => each.Name, StringComparer.Ordinal)
        .Select(choice => Choice(choice, "Picklist") with { NamesType = true });

    private Definition Table(EntitySchema entity)
    {
        var table = entity.Table;
        var organization = request.Schema.Organization;
        return new("EntityMetadata", new JsonObject
        {
            ["LogicalName"] = table.LogicalName,
            ["SchemaName"] = table.SchemaName,
            ["EntitySetName"] = table.EntitySetName,
            ["LogicalCollectionName"] = table.EntitySetName,
            ["PrimaryIdAttribute"] = table.PrimaryId,
            ["PrimaryNameAttribute"] = table.PrimaryName,
            ["PrimaryImageAttribute"] = table.PrimaryImage,
            ["OwnershipType"] = table.IsUserOwned ? "UserOwned" : "OrganizationOwned",
            ["IconVectorName"] = table.Icon,
            ["IsQuickCreateEnabled"] = table.HasQuickCreate,
            ["EnforceStateTransitions"] = table.EnforcesStateTransitions,
            ["IsAuditEnabled"] = Managed(table.IsAudited),

            // The names of a publisher have its prefix before an underscore; tables of the platform have none.
            ["IsCustomEntity"] = table.LogicalName.Contains('_', StringComparison.Ordinal),
            ["IsIntersect"] = table.IsIntersect,
            ["IsActivity"] = false,
            ["DisplayName"] = Label(table.DisplayName),
            ["DisplayCollectionName"] = Label(table.CollectionName),
            ["MetadataId"] = IdOf(table.LogicalName),
        })
        {
            Collections = new()
            {
                ["Attributes"] = () =>
                {
                    var numbers = ColumnNumbers.Of(table);
                    return entity.Properties.Select(property => Column(table, property.Column, numbers[property.Attribute]));
                },
                ["Keys"] = () => table.Keys.Select(key => Key(table, key)),
                ["ManyToOneRelationships"] = () => organization.ManyToOneOf(table.LogicalName).Where(each => each.IntersectTable is null).Select(Relationship),
                ["OneToManyRelationships"] = () => organization.OneToManyOf(table.LogicalName).Where(each => each.IntersectTable is null).Select(Relationship),
                ["ManyToManyRelationships"] = () => organization.ManyToManyOf(table.LogicalName).Select(Relationship),
            },
        };
    }

    private Definition Column(TableModel table, ColumnModel column, int number)
    {
        var members = new JsonObject
        {
            ["LogicalName"] = column.LogicalName,
            ["SchemaName"] = column.SchemaName,
            ["EntityLogicalName"] = table.LogicalName,
            ["ColumnNumber"] = number,
            ["AttributeType"] = AttributeTypeOf(column),
            ["AttributeTypeName"] = new JsonObject
            {
                ["Value"] = column.Type switch
                {
                    ColumnType.Choices => "MultiSelectPicklistType",
                    ColumnType.Image => "ImageType",
                    ColumnType.File => "FileType",
                    _ => AttributeTypeOf(column) + "Type",
                },
            },
            ["DisplayName"] = Label(column.DisplayName),
            ["RequiredLevel"] = new JsonObject
            {
                ["Value"] = column.RequiredLevel switch
                {
                    "required" => "ApplicationRequired",
                    "systemrequired" => "SystemRequired",
                    "recommended" => "Recommended",
                    _ => "None",
                },
            },
            ["IsValidForCreate"] = column.ValidForCreate,
            ["IsValidForUpdate"] = column.ValidForUpdate,
            ["IsValidForRead"] = column.ValidForRead,
            ["IsPrimaryId"] = column.Type == ColumnType.PrimaryKey,
            ["IsPrimaryName"] = column.LogicalName == table.PrimaryName,
            ["IsCustomAttribute"] = column.IsCustom,
            ["IsAuditEnabled"] = Managed(column.IsAudited),
        };
        AddLimits(members, column);
        if (column.Targets.Count > 0)
            members["Targets"] = new JsonArray([.. column.Targets.Select(target => (JsonNode)target)]);
        members["MetadataId"] = IdOf($"{table.LogicalName}.{column.LogicalName}");
        var definition = new Definition(MetadataTypeOf(column), members) { NamesType = true };
        if (column.Choice is not { } choice)
            return definition;
        definition.Singles["OptionSet"] = () => Choice(choice, column.Type switch
        {
            ColumnType.Boolean => "Boolean",
            ColumnType.State => "State",
            ColumnType.Status => "Status",
            _ => "Picklist",
        });
        definition.Singles["GlobalOptionSet"] = () => choice.IsGlobal ? Choice(choice, "Picklist") : null;
        return definition;
    }

    private static void AddLimits(JsonObject members, ColumnModel column)
    {
        var isFile = column.Type is ColumnType.Image or ColumnType.File;
        if (column.MaxLength is { } length)
            members["MaxLength"] = length;
        if (column.MinValue is { } least)
            members["MinValue"] = least;
        if (column.MaxValue is { } most)
            members[isFile ? "MaxSizeInKB" : "MaxValue"] = most;
        if (column.Accuracy is { } precision)
            members["Precision"] = precision;
        if (column.Type == ColumnType.Image)
            members["CanStoreFullImage"] = column.CanStoreFullImage;
        if (column.Type == ColumnType.Text)
            members["AutoNumberFormat"] = column.AutoNumberFormat;
        if (column.Type == ColumnType.DateTime)
        {
            members["DateTimeBehavior"] = new JsonObject
            {
                ["Value"] = column.DateBehavior switch { 2 => "DateOnly", 3 => "TimeZoneIndependent", _ => "UserLocal" },
            };
        }

        if (column.Type == ColumnType.Boolean)
            members["DefaultValue"] = column.DefaultValue == 1;
        else if (column.Choice is not null)
            members["DefaultFormValue"] = column.DefaultValue ?? -1;
    }

    private Definition Choice(ChoiceModel choice, string kind)
    {
        var members = new JsonObject
        {
            ["Name"] = choice.Name,
            ["DisplayName"] = Label(choice.DisplayName),
            ["IsGlobal"] = choice.IsGlobal,
            ["OptionSetType"] = kind,
        };
        if (kind == "Boolean")
        {
            foreach (var option in choice.Options)
                members[option.Value == 0 ? "FalseOption" : "TrueOption"] = Option(option);
        }
        else
        {
            members["Options"] = new JsonArray([.. choice.Options.Select(option => (JsonNode)Option(option))]);
        }

        members["MetadataId"] = IdOf("choice:" + choice.Name);
        return new(kind == "Boolean" ? "BooleanOptionSetMetadata" : "OptionSetMetadata", members);
    }

    private JsonObject Option(OptionModel option)
    {
        var members = new JsonObject { ["Value"] = option.Value, ["Label"] = Label(option.Label), ["Color"] = option.Color };
        if (option.State is { } state)
            members["State"] = state;
        if (option.DefaultStatus is { } status)
            members["DefaultStatus"] = status;
        return members;
    }

    private Definition Key(TableModel table, KeyModel key) => new("EntityKeyMetadata", new JsonObject
    {
        ["LogicalName"] = key.LogicalName,
        ["EntityLogicalName"] = table.LogicalName,
        ["DisplayName"] = Label(key.DisplayName),
        ["KeyAttributes"] = new JsonArray([.. key.Columns.Select(column => (JsonNode)column)]),
        ["EntityKeyIndexStatus"] = "Active",
        ["MetadataId"] = IdOf($"{table.LogicalName}.key:{key.LogicalName}"),
    });

    private Definition Relationship(RelationshipModel relationship) => relationship.IntersectTable is { } intersect
        ? new("ManyToManyRelationshipMetadata", new JsonObject
        {
            ["SchemaName"] = relationship.Name,
            ["RelationshipType"] = "ManyToManyRelationship",
            ["IsCustomRelationship"] = !relationship.IsSystem,
            ["Entity1LogicalName"] = relationship.ReferencedTable,
            ["Entity1IntersectAttribute"] = relationship.FirstIntersectColumn,
            ["Entity1NavigationPropertyName"] = relationship.CollectionNavigation,
            ["Entity2LogicalName"] = relationship.ReferencingTable,
            ["Entity2IntersectAttribute"] = relationship.SecondIntersectColumn,
            ["Entity2NavigationPropertyName"] = relationship.LookupNavigation,
            ["IntersectEntityName"] = intersect,
            ["MetadataId"] = IdOf("relationship:" + relationship.Name),
        })
        { NamesType = true }
        : new("OneToManyRelationshipMetadata", new JsonObject
        {
            ["SchemaName"] = relationship.Name,
            ["RelationshipType"] = "OneToManyRelationship",
            ["IsCustomRelationship"] = !relationship.IsSystem,
            ["ReferencedEntity"] = relationship.ReferencedTable,
            ["ReferencedAttribute"] = request.Schema.Table(relationship.ReferencedTable)?.Table.PrimaryId,
            ["ReferencedEntityNavigationPropertyName"] = relationship.CollectionNavigation,
            ["ReferencingEntity"] = relationship.ReferencingTable,
            ["ReferencingAttribute"] = relationship.ReferencingColumn,
            ["ReferencingEntityNavigationPropertyName"] = relationship.LookupNavigation,
            ["CascadeConfiguration"] = new JsonObject
            {
                ["Assign"] = relationship.CascadeAssign,
                ["Delete"] = relationship.CascadeDelete,
                ["Reparent"] = relationship.CascadeReparent,
                ["Share"] = relationship.CascadeShare,
            },
            ["MetadataId"] = IdOf("relationship:" + relationship.Name),
        })
        { NamesType = true };

    private JsonObject Label(Labels labels)
    {
        var shown = labels.ByLanguage.Where(label => languages?.Contains(label.Key) ?? true).ToArray();
        var language = labels.ByLanguage.ContainsKey(_language) ? _language : _baseLanguage;
        return new()
        {
            ["LocalizedLabels"] = new JsonArray([.. shown.Select(label => (JsonNode)Localized(label.Value, label.Key))]),
            ["UserLocalizedLabel"] = labels.ByLanguage.Count == 0 ? null : Localized(labels.In(_language, _baseLanguage), language),
        };
    }

    private static JsonObject Localized(string text, int language) => new() { ["Label"] = text, ["LanguageCode"] = language };

    private static JsonObject Managed(bool value) => new() { ["Value"] = value };

    /// <summary>A metadata id that is the same wherever a solution is imported: the platform's differ by environment.</summary>
    private static string IdOf(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();

    private static string AttributeTypeOf(ColumnModel column) => column.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => "Uniqueidentifier",
        ColumnType.Text => "String",
        ColumnType.Integer => "Integer",
        ColumnType.BigInteger => "BigInt",
        ColumnType.Float => "Double",
        ColumnType.Choice => "Picklist",
        ColumnType.Choices or ColumnType.Image or ColumnType.File => "Virtual",
        var other => other.ToString(),
    };

    private static string MetadataTypeOf(ColumnModel column) => column.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => "UniqueIdentifierAttributeMetadata",
        ColumnType.Text => "StringAttributeMetadata",
        ColumnType.BigInteger => "BigIntAttributeMetadata",
        ColumnType.Float => "DoubleAttributeMetadata",
        ColumnType.Choice => "PicklistAttributeMetadata",
        ColumnType.Choices => "MultiSelectPicklistAttributeMetadata",
        ColumnType.Owner or ColumnType.Customer => "LookupAttributeMetadata",
        var other => other + "AttributeMetadata",
    };
}

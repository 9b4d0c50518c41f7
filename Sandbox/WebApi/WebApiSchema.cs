using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;
using Packager.Model;
using Sandbox.Metadata;

namespace Sandbox.WebApi;

/// <summary>What the Web API knows of the organization: the entity data model, and which column is behind which name.</summary>
public sealed class WebApiSchema
{
    /// <summary>Namespace of every type and operation.</summary>
    public const string Namespace = "Microsoft.Dynamics.CRM";

    private readonly Dictionary<string, EntitySchema> _byTable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntitySchema> _bySet = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntitySchema> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<IEdmOperation, OperationSchema> _operations = [];
    private readonly Dictionary<string, IEdmFunction> _queryFunctions = new(StringComparer.Ordinal);
    private readonly EdmModel _model = new();
    private readonly EdmEntityContainer _container = new(Namespace, "System");
    private readonly EdmEntityType _base = new(Namespace, "crmbaseentity", null, isAbstract: true, isOpen: false);
    private readonly EdmEntityType _principal;
    private readonly SdkTypes _sdk;
    private EdmComplexType? _principalAccess;
    private EdmEnumType? _rights;
    private AuditTypes? _audit;

    /// <param name="organization">What the organization holds now; a new import needs a new schema.</param>
    public WebApiSchema(OrganizationModel organization)
    {
        Organization = organization;
        _sdk = new(_model);
        _principal = new EdmEntityType(Namespace, "principal", _base);
        _principal.AddKeys(_principal.AddStructuralProperty("ownerid", EdmPrimitiveTypeKind.Guid, isNullable: false));
        _model.AddElement(_base);
        _model.AddElement(_principal);
        _model.AddElement(_container);
        AddTables([.. organization.Tables.Values.OrderBy(table => table.LogicalName, StringComparer.Ordinal)], organization.Relationships);
        foreach (var operation in PlatformOperations.All.Where(each => each.Table is null || _byTable.ContainsKey(each.Table)))
            AddOperation(operation);
        foreach (var api in organization.CustomApis.Values.Where(api => !api.IsPrivate).OrderBy(api => api.UniqueName, StringComparer.Ordinal))
            AddOperation(OperationSchema.Of(api));
        foreach (var function in QueryFunction.All.Values.OrderBy(function => function.Name, StringComparer.Ordinal))
            AddQueryFunction(function);
    }

    /// <summary>The model it was made from.</summary>
    public OrganizationModel Organization { get; }

    /// <summary>The entity data model, as <c>$metadata</c> shows it.</summary>
    public IEdmModel Model => _model;

    /// <summary>All tables.</summary>
    public IEnumerable<EntitySchema> Entities => _byTable.Values;

    /// <summary>The schema of a table; null when there is none of that logical name.</summary>
    public EntitySchema? Table(string logicalName) => _byTable.GetValueOrDefault(logicalName);

    /// <summary>The schema behind an entity set; null when there is none.</summary>
    public EntitySchema? Set(string name) => _bySet.GetValueOrDefault(name);

    /// <summary>The schema of an entity type of the model.</summary>
    public EntitySchema? Type(IEdmType type) => type is IEdmSchemaElement named ? _byType.GetValueOrDefault(named.Name) : null;

    /// <summary>The operation behind an element of the model.</summary>
    public OperationSchema Operation(IEdmOperation operation) => _operations[operation];

    /// <summary>A query function in the bound form that the parser looks for within <c>$filter</c>.</summary>
    public IEdmFunction? QueryFunctionNamed(string qualifiedName) => _queryFunctions.GetValueOrDefault(qualifiedName);

    private void AddTables(IReadOnlyList<TableModel> tables, IReadOnlyList<RelationshipModel> relationships)
    {
        var types = new Dictionary<string, EdmEntityType>(StringComparer.Ordinal);
        var sets = new Dictionary<string, EdmEntitySet>(StringComparer.Ordinal);
        var properties = new Dictionary<string, List<PropertySchema>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var type = new EdmEntityType(Namespace, table.LogicalName, _base);
            _model.AddElement(type);
            types.Add(table.LogicalName, type);
            properties.Add(table.LogicalName, AddProperties(type, table));
            sets.Add(table.LogicalName, _container.AddEntitySet(table.EntitySetName, type));
        }

        var navigations = tables.ToDictionary(
            table => table.LogicalName, _ => new Dictionary<string, NavigationSchema>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var relationship in relationships.OrderBy(each => each.Name, StringComparer.Ordinal))
            AddNavigations(relationship, types, sets, navigations);
        foreach (var table in tables)
            AddOwner(table, types, sets, navigations[table.LogicalName]);
        foreach (var table in tables)
        {
            var type = types[table.LogicalName];
            AddAlternateKeys(type, table);
            var schema = new EntitySchema(table, type, properties[table.LogicalName], navigations[table.LogicalName]);
            _byTable.Add(table.LogicalName, schema);
            _byType.Add(type.Name, schema);
            _bySet.Add(table.EntitySetName, schema);
        }
    }

    private static List<PropertySchema> AddProperties(EdmEntityType type, TableModel table)
    {
        var properties = new List<PropertySchema>();
        var columns = table.Columns.Values
            .Where(column => column.Type != ColumnType.Other)
            .OrderBy(column => column.LogicalName, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var isLookup = column.Type is ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer;
            var name = isLookup ? $"_{column.LogicalName}_value" : column.LogicalName;
            var property = type.AddStructuralProperty(name, EdmTypeOf(column));
            properties.Add(new PropertySchema(name, column));
            if (column.LogicalName == table.PrimaryId)
                type.AddKeys(property);
        }

        return properties;
    }

    private static IEdmTypeReference EdmTypeOf(ColumnModel column)
    {
        var isKey = column.Type == ColumnType.PrimaryKey;
        return column.Type switch
        {
            ColumnType.PrimaryKey or ColumnType.UniqueIdentifier or ColumnType.File
                or ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer => Primitive(EdmPrimitiveTypeKind.Guid, !isKey),
            ColumnType.Integer or ColumnType.Choice or ColumnType.State or ColumnType.Status => Primitive(EdmPrimitiveTypeKind.Int32),
            ColumnType.BigInteger => Primitive(EdmPrimitiveTypeKind.Int64),
            ColumnType.Decimal or ColumnType.Money => EdmCoreModel.Instance.GetDecimal(null, null, isNullable: true),
            ColumnType.Float => Primitive(EdmPrimitiveTypeKind.Double),
            ColumnType.DateTime => Primitive(column.DateBehavior == 2 ? EdmPrimitiveTypeKind.Date : EdmPrimitiveTypeKind.DateTimeOffset),
            ColumnType.Boolean => Primitive(EdmPrimitiveTypeKind.Boolean),
            ColumnType.Image => Primitive(EdmPrimitiveTypeKind.Binary),
            _ => Primitive(EdmPrimitiveTypeKind.String),
        };
    }

    private static IEdmPrimitiveTypeReference Primitive(EdmPrimitiveTypeKind kind, bool isNullable = true) =>
        EdmCoreModel.Instance.GetPrimitive(kind, isNullable);

    private static void AddNavigations(
        RelationshipModel relationship,
        Dictionary<string, EdmEntityType> types,
        Dictionary<string, EdmEntitySet> sets,
        Dictionary<string, Dictionary<string, NavigationSchema>> navigations)
    {
        if (!types.ContainsKey(relationship.ReferencedTable) || !types.ContainsKey(relationship.ReferencingTable))
            return;
        var isManyToMany = relationship.IntersectTable is not null;
        Add(relationship.ReferencingTable, relationship.LookupNavigation, relationship.ReferencedTable, isManyToMany, isManyToMany ? Intersects.SideOf(relationship, isFirst: false) : null);
        Add(relationship.ReferencedTable, relationship.CollectionNavigation, relationship.ReferencingTable, isCollection: true, isManyToMany ? Intersects.SideOf(relationship, isFirst: true) : null);

        void Add(string from, string name, string to, bool isCollection, IntersectSide? side)
        {
            // An owner may be a user or a team: its navigation property leads to what both are, and is added on its own.
            if (name.Length == 0 || (name == "ownerid" && !isCollection) || !navigations[from].TryAdd(name, new(name, relationship, isCollection, to, relationship.ReferencingColumn) { Side = side }))
                return;
            var navigation = types[from].AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = name,
                Target = types[to],
                TargetMultiplicity = isCollection ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
            });
            sets[from].AddNavigationTarget(navigation, sets[to]);
        }
    }

    private void AddOwner(
        TableModel table,
        Dictionary<string, EdmEntityType> types,
        Dictionary<string, EdmEntitySet> sets,
        Dictionary<string, NavigationSchema> navigations)
    {
        if (!table.Columns.TryGetValue("ownerid", out var owner)
            || owner.Type != ColumnType.Owner
            || !navigations.TryAdd(owner.LogicalName, new(owner.LogicalName, null, IsCollection: false, Target: null, owner.LogicalName)))
            return;
        types[table.LogicalName].AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = owner.LogicalName,
            Target = _principal,
            TargetMultiplicity = EdmMultiplicity.ZeroOrOne,
        });
    }

    private void AddAlternateKeys(EdmEntityType type, TableModel table)
    {
        foreach (var key in table.Keys)
        {
            var properties = key.Columns
                .Select(column => type.FindProperty($"_{column}_value") ?? type.FindProperty(column))
                .ToDictionary(property => property.Name);
            _model.AddAlternateKeyAnnotation(type, properties);
        }
    }

    private void AddOperation(OperationSchema schema)
    {
        var isBound = schema.Binding != OperationBinding.None;
        var returns = ReturnTypeOf(schema);
        EdmOperation operation = schema.IsFunction
            ? new EdmFunction(Namespace, schema.Name, returns!, isBound, entitySetPathExpression: null, isComposable: false)
            : new EdmAction(Namespace, schema.Name, returns, isBound, entitySetPathExpression: null);
        if (isBound)
        {
            var row = new EdmEntityTypeReference(EntityTypeOf(schema.Table), isNullable: false);
            operation.AddParameter(
                schema.Binding == OperationBinding.Row ? "entity" : "entityset",
                schema.Binding == OperationBinding.Row ? row : EdmCoreModel.GetCollection(row));
        }

        foreach (var parameter in schema.Parameters)
            operation.AddParameter(parameter.Name, TypeOf(parameter, parameter.IsOptional));
        _model.AddElement(operation);
        _operations.Add(operation, schema);
        if (operation is EdmFunction function && !isBound)
            _container.AddFunctionImport(schema.Name, function);
        else if (operation is EdmAction action && !isBound)
            _container.AddActionImport(schema.Name, action);
    }

    private IEdmTypeReference? ReturnTypeOf(OperationSchema schema)
    {
        if (schema.Results.Count == 0)
            return null;
        if (schema.AnswersRows)
            return TypeOf(schema.Results[0], isNullable: true);
        var response = new EdmComplexType(Namespace, schema.Name + "Response");
        foreach (var result in schema.Results)
        {
            if (result.Type is OperationType.Entity or OperationType.EntityReference or OperationType.EntityCollection)
            {
                response.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
                {
                    Name = result.Name,
                    Target = EntityTypeOf(result.Table),
                    TargetMultiplicity = result.Type == OperationType.EntityCollection ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
                });
            }
            else
            {
                response.AddStructuralProperty(result.Name, TypeOf(result, isNullable: true));
            }
        }

        _model.AddElement(response);
        return new EdmComplexTypeReference(response, isNullable: true);
    }

    private IEdmTypeReference TypeOf(OperationParameter parameter, bool isNullable) => parameter.Type switch
    {
        OperationType.Boolean => Primitive(EdmPrimitiveTypeKind.Boolean, isNullable),
        OperationType.DateTime => Primitive(EdmPrimitiveTypeKind.DateTimeOffset, isNullable),
        OperationType.Decimal or OperationType.Money => EdmCoreModel.Instance.GetDecimal(null, null, isNullable),
        OperationType.Entity or OperationType.EntityReference => new EdmEntityTypeReference(EntityTypeOf(parameter.Table), isNullable),
        OperationType.EntityCollection => EdmCoreModel.GetCollection(new EdmEntityTypeReference(EntityTypeOf(parameter.Table), isNullable: false)),
        OperationType.Float => Primitive(EdmPrimitiveTypeKind.Double, isNullable),
        OperationType.Integer or OperationType.Picklist => Primitive(EdmPrimitiveTypeKind.Int32, isNullable),
        OperationType.StringArray => EdmCoreModel.GetCollection(Primitive(EdmPrimitiveTypeKind.String, isNullable: false)),
        OperationType.GuidArray => EdmCoreModel.GetCollection(Primitive(EdmPrimitiveTypeKind.Guid, isNullable: false)),
        OperationType.Guid => Primitive(EdmPrimitiveTypeKind.Guid, isNullable),
        OperationType.Binary => Primitive(EdmPrimitiveTypeKind.Binary, isNullable),
        OperationType.BigInteger => Primitive(EdmPrimitiveTypeKind.Int64, isNullable),
        OperationType.Sdk => _sdk.Of(parameter.Sdk!),
        OperationType.PrincipalAccess => new EdmComplexTypeReference(PrincipalAccessType(), isNullable),
        OperationType.PagingInfo => new EdmComplexTypeReference(Audit.Paging, isNullable),
        OperationType.AuditDetail => new EdmComplexTypeReference(Audit.Detail, isNullable),
        OperationType.AuditDetailCollection => new EdmComplexTypeReference(Audit.Details, isNullable),
        _ => Primitive(EdmPrimitiveTypeKind.String, isNullable),
    };

    private EdmComplexType PrincipalAccessType()
    {
        if (_principalAccess is not null)
            return _principalAccess;
        _principalAccess = new EdmComplexType(Namespace, nameof(PrincipalAccess));
        _principalAccess.AddStructuralProperty(nameof(PrincipalAccess.AccessMask), new EdmEnumTypeReference(RightsType(), isNullable: false));
        _principalAccess.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = nameof(PrincipalAccess.Principal),
            Target = _base,
            TargetMultiplicity = EdmMultiplicity.One,
        });
        _model.AddElement(_principalAccess);
        return _principalAccess;
    }

    private EdmEnumType RightsType()
    {
        if (_rights is not null)
            return _rights;
        _rights = new EdmEnumType(Namespace, nameof(AccessRights), isFlags: true);
        foreach (var right in Enum.GetValues<AccessRights>())
            _rights.AddMember(right.ToString(), new EdmEnumMemberValue((long)right));
        _model.AddElement(_rights);
        return _rights;
    }

    private AuditTypes Audit => _audit ??= new AuditTypes(_model, _base, RightsType());

    private EdmEntityType EntityTypeOf(string? table) => table is null ? _base : (EdmEntityType)_byTable[table].Type;

    /// <summary>
    /// The platform publishes its query functions unbound and lets <c>$filter</c> call them; OData's parser only looks for
    /// functions bound to the row. So the published one is unbound, and a bound twin outside the model is what the parser finds.
    /// </summary>
    private void AddQueryFunction(QueryFunction function)
    {
        var published = new EdmFunction(Namespace, function.Name, Primitive(EdmPrimitiveTypeKind.Boolean, isNullable: false));
        var bound = new EdmFunction(
            Namespace, function.Name, published.ReturnType, isBound: true, entitySetPathExpression: null, isComposable: false);
        bound.AddParameter("entity", new EdmEntityTypeReference(_base, isNullable: false));
        foreach (var twin in new[] { published, bound })
        {
            twin.AddParameter("PropertyName", Primitive(EdmPrimitiveTypeKind.String, isNullable: false));
            if (function.Values == QueryFunctionValues.Texts)
                twin.AddParameter("PropertyValues", EdmCoreModel.GetCollection(Primitive(EdmPrimitiveTypeKind.String, isNullable: false)));
            else if (function.Values == QueryFunctionValues.Number)
                twin.AddParameter("PropertyValue", Primitive(EdmPrimitiveTypeKind.Int64, isNullable: false));
            else if (function.Values == QueryFunctionValues.Numbers)
                AddNumbers(twin);
            else if (function.Values == QueryFunctionValues.Text)
                twin.AddParameter("PropertyValue", Primitive(EdmPrimitiveTypeKind.String, isNullable: false));
        }

        _model.AddElement(published);
        _queryFunctions.Add(bound.FullName(), bound);

        static void AddNumbers(EdmFunction function)
        {
            function.AddParameter("PropertyValue1", Primitive(EdmPrimitiveTypeKind.Int64, isNullable: false));
            function.AddParameter("PropertyValue2", Primitive(EdmPrimitiveTypeKind.Int64, isNullable: false));
        }
    }
}

using System.Text.Json;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sandbox.WebApi;

/// <summary>The complex types of audit histories, in the model and in JSON (DP/webapi/reference/auditdetail and its neighbours).</summary>
internal sealed class AuditTypes
{
    /// <param name="model">The model they are added to.</param>
    /// <param name="row">The type that all rows have.</param>
    /// <param name="rights">The type of access rights.</param>
    public AuditTypes(EdmModel model, EdmEntityType row, EdmEnumType rights)
    {
        var dictionary = Complex("Collection_Int32_String", null);
        dictionary.AddStructuralProperty("Count", EdmPrimitiveTypeKind.Int32);
        dictionary.AddStructuralProperty("Keys", CollectionOf(EdmPrimitiveTypeKind.Int32));
        dictionary.AddStructuralProperty("Values", CollectionOf(EdmPrimitiveTypeKind.String));
        Detail = Complex(nameof(AuditDetail), null);
        Navigate(Detail, nameof(AuditDetail.AuditRecord));
        var attributes = Complex(nameof(AttributeAuditDetail), Detail);
        attributes.AddStructuralProperty(nameof(AttributeAuditDetail.InvalidNewValueAttributes), CollectionOf(EdmPrimitiveTypeKind.String));
        attributes.AddStructuralProperty(nameof(AttributeAuditDetail.LocLabelLanguageCode), EdmPrimitiveTypeKind.Int32);
        attributes.AddStructuralProperty(nameof(AttributeAuditDetail.DeletedAttributes), new EdmComplexTypeReference(dictionary, isNullable: true));
        Navigate(attributes, nameof(AttributeAuditDetail.OldValue));
        Navigate(attributes, nameof(AttributeAuditDetail.NewValue));
        var share = Complex(nameof(ShareAuditDetail), Detail);
        share.AddStructuralProperty(nameof(ShareAuditDetail.OldPrivileges), new EdmEnumTypeReference(rights, isNullable: false));
        share.AddStructuralProperty(nameof(ShareAuditDetail.NewPrivileges), new EdmEnumTypeReference(rights, isNullable: false));
        Navigate(share, nameof(ShareAuditDetail.Principal));
        var relationship = Complex(nameof(RelationshipAuditDetail), Detail);
        relationship.AddStructuralProperty(nameof(RelationshipAuditDetail.RelationshipName), EdmPrimitiveTypeKind.String);
        Navigate(relationship, nameof(RelationshipAuditDetail.TargetRecords), EdmMultiplicity.Many);
        Details = Complex(nameof(AuditDetailCollection), null);
        Details.AddStructuralProperty(nameof(AuditDetailCollection.MoreRecords), EdmPrimitiveTypeKind.Boolean);
        Details.AddStructuralProperty(nameof(AuditDetailCollection.PagingCookie), EdmPrimitiveTypeKind.String);
        Details.AddStructuralProperty(nameof(AuditDetailCollection.TotalRecordCount), EdmPrimitiveTypeKind.Int32);
        Details.AddStructuralProperty(nameof(AuditDetailCollection.AuditDetails), EdmCoreModel.GetCollection(new EdmComplexTypeReference(Detail, isNullable: false)));
        Paging = Complex(nameof(PagingInfo), null);
        Paging.AddStructuralProperty(nameof(PagingInfo.PageNumber), EdmPrimitiveTypeKind.Int32);
        Paging.AddStructuralProperty(nameof(PagingInfo.Count), EdmPrimitiveTypeKind.Int32);
        Paging.AddStructuralProperty(nameof(PagingInfo.ReturnTotalRecordCount), EdmPrimitiveTypeKind.Boolean);
        Paging.AddStructuralProperty(nameof(PagingInfo.PagingCookie), EdmPrimitiveTypeKind.String);

        EdmComplexType Complex(string name, EdmComplexType? parent)
        {
            var type = new EdmComplexType(WebApiSchema.Namespace, name, parent);
            model.AddElement(type);
            return type;
        }

        void Navigate(EdmComplexType from, string name, EdmMultiplicity multiplicity = EdmMultiplicity.ZeroOrOne) =>
            from.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = name, Target = row, TargetMultiplicity = multiplicity });
    }

    public EdmComplexType Detail { get; }

    public EdmComplexType Details { get; }

    public EdmComplexType Paging { get; }

    public static PagingInfo ReadPaging(JsonElement json)
    {
        var paging = new PagingInfo();
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case nameof(PagingInfo.PageNumber): paging.PageNumber = member.Value.GetInt32(); break;
                case nameof(PagingInfo.Count): paging.Count = member.Value.GetInt32(); break;
                case nameof(PagingInfo.ReturnTotalRecordCount): paging.ReturnTotalRecordCount = member.Value.GetBoolean(); break;
                case nameof(PagingInfo.PagingCookie): paging.PagingCookie = member.Value.GetString(); break;
                default: throw new FormatException();
            }
        }

        return paging;
    }

    public static void Write(WebApiRequest request, Utf8JsonWriter writer, AuditDetailCollection history)
    {
        writer.WriteStartObject();
        writer.WriteBoolean(nameof(history.MoreRecords), history.MoreRecords);
        writer.WriteString(nameof(history.PagingCookie), history.PagingCookie);
        writer.WriteNumber(nameof(history.TotalRecordCount), history.TotalRecordCount);
        writer.WriteStartArray(nameof(history.AuditDetails));
        foreach (var detail in history.AuditDetails) Write(request, writer, detail);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Without <c>AuditRecord</c>, which the platform leaves out, too.</summary>
    public static void Write(WebApiRequest request, Utf8JsonWriter writer, AuditDetail detail)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.type", $"#{WebApiSchema.Namespace}.{detail.GetType().Name}");
        switch (detail)
        {
            case AttributeAuditDetail attributes:
                WriteValues(request, writer, attributes);
                break;
            case ShareAuditDetail share:
                writer.WriteString(nameof(share.OldPrivileges), share.OldPrivileges.ToString());
                writer.WriteString(nameof(share.NewPrivileges), share.NewPrivileges.ToString());
                writer.WritePropertyName(nameof(share.Principal));
                CallOperation.WriteReference(request, writer, share.Principal);
                break;
            case RelationshipAuditDetail relationship:
                writer.WriteString(nameof(relationship.RelationshipName), relationship.RelationshipName);
                writer.WriteStartArray(nameof(relationship.TargetRecords));
                foreach (var record in relationship.TargetRecords) CallOperation.WriteReference(request, writer, record);
                writer.WriteEndArray();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteValues(WebApiRequest request, Utf8JsonWriter writer, AttributeAuditDetail detail)
    {
        writer.WriteStartArray(nameof(detail.InvalidNewValueAttributes));
        foreach (var name in detail.InvalidNewValueAttributes) writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteNumber(nameof(detail.LocLabelLanguageCode), detail.LocLabelLanguageCode);
        writer.WriteStartObject(nameof(detail.DeletedAttributes));
        writer.WriteNumber("Count", detail.DeletedAttributes.Count);
        writer.WriteStartArray("Keys");
        foreach (var number in detail.DeletedAttributes.Keys) writer.WriteNumberValue(number);
        writer.WriteEndArray();
        writer.WriteStartArray("Values");
        foreach (var name in detail.DeletedAttributes.Values) writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WritePropertyName(nameof(detail.OldValue));
        WriteRow(request, writer, detail.OldValue);
        writer.WritePropertyName(nameof(detail.NewValue));
        WriteRow(request, writer, detail.NewValue);
    }

    private static void WriteRow(WebApiRequest request, Utf8JsonWriter writer, Entity row)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.type", $"#{WebApiSchema.Namespace}.{row.LogicalName}");
        if (request.Schema.Table(row.LogicalName) is { } entity)
        {
            var rows = new RowWriter(request);
            foreach (var property in entity.Properties.Where(property => row.Contains(property.Attribute))) rows.WriteProperty(writer, property, entity, row);
        }

        writer.WriteEndObject();
    }

    private static IEdmTypeReference CollectionOf(EdmPrimitiveTypeKind kind) => EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetPrimitive(kind, isNullable: false));
}

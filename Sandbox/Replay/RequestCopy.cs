using Microsoft.Xrm.Sdk;

namespace Sandbox.Replay;

/// <summary>Copies a request, because plug-ins may change what it carries.</summary>
internal static class RequestCopy
{
    public static OrganizationRequest Of(OrganizationRequest request)
    {
        var copy = new OrganizationRequest(request.RequestName) { RequestId = request.RequestId };
        foreach (var (name, value) in request.Parameters) copy.Parameters[name] = Value(value)!;
        return copy;
    }

    /// <summary>Roughly how many bytes a request keeps: those of its images and files.</summary>
    public static long Weight(OrganizationRequest request) => request.Parameters.Values.Sum(Weight);

    private static long Weight(object? value) => value switch
    {
        byte[] bytes => bytes.Length,
        string text => 2L * text.Length,
        Entity row => row.Attributes.Values.Sum(Weight) + row.RelatedEntities.Values.Sum(Weight),
        EntityCollection rows => rows.Entities.Sum(Weight),
        OrganizationRequestCollection requests => requests.Sum(Weight),
        _ => 16,
    };

    private static object? Value(object? value) => value switch
    {
        Entity row => Row(row),
        EntityCollection rows => new EntityCollection([.. rows.Entities.Select(Row)]) { EntityName = rows.EntityName },
        EntityReference reference => Reference(reference),
        EntityReferenceCollection references => References(references),
        OptionSetValue option => new OptionSetValue(option.Value),
        OptionSetValueCollection options => new OptionSetValueCollection([.. options.Select(option => new OptionSetValue(option.Value))]),
        Money money => new Money(money.Value),
        OrganizationRequestCollection requests => Requests(requests),
        _ => value, // Texts, numbers, bytes and descriptions of queries, which nobody changes in place.
    };

    private static Entity Row(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion, EntityState = row.EntityState };
        foreach (var (name, value) in row.KeyAttributes) copy.KeyAttributes[name] = Value(value)!;
        foreach (var (name, value) in row.Attributes) copy[name] = Value(value)!;
        foreach (var (relationship, rows) in row.RelatedEntities) copy.RelatedEntities[relationship] = (EntityCollection)Value(rows)!;
        return copy;
    }

    private static EntityReference Reference(EntityReference reference)
    {
        var copy = new EntityReference(reference.LogicalName, reference.Id) { Name = reference.Name, RowVersion = reference.RowVersion };
        foreach (var (name, value) in reference.KeyAttributes) copy.KeyAttributes[name] = Value(value)!;
        return copy;
    }

    private static EntityReferenceCollection References(EntityReferenceCollection references)
    {
        var copy = new EntityReferenceCollection();
        copy.AddRange(references.Select(Reference));
        return copy;
    }

    private static OrganizationRequestCollection Requests(OrganizationRequestCollection requests)
    {
        var copy = new OrganizationRequestCollection();
        copy.AddRange(requests.Select(Of));
        return copy;
    }
}

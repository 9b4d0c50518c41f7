using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Packager.Model;

namespace Sandbox.WebApi;

/// <summary>A query in FetchXML: its own, or that of a view.</summary>
internal static class FetchRows
{
    public static WebApiResponse RunView(WebApiRequest request, EntitySchema entity, string id)
    {
        if (!Guid.TryParse(id, out var viewId))
            throw WebApiException.BadQuery($"'{id}' is no id of a view.");
        var view = entity.Table.Views.FirstOrDefault(each => each.Id == viewId)
            ?? throw new WebApiException(
                StatusCodes.Status404NotFound, ErrorCodes.ObjectDoesNotExist, $"savedquery With Id = {viewId:D} Does Not Exist");
        return Run(request, entity, new XElement(view.Fetch));
    }

    public static WebApiResponse Run(WebApiRequest request, EntitySchema entity, string fetchXml)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(fetchXml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 1 << 20 });
            return Run(request, entity, XElement.Load(reader));
        }
        catch (XmlException problem)
        {
            throw new WebApiException(StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, $"The FetchXML is no XML: {problem.Message}");
        }
    }

    private static WebApiResponse Run(WebApiRequest request, EntitySchema entity, XElement fetch)
    {
        var root = fetch.Element("entity");
        if ((string?)root?.Attribute("name") != entity.Table.LogicalName)
        {
            throw WebApiException.BadQuery(
                $"The entity '{(string?)root?.Attribute("name")}' of the FetchXML is not the one of '{entity.Table.EntitySetName}'.");
        }

        if (request.Preferences.PageSize is { } size && fetch.Attribute("top") is null)
        {
            fetch.SetAttributeValue("count", size);
            fetch.SetAttributeValue("page", (string?)fetch.Attribute("page") ?? "1");
        }

        var page = new PagingInfo { PageNumber = int.TryParse((string?)fetch.Attribute("page"), CultureInfo.InvariantCulture, out var number) ? number : 1 };
        var columns = Columns(entity, root!);
        AddVersion(entity, root!);
        var found = RowLoader.Run(request, new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting)));
        return WebApiResponse.OfJson(StatusCodes.Status200OK, writer =>
        {
            var row = new RowWriter(request);
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfRows(request, new RowShape(entity, columns, [], [])));
            var wanted = request.Preferences;
            if (wanted.Wants(Annotations.TotalRecordCount))
                writer.WriteNumber(Annotations.TotalRecordCount, found.TotalRecordCount);
            if (wanted.Wants(Annotations.TotalRecordCountLimitExceeded))
                writer.WriteBoolean(Annotations.TotalRecordCountLimitExceeded, found.TotalRecordCountLimitExceeded);
            if (wanted.Wants(Annotations.MoreRecords))
                writer.WriteBoolean(Annotations.MoreRecords, found.MoreRecords);
            if (found.MoreRecords && wanted.Wants(Annotations.FetchXmlPagingCookie))
            {
                writer.WriteString(Annotations.FetchXmlPagingCookie, RowPage.CookieOf(page, found.PagingCookie));
            }

            writer.WriteStartArray("value");
            foreach (var each in found.Entities)
                Write(writer, row, each, entity, columns, request.Schema);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void Write(
        Utf8JsonWriter writer, RowWriter row, Entity each, EntitySchema entity, IReadOnlyList<PropertySchema> columns, WebApiSchema schema)
    {
        writer.WriteStartObject();
        row.WriteMembers(writer, new Row(each), new RowShape(entity, columns, [], []));
        foreach (var (name, value) in each.Attributes)
        {
            if (value is not AliasedValue { Value: { } aliased } alias)
                continue;
            var column = schema.Table(alias.EntityLogicalName ?? "")?.ByAttribute.GetValueOrDefault(alias.AttributeLogicalName ?? "")?.Column;
            row.WriteAliased(writer, name, aliased, each.FormattedValues.TryGetValue(name, out var formatted) ? formatted : null, column);
        }

        writer.WriteEndObject();
    }

    /// <summary>Every row carries its etag, unless rows are merged to one.</summary>
    private static void AddVersion(EntitySchema entity, XElement root)
    {
        var merges = (string?)root.Parent?.Attribute("aggregate") is "true" or "1" || (string?)root.Parent?.Attribute("distinct") is "true" or "1";
        var own = root.Elements("attribute").ToArray();
        if (!merges && own.Length > 0 && entity.ByAttribute.ContainsKey(RowWriter.Version)
            && !own.Any(attribute => (string?)attribute.Attribute("name") == RowWriter.Version))
            root.AddFirst(new XElement("attribute", new XAttribute("name", RowWriter.Version)));
    }

    /// <summary>The columns of the table itself; aggregates and joined columns come under their aliases.</summary>
    private static PropertySchema[] Columns(EntitySchema entity, XElement root)
    {
        if ((string?)root.Parent?.Attribute("aggregate") is "true" or "1")
            return [];
        if (root.Element("all-attributes") is not null)
            return [.. entity.Properties.Where(property => property.Column.ValidForRead && property.Column.Type != ColumnType.Image)];
        var named = root.Elements("attribute")
            .Where(attribute => attribute.Attribute("alias") is null)
            .Select(attribute => (string?)attribute.Attribute("name") ?? "")
            .Append(entity.Key.Attribute)
            .ToHashSet(StringComparer.Ordinal);
        return [.. entity.Properties.Where(property => named.Contains(property.Attribute))];
    }
}

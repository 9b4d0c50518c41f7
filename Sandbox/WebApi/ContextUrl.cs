using System.Text;

namespace Sandbox.WebApi;

/// <summary>The <c>@odata.context</c> of an answer.</summary>
internal static class ContextUrl
{
    public static string OfRow(WebApiRequest request, RowShape shape) => OfRows(request, shape) + "/$entity";

    public static string OfRows(WebApiRequest request, RowShape shape)
    {
        var text = new StringBuilder();
        text.Append(request.ServiceRoot).Append("$metadata#").Append(shape.Entity.Table.EntitySetName);
        AppendMembers(text, request, shape);
        return text.ToString();
    }

    public static string OfProperty(WebApiRequest request, EntitySchema entity, Guid id, string property) =>
        $"{request.ServiceRoot}$metadata#{entity.Table.EntitySetName}({id:D})/{property}";

    public static string OfType(WebApiRequest request, string type) => $"{request.ServiceRoot}$metadata#{type}";

    private static void AppendMembers(StringBuilder text, WebApiRequest request, RowShape shape)
    {
        var everything = shape.Properties.Count > 1 && shape.Properties.Count >= shape.Entity.Properties.Count(property =>
            property.Column.ValidForRead && property.Column.Type != Packager.Model.ColumnType.Image);
        if (everything && !shape.IsExpanded && shape.References.Count == 0 && shape.Owners.Count == 0)
            return;
        text.Append('(');
        var first = true;
        foreach (var property in everything ? [] : shape.Properties)
            Separate().Append(property.Name);
        foreach (var single in shape.Singles)
        {
            Separate().Append(single.Navigation.Name);
            AppendMembers(text, request, single.Shape);
        }

        foreach (var collection in shape.Collections)
        {
            Separate().Append(collection.Navigation.Name);
            AppendMembers(text, request, collection.Query.Shape);
        }

        foreach (var navigation in shape.References)
            Separate().Append(navigation.Name).Append("/$ref()");
        foreach (var navigation in shape.Owners)
            Separate().Append(navigation.Name).Append("()");
        text.Append(')');

        StringBuilder Separate()
        {
            if (!first)
                text.Append(',');
            first = false;
            return text;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Packager.Model;
using Sandbox.Messages;
using Sandbox.Metadata;
using Sandbox.Query;
using Sandbox.Store;

namespace Sandbox.Player;

/// <summary>The app as one user sees it: site map, tables behind it, the user and what the user may do.</summary>
internal sealed record AppDescription(
    string UniqueName,
    string Name,
    Guid Id,
    int Language,
    int BaseLanguage,
    Guid OrganizationId,
    string OrganizationName,
    string Version,
    IReadOnlyList<int> Languages,
    IReadOnlyDictionary<int, string> TimeZones,
    AppDescription.User CurrentUser,
    IReadOnlyList<AppDescription.UserChoice> Users,
    IReadOnlyList<AppDescription.Area> Areas,
    IReadOnlyList<AppDescription.Dashboard> Dashboards,
    IReadOnlyDictionary<string, AppDescription.Table> Tables)
{
    /// <summary>The platform's version that the sandbox stands in for.</summary>
    private const string PlatformVersion = "9.2.0.0";

    private static readonly string[] Verbs = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

    public static AppDescription Of(AppModel app, Organization organization, UserProfile user, Translator text)
    {
        var (model, schema) = (organization.Engine.State.Model, organization.Engine.State.Schema);
        var siteMap = model.SiteMaps.GetValueOrDefault(app.UniqueName)?.Xml;
        return new AppDescription(
            app.UniqueName,
            text.In(app.Name),
            IdOf("app " + app.UniqueName),
            text.Language,
            text.BaseLanguage,
            organization.Id,
            organization.Options.Name,
            PlatformVersion,
            model.Languages,
            UserTime.BrowserNames,
            new User(
                user.Id,
                user.FullName,
                user.BusinessUnitId,
                user.TimeZoneCode,
                [.. user.Roles.Select(role => new Role(role.Id, role.Name))],
                [.. PrivilegesOf(user, model)]),
            [.. organization.EnabledUsers().Select(each => new UserChoice(each.Id, each.Name))],
            [.. siteMap?.Elements("Area").Select(area => AreaOf(area, model, text)) ?? []],
            [.. DashboardsOf(app, model).Select(dashboard => new Dashboard(dashboard.Id, text.In(dashboard.Name)))],
            model.Tables.Values.ToDictionary(
                table => table.LogicalName,
                table => new Table(
                    text.In(table.DisplayName), text.In(table.CollectionName), table.EntitySetName, table.PrimaryId, table.PrimaryName, table.Icon,
                    Access.May(user, schema.Table(table.LogicalName), schema.Table(table.LogicalName).ReadPrivilege))));
    }

    private static Area AreaOf(XElement area, OrganizationModel model, Translator text) => new(
        Value(area, "Id"),
        text.Title(area),
        [.. area.Elements("Group").Select(group => new Group(
            Value(group, "Id"),
            text.Title(group),
            [.. group.Elements("SubArea").Select(subArea => SubAreaOf(subArea, model, text))]))]);

    private static SubArea SubAreaOf(XElement subArea, OrganizationModel model, Translator text)
    {
        var table = Value(subArea, "Entity") is { Length: > 0 } name ? model.Tables.GetValueOrDefault(name) : null;
        var url = Value(subArea, "Url");
        var title = text.Title(subArea);
        return new SubArea(
            Value(subArea, "Id"),
            title.Length > 0 ? title : table != null ? text.In(table.CollectionName) : Value(subArea, "Id"),
            IconOf(Value(subArea, "VectorIcon")) ?? IconOf(Value(subArea, "Icon")) ?? table?.Icon,
            table?.LogicalName,
            url.StartsWith("$webresource:", StringComparison.Ordinal) ? url["$webresource:".Length..] : null,
            url.EndsWith("/home_dashboards.aspx", StringComparison.OrdinalIgnoreCase)
                ? Guid.TryParse(Value(subArea, "DefaultDashboard"), out var chosen) ? chosen
                    : model.Dashboards.Values.OrderBy(dashboard => dashboard.IsDefault ? 0 : 1).FirstOrDefault()?.Id
                : null,
            url);
    }

    // An app without dashboards of its own offers all there are.
    private static IEnumerable<DashboardModel> DashboardsOf(AppModel app, OrganizationModel model)
    {
        var all = model.Dashboards.Values.ToList();
        var own = app.Components.Where(component => component.Type == 60 && component.Id is not null).Select(component => component.Id!.Value).ToHashSet();
        return all.Exists(dashboard => own.Contains(dashboard.Id)) ? all.Where(dashboard => own.Contains(dashboard.Id)) : all;
    }

    private static string? IconOf(string value) =>
        value.StartsWith("/WebResources/", StringComparison.OrdinalIgnoreCase) ? value["/WebResources/".Length..]
        : value.StartsWith("$webresource:", StringComparison.Ordinal) ? value["$webresource:".Length..]
        : null;

    private static IEnumerable<Privilege> PrivilegesOf(UserProfile user, OrganizationModel model) =>
        from name in model.Tables.Values.SelectMany(table => Verbs.Select(verb => $"prv{verb}{TableSchema.PrivilegeNameOf(table)}"))
            .Union([AuditMessages.ReadSummary, AuditMessages.ReadHistory, AuditMessages.DeleteHistory], StringComparer.OrdinalIgnoreCase)
            .Union(model.Roles.Values.SelectMany(role => role.Privileges.Keys), StringComparer.OrdinalIgnoreCase)
        let depth = user.DepthOf(name)
        where depth != PrivilegeDepth.None
        select new Privilege(IdOf(name), name, (int)depth - (int)PrivilegeDepth.Basic);

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static string Value(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    /// <summary>The user.</summary>
    internal sealed record User(
        Guid Id, string Name, Guid BusinessUnitId, int TimeZone, IReadOnlyList<Role> Roles, IReadOnlyList<Privilege> Privileges);

    /// <summary>A user whose rights can be tried.</summary>
    internal sealed record UserChoice(Guid Id, string Name);

    /// <summary>A security role of the user.</summary>
    internal sealed record Role(Guid Id, string Name);

    /// <summary>A privilege of the user; depth 0 Basic to 3 Global.</summary>
    internal sealed record Privilege(Guid Id, string Name, int Depth);

    /// <summary>An area of the site map.</summary>
    internal sealed record Area(string Id, string Title, IReadOnlyList<Group> Groups);

    /// <summary>A group of an area.</summary>
    internal sealed record Group(string Id, string Title, IReadOnlyList<SubArea> SubAreas);

    /// <summary>A line of the navigation: a table, a web resource, a dashboard, or an address the client does not know.</summary>
    internal sealed record SubArea(string Id, string Title, string? Icon, string? Table, string? WebResource, Guid? Dashboard, string Url);

    /// <summary>A dashboard the app offers.</summary>
    internal sealed record Dashboard(Guid Id, string Name);

    /// <summary>What is needed to name and open rows of a table; whether the user can read any of them.</summary>
    internal sealed record Table(
        string DisplayName, string CollectionName, string EntitySetName, string PrimaryId, string? PrimaryName, string? Icon, bool CanRead);
}

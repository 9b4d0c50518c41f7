using System.Text.Json.Nodes;
using App.Tests.Player;

namespace App.Tests.Readiness;

/// <summary>The labels of the solution in the language of one user, as the app's player reads them from the zip.</summary>
internal sealed class Words
{
    private readonly WebApiClient _api;
    private readonly Dictionary<string, JsonObject> _tables = [];

    private Words(WebApiClient api, JsonObject app) => (_api, App) = (api, app);

    /// <summary>The app: its site map, its dashboards, its tables.</summary>
    public JsonObject App { get; }

    /// <summary>The lines of the navigation, in their order.</summary>
    public IEnumerable<JsonNode> SubAreas =>
        from area in App["areas"]!.AsArray()
        from @group in area!["groups"]!.AsArray()
        from subArea in @group!["subAreas"]!.AsArray()
        select subArea!;

    /// <summary>The solution's own tables that have a main form.</summary>
    public IReadOnlyList<string> Tables =>
        [.. _tables.Where(table => table.Value["forms"]!.AsArray().Any(form => (string)form!["kind"]! == "main")).Select(table => table.Key)];

    public static async Task<Words> ReadAsync(WebApiClient api)
    {
        var words = new Words(api, await api.GetAsync("/player/app?appname=rdy_OfferReadiness"));
        foreach (var (table, _) in words.App["tables"]!.AsObject().Where(table => table.Key.StartsWith("rdy_", StringComparison.Ordinal)))
            words._tables[table] = await api.GetAsync($"/player/table/{table}");
        return words;
    }

    public JsonObject Table(string table) => _tables[table];

    public string DisplayName(string table) => (string)Table(table)["displayName"]!;

    public string Navigation(string table) => (string)SubAreas.Single(subArea => (string?)subArea["table"] == table)["title"]!;

    public string Column(string table, string column) => (string)Table(table)["columns"]![column]!["label"]!;

    public string Option(string table, string column, int value) =>
        (string)Table(table)["columns"]![column]!["options"]!.AsArray().Single(option => (int)option!["value"]! == value)!["label"]!;

    /// <summary>The label of a tab of the main form.</summary>
    public string Tab(string table, string tab) => (string)MainForm(table)["tabs"]!.AsArray().Single(each => (string)each!["name"]! == tab)!["label"]!;

    /// <summary>The tab of the main form that holds a control.</summary>
    public string TabOf(string table, string control) =>
        (string)MainForm(table)["tabs"]!.AsArray().Single(tab => Cells(tab!).Any(cell => (string?)cell["control"]?["id"] == control))!["label"]!;

    /// <summary>The label of a cell of the main form, such as a subgrid's.</summary>
    public string Cell(string table, string control) =>
        (string)MainForm(table)["tabs"]!.AsArray().SelectMany(tab => Cells(tab!)).Single(cell => (string?)cell["control"]?["id"] == control)["label"]!;

    /// <summary>The label of a command that the solution adds to the form's command bar.</summary>
    public string Command(string table, string name) =>
        (string)Table(table)["commands"]!.AsArray().Single(command => (string)command!["id"]! == $"rdy.{table}.Form.{name}")!["label"]!;

    public JsonNode MainForm(string table) => Table(table)["forms"]!.AsArray().First(form => (string)form!["kind"]! == "main")!;

    /// <summary>What is said otherwise in another language, at the same place: short labels and long tool tips alike.</summary>
    public async Task<IReadOnlySet<string>> SaidOtherwiseInAsync(Words other)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        var foreign = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in new[] { "name", "areas", "dashboards", "tables" })
            Compare(App[part], other.App[part]);
        foreach (var (table, description) in _tables)
            Compare(description, other._tables[table]);
        foreach (var dashboard in App["dashboards"]!.AsArray())
        {
            var address = $"/player/dashboard/{dashboard!["id"]}";
            Compare(await _api.GetAsync(address), await other._api.GetAsync(address));
        }

        foreign.ExceptWith(own);
        return foreign;

        void Compare(JsonNode? here, JsonNode? there)
        {
            switch (here, there)
            {
                case (JsonObject one, JsonObject two):
                    foreach (var (name, value) in one) Compare(value, two[name]);
                    break;
                case (JsonArray one, JsonArray two):
                    foreach (var (value, counterpart) in one.Zip(two)) Compare(value, counterpart);
                    break;
                case (JsonValue one, JsonValue two) when one.TryGetValue(out string? text) && two.TryGetValue(out string? counterpart):
                    own.Add(text);
                    if (text != counterpart) foreign.Add(counterpart);
                    break;
            }
        }
    }

    private static IEnumerable<JsonNode> Cells(JsonNode tab) =>
        from column in tab["columns"]!.AsArray()
        from section in column!["sections"]!.AsArray()
        from row in section!["rows"]!.AsArray()
        from cell in row!.AsArray()
        select cell!;
}

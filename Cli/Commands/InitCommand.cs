using System.CommandLine;
using System.Text.Json.Nodes;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Reports;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Writes a folder to start from.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "init", "Write a folder to start from: a data.json with every column that the rule set reads, empty.",
            "readiness init offer --name \"Contoso Help\"",
            "readiness init offer --rule-set 2018-12");
        var folder = new Argument<string>("FOLDER") { Description = "A folder that has no data.json yet; made where it is not there." };
        var name = new Option<string>("--name", "-n") { Description = "Name of the offer.", DefaultValueFactory = _ => "New offer" };
        var ruleSet = RuleSetOption.Create("The rule set that decides, today's unless said otherwise.");
        command.Arguments.Add(folder);
        command.Options.Add(name);
        command.Options.Add(ruleSet);
        command.Runs((result, _) =>
        {
            var path = result.GetValue(folder)!;
            var file = Path.Combine(path, OfferFolder.DataFile);
            if (File.Exists(path) || File.Exists(file))
            {
                throw new TroubleException($"'{(File.Exists(path) ? path : file)}' is there already, and stays as it is. Name another folder.");
            }

            OutputFile.Write(file, Data(result.GetValue(name)!, RuleSetOption.Find(result.GetValue(ruleSet)) ?? RuleSet.Current));
            terminal.Out.Write($"Wrote {FolderReader.Shown(path, OfferFolder.DataFile)}. Fill in what applies, put pictures and documents beside it, and run 'readiness check {path}'.\n");
            return ExitCode.Ready;
        });
        return command;
    }

    private static string Data(string name, RuleSet ruleSet)
    {
        var offer = Guid.NewGuid();
        var read = ruleSet.All.SelectMany(requirement => requirement.Reads).Distinct().Select(column => column.Split('.')).ToLookup(column => column[0], column => column[1]);
        return JsonReport.Text(new JsonObject
        {
            ["records"] = JsonReport.Array(
            [
                Record(Offer.Table, offer, null, name, read[Offer.Table], (Offer.RuleSet, (int)ruleSet.Choice)),
                Record(Trial.Table, Guid.NewGuid(), offer, "Get it now", read[Trial.Table], (Trial.Kind, (int)TrialKind.GetItNow)),
                Record(SupportLink.Table, Guid.NewGuid(), offer, "Support", read[SupportLink.Table], (SupportLink.Purpose, (int)LinkPurpose.Support)),
                Record(MarketingAsset.Table, Guid.NewGuid(), offer, "Logo", read[MarketingAsset.Table], (MarketingAsset.Kind, (int)AssetKind.LargeLogo)),
            ]),
        });
    }

    private static JsonObject Record(string table, Guid id, Guid? offer, string name, IEnumerable<string> columns, (string Column, int Option) chosen)
    {
        var form = FolderSchema.Find(table)!;
        var values = new JsonObject { [Offer.Name] = name };
        if (offer is { } parent)
        {
            values[Trial.OfferId] = new JsonObject { ["table"] = Offer.Table, ["id"] = parent.ToString("D") };
        }

        values[chosen.Column] = chosen.Option;
        foreach (var column in columns.Where(column => form.Columns.ContainsKey(column) && !values.ContainsKey(column)))
        {
            values[column] = null;
        }

        return new JsonObject { ["table"] = table, ["id"] = id.ToString("D"), ["values"] = values, ["files"] = new JsonObject() };
    }
}

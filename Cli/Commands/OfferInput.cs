using System.CommandLine;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Rules;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Cli.Commands;

/// <summary>What commands that look at offers have in common: which, under which rules, at which moment, in which language.</summary>
internal sealed class OfferInput
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _paths;
    private readonly Option<string?> _ruleSet = RuleSetOption.Create("Decide under this rule set instead of the one that the offer names.");
    private readonly Option<string?> _at = new("--at") { Description = "Decide as on this day or at this moment (UTC) instead of now.", HelpName = "DATE" };
    private readonly Option<string?> _offer = new("--offer", "-o") { Description = "Only the offer of this name or id, where the folder has several.", HelpName = "NAME|ID" };
    private readonly Option<string> _language = LanguageOption.Create();

    public OfferInput(Terminal terminal, Command command)
    {
        _terminal = terminal;
        _paths = new Argument<string[]>("PATH") { Description = "The folder of an offer (with data.json), an AppSource package (.zip), or a folder and the package to put into its offer.", Arity = new ArgumentArity(1, 2) };
        command.Arguments.Add(_paths);
        command.Options.Add(_ruleSet);
        command.Options.Add(_at);
        command.Options.Add(_offer);
        command.Options.Add(_language);
    }

    public int LanguageOf(ParseResult result) => LanguageOption.CodeOf(result.GetValue(_language)!);

    public bool IsAtOtherTime(ParseResult result) => result.GetValue(_at) is not null;

    /// <summary>The moment to decide for, to the second.</summary>
    public DateTime MomentOf(ParseResult result) => result.GetValue(_at) is { } text ? DateArgument.Read("--at", text) : Present(_terminal);

    /// <summary>Now, to the second.</summary>
    public static DateTime Present(Terminal terminal)
    {
        var now = terminal.Clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
    }

    /// <summary>The folder among the paths; null where there is a package alone.</summary>
    public string? FolderOf(ParseResult result) => Sort(result).Folder;

    /// <summary>Reads what was named.</summary>
    /// <exception cref="TroubleException">It is not there or cannot be read.</exception>
    public (IReadOnlyList<SubmittedOffer> Offers, IReadOnlyList<InputProblem> Problems) Read(ParseResult result, CancellationToken stop)
    {
        var language = LanguageOf(result);
        var (folder, package) = Sort(result);
        if (folder is null)
        {
            return ([PackageFile.Alone(package!, RuleSetOf(result) ?? RuleSetChoice.Current, language)], []);
        }

        var read = OfferFolder.Read(folder, MomentOf(result), language, stop);
        var offers = read.Offers;
        if (result.GetValue(_offer) is { } wanted)
        {
            offers = [.. offers.Where(offer => offer.Name == wanted || string.Equals(offer.Id.ToString("D"), wanted, StringComparison.OrdinalIgnoreCase))];
            if (offers.Count == 0)
            {
                throw new TroubleException($"The folder '{folder}' has no offer '{wanted}'.{Closest.Suggestion(wanted, read.Offers.Select(offer => offer.Name))} It has {(read.Offers.Count == 0 ? "none" : string.Join(", ", read.Offers.Select(offer => $"'{offer.Name}'")))}.");
            }
        }

        foreach (var offer in offers)
        {
            if (package is not null)
            {
                offer.SetPackage(package, language);
            }

            if (RuleSetOf(result) is { } ruleSet)
            {
                offer.Row[Offer.RuleSet] = new OptionSetValue((int)ruleSet);
            }
        }

        return (offers, read.Problems);
    }

    private RuleSetChoice? RuleSetOf(ParseResult result) => RuleSetOption.Find(result.GetValue(_ruleSet))?.Choice;

    private (string? Folder, string? Package) Sort(ParseResult result)
    {
        string? folder = null, package = null;
        foreach (var path in result.GetValue(_paths)!)
        {
            if (Directory.Exists(path))
            {
                folder = folder is null ? path : throw new UsageException("Two folders were named. Write one folder, and one package if it is to be put into its offer.");
            }
            else if (!File.Exists(path))
            {
                throw new TroubleException($"There is no folder and no file '{path}'. Check the path.");
            }
            else if (Path.GetFileName(path) == OfferFolder.DataFile)
            {
                var parent = Path.GetDirectoryName(path);
                throw new UsageException($"'{path}' is the file of a folder. Name the folder: '{(string.IsNullOrEmpty(parent) ? "." : parent)}'.");
            }
            else
            {
                package = package is null ? path : throw new UsageException("Two packages were named. Write one.");
            }
        }

        return (folder, package);
    }
}

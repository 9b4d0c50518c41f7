using System.CommandLine;
using System.Text;
using DataverseReadiness.Cli.Comparing;
using DataverseReadiness.Cli.Input;
using DataverseReadiness.Cli.Wording;

namespace DataverseReadiness.Cli.Commands;

/// <summary>Says what changed between two folders, and what evidence that makes stale.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand(
            "diff", "Say what changed from one folder to another: values, files, verdicts, and the evidence that no longer holds. Exit codes: 0 nothing changed, 1 something did.",
            "readiness diff released offer",
            "git worktree add ../released v1.2 && readiness diff ../released/offer offer");
        var before = new Argument<string>("A") { Description = "The folder as it was." };
        var after = new Argument<string>("B") { Description = "The folder as it is." };
        var at = new Option<string?>("--at") { Description = "Decide both as on this day or at this moment (UTC) instead of now.", HelpName = "DATE" };
        var language = LanguageOption.Create();
        command.Arguments.Add(before);
        command.Arguments.Add(after);
        command.Options.Add(at);
        command.Options.Add(language);
        command.Runs((result, stop) =>
        {
            var code = LanguageOption.CodeOf(result.GetValue(language)!);
            var now = result.GetValue(at) is { } text ? DateArgument.Read("--at", text) : terminal.Clock.GetUtcNow().UtcDateTime;
            var old = OfferFolder.Read(result.GetValue(before)!, now, code, stop);
            var fresh = OfferFolder.Read(result.GetValue(after)!, now, code, stop);
            return Write(old, fresh, now, code, terminal);
        });
        return command;
    }

    private static int Write(OfferFolder old, OfferFolder fresh, DateTime now, int language, Terminal terminal)
    {
        string Say(string key, params string[] arguments) => CliTexts.Say(key, language, arguments);

        var text = new StringBuilder();
        void Lines(int indent, string line) => text.AppendJoin("", TextLines.Wrap(line, indent, terminal.Width).Select(one => one + "\n"));
        void Section(string heading, IReadOnlyList<string> lines)
        {
            if (lines.Count > 0)
            {
                Lines(2, terminal.Paint(Colour.Bold, heading));
                foreach (var line in lines)
                {
                    Lines(4, line);
                }
            }
        }

        var left = old.Offers.ToList();
        var changed = false;
        foreach (var offer in fresh.Offers)
        {
            if (Partner(offer, left, fresh.Offers.Count) is not { } was)
            {
                Lines(0, Say("diff.added", offer.Name));
                changed = true;
                continue;
            }

            left.Remove(was);
            var comparison = new OfferComparison(was, offer, now, language);
            if (!comparison.IsEmpty)
            {
                changed = true;
                Lines(0, terminal.Paint(Colour.Bold, offer.Name));
                Section(Say("diff.values"), comparison.Values);
                Section(Say("diff.verdicts"), comparison.Verdicts);
                Section(Say("diff.stale"), comparison.Stale);
            }
        }

        foreach (var offer in left)
        {
            Lines(0, Say("diff.removed", offer.Name));
            changed = true;
        }

        List<InputProblem> problems = [.. old.Problems, .. fresh.Problems];
        problems.ForEach(problem => Lines(0, problem.ToString()));
        if (!changed)
        {
            Lines(0, Say(old.Offers.Count + fresh.Offers.Count == 0 ? "text.end.nothing" : "diff.none"));
        }

        terminal.Out.Write(text.ToString());
        return problems.Count > 0 || old.Offers.Count + fresh.Offers.Count == 0 ? ExitCode.Undecided : changed ? ExitCode.Open : ExitCode.Ready;
    }

    // The same id, else the same name, else the only one on either side.
    private static SubmittedOffer? Partner(SubmittedOffer offer, List<SubmittedOffer> left, int count) =>
        left.Find(other => other.Id == offer.Id) ?? left.Find(other => other.Name == offer.Name) ?? (left.Count == 1 && count == 1 ? left[0] : null);
}

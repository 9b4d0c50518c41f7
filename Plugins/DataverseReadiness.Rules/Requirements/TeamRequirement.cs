using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DataverseReadiness.Rules;

/// <summary>A team's own requirement: a person judges it, or one column of the offer or of each child is tested.</summary>
/// <remarks>A row that cannot be used is advice that nobody can decide, and says why.</remarks>
internal sealed class TeamRequirement : Requirement
{
    /// <summary>Longest text that a pattern is tried on.</summary>
    private const int LongestText = 20_000;

    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(50);

    private readonly TeamRequirementFact _row;
    private readonly Message? _problem;
    private readonly FactColumn? _column;

    private TeamRequirement(CatalogLine line, TeamRequirementFact row, Message? problem)
        : base(line, new Message("text", Shown.Long(string.IsNullOrWhiteSpace(row.Name) ? line.Key : row.Name, 400)))
    {
        _row = row;
        _problem = problem;
        _column = problem is null ? FactColumn.Find(row.Table, row.Column) : null;
        Version = "team." + TeamRequirements.HashOf([row]);
        Reads = _column is null ? [] : [_column.Table + "." + _column.Name];
    }

    public override IReadOnlyList<string> Reads { get; }

    /// <summary>Changes with any value of the row.</summary>
    public string Version { get; }

    public static TeamRequirement Of(string key, TeamRequirementFact row, Message? problem) => new(
        new CatalogLine(
            key,
            RequirementGroup.Team,
            problem is null ? row.Severity ?? Severity.Advice : Severity.Advice,
            problem is not null || IsJudged(row) ? DecidedBy.Person : DecidedBy.Software,
            "Team",
            announced: row.AnnouncedOn,
            appliesFrom: row.AppliesFrom,
            ends: row.EndsOn),
        row,
        problem);

    /// <summary>Why the test of this row cannot be used; null when it can.</summary>
    public static Message? ProblemOf(TeamRequirementFact row)
    {
        if (string.IsNullOrWhiteSpace(row.Column) && IsJudged(row))
            return null;

        var column = FactColumn.Find(row.Table, row.Column);
        if (column is null)
            return new Message("team.problem.column", Shown.Text(row.Table), Shown.Text(row.Column));
        if (IsJudged(row) || row.Test == RequirementTest.Required)
            return null;
        if (column.IsFile)
            return new Message("team.problem.file", column.Label);
        if (string.IsNullOrWhiteSpace(row.Value))
            return new Message("team.problem.value");

        switch (row.Test)
        {
            case RequirementTest.Pattern when !column.IsText:
                return new Message("team.problem.text", column.Label);
            case RequirementTest.Pattern:
                return Matches(row.Value!, "") is null ? new Message("team.problem.pattern", Shown.Text(row.Value)) : null;
            case RequirementTest.Minimum or RequirementTest.Maximum when column.Choice is not null && !column.IsSeveral:
                return new Message("team.problem.size", column.Label);
            case RequirementTest.Minimum or RequirementTest.Maximum:
                return Limit(column, row.Value!) is null ? new Message(column.IsDate ? "team.problem.date" : "team.problem.number", Shown.Text(row.Value)) : null;
            case RequirementTest.OneOf when column.Choice is not null:
                var unknown = Lines.Of(row.Value).FirstOrDefault(option => OptionOf(column.Choice, option) is null);
                return unknown is null ? null : new Message("team.problem.option", Shown.Text(unknown), column.Label);
            case RequirementTest.OneOf:
                return null;
            default:
                return new Message("team.problem.test");
        }
    }

    public override Verdict Evaluate(OfferFacts offer)
    {
        if (_problem is not null)
        {
            return Verdict.Undecided(
                _problem, new Message("team.broken.fix", Title.Arguments[0]), Columns.Name.In(offer), Version);
        }

        if (_column is null)
            return Verdict.Undecided(new Message("team.person"), Settle(), Columns.Name.In(offer), Version);

        var rows = FactColumn.RowsOf(offer, _column.Table);
        string?[] basis = [Version, .. rows.Select(_column.TextIn)];
        if (rows.Count == 0)
            return Verdict.NotApplicable(new Message("team.none", "$table." + _column.Table), new FixTarget(_column.Table, null, _column.Name), basis);

        // The first row that does not pass decides, so that a slow pattern is not tried on every row.
        foreach (var row in rows)
        {
            if (Test(row, basis) is { } verdict)
                return verdict;
        }

        return Verdict.Met(
            rows.Count == 1 ? Given(rows[0]) : new Message("team.met", _column.Label, Shown.Number(rows.Count)), _column.In(rows[0]), basis);
    }

    private static bool IsJudged(TeamRequirementFact row) => row.Test is null or RequirementTest.Person;

    // Null when the row passes.
    private Verdict? Test(object row, string?[] basis)
    {
        var column = _column!;
        var text = column.TextIn(row);
        if (IsJudged(_row))
            return Verdict.Undecided(text is null ? new Message("column.empty", column.Label) : Given(row), Settle(), column.In(row), basis);

        if (text is null)
            return NotMet(new Message("column.empty", column.Label), new Message("column.fill", column.Label));

        switch (_row.Test)
        {
            case RequirementTest.Pattern:
                var matches = text.Length <= LongestText ? Matches(_row.Value!, text) : null;
                if (matches is null)
                    return Verdict.Undecided(new Message("team.slow", column.Label), new Message("team.slow.fix"), column.In(row), basis);
                return matches.Value
                    ? null
                    : NotMet(new Message("team.pattern", column.Label, column.ShownIn(row), Shown.Text(_row.Value)), new Message("team.pattern.fix", column.Label, Shown.Text(_row.Value)));

            case RequirementTest.Minimum when column.SizeIn(row) < Limit(column, _row.Value!):
                return NotMet(new Message("team.minimum", column.Label, SizeShown(row), Shown.Text(_row.Value)), new Message("team.change.fix", column.Label));

            case RequirementTest.Maximum when column.SizeIn(row) > Limit(column, _row.Value!):
                return NotMet(new Message("team.maximum", column.Label, SizeShown(row), Shown.Text(_row.Value)), new Message("team.change.fix", column.Label));

            case RequirementTest.OneOf when !IsOneOf(text):
                return NotMet(new Message("team.oneof", column.Label, column.ShownIn(row), Shown.Some(Lines.Of(_row.Value))), new Message("team.change.fix", column.Label));

            default:
                return null;
        }

        Verdict NotMet(Message reason, Message fix) =>
            Verdict.NotMet(reason, Guidance() ?? fix, column.In(row), basis);
    }

    private bool IsOneOf(string text)
    {
        var allowed = Lines.Of(_row.Value);
        return _column!.Choice is { } choice
            ? text.Split(',').All(chosen => allowed.Any(option => OptionOf(choice, option) == chosen))
            : allowed.Any(option => string.Equals(option, text.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    private Message Given(object row) => new("column.value", _column!.Label, _column.ShownIn(row));

    private string SizeShown(object row) => _column!.IsDate ? _column.ShownIn(row) : Shown.Number(_column.SizeIn(row).GetValueOrDefault());

    private Message Settle() => Guidance() ?? new Message("team.person.fix");

    private Message? Guidance() => string.IsNullOrWhiteSpace(_row.Guidance) ? null : new Message("text", Shown.Long(_row.Guidance, 1500));

    private static decimal? Limit(FactColumn column, string value)
    {
        if (column.IsDate)
        {
            return DateTime.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? FactColumn.Days(date)
                : null;
        }

        return decimal.TryParse(value.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    // The option's value, given by its number or its label in either language.
    private static string? OptionOf(Type choice, string option)
    {
        foreach (Enum value in Enum.GetValues(choice))
        {
            var name = Shown.Option(value).Substring(1);
            if (option == value.ToString("D")
                || string.Equals(option, Texts.Find(name, Texts.English), StringComparison.OrdinalIgnoreCase)
                || string.Equals(option, Texts.Find(name, Texts.Swedish), StringComparison.OrdinalIgnoreCase))
                return value.ToString("D");
        }

        return null;
    }

    // Null when the pattern cannot be read or takes too long. The runtime keeps the patterns used last.
    private static bool? Matches(string pattern, string text)
    {
        if (pattern.Length > TeamRequirements.LongestPattern)
            return null;

        // The time is that of the wall: on a busy machine a good pattern may need another try.
        for (var tries = 3; tries > 0; tries--)
        {
            try
            {
                return Regex.IsMatch(text, "^(?:" + pattern + ")$(?!\\n)", RegexOptions.CultureInvariant, PatternTime);
            }
            catch (ArgumentException)
            {
                return null;
            }
            catch (RegexMatchTimeoutException)
            {
            }
        }

        return null;
    }
}

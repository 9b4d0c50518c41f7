using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>Option values are whole, unique and the publisher's own.</summary>
internal static class ChoiceCheck
{
    public static void Run(CheckContext context)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var set in context.Items("optionsets", "optionset"))
        {
            if (!names.Add(set.Attr("Name") ?? ""))
                context.Report(set, FindingCodes.ChoiceTwice, $"The choice '{set.Attr("Name")}' is in the solution more than once.");
            if (set.Text("IsGlobal") != "1")
                context.Report(set, FindingCodes.ChoiceGlobal, $"The choice '{set.Attr("Name")}' does not say 'IsGlobal' 1.");
            CheckValues(context, set, isOwn: context.IsOwn(set.Attr("Name")), firstFree: int.MinValue);
        }

        foreach (var column in context.AllTables.SelectMany(table => table.AllColumns))
        {
            if (column.Element.Element("optionset") is not { } set) continue;
            var isStatus = column.Name is "statecode" or "statuscode";
            var isOwn = set.Text("OptionSetType") != "bit" && (context.IsOwn(column.Name) || (isStatus && context.IsOwn(column.Table.LogicalName)));
            CheckValues(context, set, isOwn, firstFree: isStatus ? 3 : int.MinValue);
        }
    }

    /// <summary>Values below <paramref name="firstFree"/> are the platform's own.</summary>
    private static void CheckValues(CheckContext context, XElement set, bool isOwn, int firstFree)
    {
        var values = new HashSet<int>();
        foreach (var option in set.At("options", "option").Concat(set.At("states", "state")).Concat(set.At("statuses", "status")))
        {
            if (XmlValues.Int(option.Attr("value")) is not { } value) continue;
            if (!values.Add(value))
                context.Report(option, FindingCodes.OptionTwice, $"The value {value} stands in '{set.Attr("Name")}' more than once.");
            if (isOwn && value >= firstFree && context.OptionPrefix is { } prefix && value / 10000 != prefix)
                context.Report(option, FindingCodes.OptionRange, $"The value {value} is outside the publisher's range, {prefix}0000 to {prefix}9999.");
        }
    }
}

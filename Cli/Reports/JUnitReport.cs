using System.Globalization;
using System.Text;
using System.Xml;
using DataverseReadiness.Cli.Wording;
using DataverseReadiness.Rules;

namespace DataverseReadiness.Cli.Reports;

/// <summary>The answer as JUnit's XML: a suite an offer, a case a requirement. Open is a failure, what could not be read an error.</summary>
/// <remarks>Only what the older schema of Jenkins knows as well: a skipped case has a text and no attributes, a suite no file but a package.</remarks>
internal static class JUnitReport
{
    public static string Render(CheckReport report)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            var items = report.Offers.SelectMany(offer => offer.Items).Where(item => item.IsNew).ToList();
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "readiness");
            Counts(xml, items.Count + report.Problems.Count, items.Count(item => item.IsOpen), report.Problems.Count);
            foreach (var offer in report.Offers)
            {
                Suite(xml, offer, report);
            }

            if (report.Problems.Count > 0)
            {
                Problems(xml, report);
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Suite(XmlWriter xml, OfferReport offer, CheckReport report)
    {
        var items = offer.Items.Where(item => item.IsNew).ToList();
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", offer.Offer.Name);
        Counts(xml, items.Count, items.Count(item => item.IsOpen), 0);
        Attribute(xml, "skipped", Number(items.Count(IsSkipped)));
        Attribute(xml, "timestamp", report.At.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        Attribute(xml, "package", offer.Offer.Place.File);
        xml.WriteStartElement("properties");
        Property(xml, "ruleSet", offer.Evaluation.RuleSet.Name);
        Property(xml, "ruleSetVersion", offer.Evaluation.RuleSetVersion);
        Property(xml, "readiness", offer.Readiness.ToString());
        Property(xml, "notLookedAt", string.Join(" ", offer.Nobody.Select(clause => clause.Key)));
        xml.WriteEndElement();
        foreach (var item in items)
        {
            Case(xml, item, report.Language);
        }

        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, ReportItem item, int language)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", item.Key + " " + item.Title);
        Attribute(xml, "classname", item.Group);
        if (item.IsOpen)
        {
            Outcome(xml, "failure", item.Item.Status.ToString(), item.Reason, Details(item, language));
        }
        else if (IsSkipped(item))
        {
            xml.WriteElementString("skipped", Allowed($"{item.Item.Status}: {(item.Item.Status == ItemStatus.Waived ? item.Judgement : item.Reason)}"));
        }

        xml.WriteEndElement();
    }

    private static void Problems(XmlWriter xml, CheckReport report)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", CliTexts.Say("text.problems", report.Language));
        Counts(xml, report.Problems.Count, 0, report.Problems.Count);
        foreach (var problem in report.Problems)
        {
            xml.WriteStartElement("testcase");
            Attribute(xml, "name", problem.File);
            Outcome(xml, "error", "Input", problem.Sentence, problem.ToString());
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Details(ReportItem item, int language) => string.Join("\n", new[]
    {
        item.Reason,
        item.Fix is { } fix ? CliTexts.Say("text.fix", language, fix) : null,
        item.Judgement,
        item.Place.ToString(),
        item.Item.Requirement.Source,
    }.OfType<string>());

    // Neither right nor open: advice, what does not apply, what was accepted as open.
    private static bool IsSkipped(ReportItem item) => !item.IsOpen && item.Item.Status is not (ItemStatus.Met or ItemStatus.Confirmed);

    private static void Outcome(XmlWriter xml, string element, string type, string message, string details)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "type", type);
        Attribute(xml, "message", message);
        xml.WriteString(Allowed(details));
        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, int tests, int failures, int errors)
    {
        Attribute(xml, "tests", Number(tests));
        Attribute(xml, "failures", Number(failures));
        Attribute(xml, "errors", Number(errors));
    }

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Allowed(value));

    // XML has no form for most control characters, escaped or not.
    private static string Allowed(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is '\t' or '\n' or '\r' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF)) ? rune.ToString() : "\uFFFD"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

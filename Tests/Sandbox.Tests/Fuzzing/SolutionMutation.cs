using System.Text;
using System.Xml;
using System.Xml.Linq;
using Packager.Tests;

namespace Sandbox.Tests.Fuzzing;

/// <summary>Damage to solution zips: bytes, entries, elements, attributes and texts.</summary>
internal static class SolutionMutation
{
    private static readonly string[] Values =
    [
        "", " ", "0", "1", "-1", "2", "99999999999999999999", "7.5", "true", "none", "tst_parent", "tst_child", "tst_name", "tst_nothing", "account", "systemuser", "TST_PARENT", "a b", "é\u202e",
        "00000000-0000-0000-0000-000000000000", "{2fd83d64-2dca-57fd-a982-32e7499da586}", "nvarchar", "lookup", "image", "picklist", "datetime", "1033", "'; DROP TABLE tst_parent; --", "\"", "$webresource:x",
        "..\\..\\x", "/../x", "1.0.0.0", "99.99.99.99", "fetch", "{0}", "%s",
    ];

    private static readonly string[] Names = ["../solution.xml", "/etc/x", "SOLUTION.XML", "customizations.xml ", "a\\b", "con:x", "WebResources/", "x/x.dll", "Other/Solution.xml", "[Content_Types].xml"];

    public static byte[] Of(byte[] zip, Random random)
    {
        if (random.Next(12) == 0) return Mutation.Of(zip, random);
        var entries = Sample.Entries(zip).Select(entry => (entry.Key, entry.Value)).ToList();
        for (var left = random.Next(1, 4); left > 0; left--) Damage(entries, random);
        return Sample.Zip(entries);
    }

    private static void Damage(List<(string Name, byte[] Content)> entries, Random random)
    {
        if (entries.Count == 0) return;
        var at = random.Next(entries.Count);
        var (name, content) = entries[at];
        switch (random.Next(20))
        {
            case 0:
                entries.RemoveAt(at);
                break;
            case 1:
                entries.Add(entries[at]);
                break;
            case 2:
                entries[at] = (Names[random.Next(Names.Length)], content);
                break;
            case 3:
                entries[at] = (name, entries[random.Next(entries.Count)].Content);
                break;
            case 4:
                entries[at] = (name, Mutation.Of(content, random));
                break;
            default:
                var xml = entries.FindIndex(entry => entry.Name == (random.Next(6) == 0 ? "solution.xml" : "customizations.xml"));
                if (xml < 0) xml = at;
                entries[xml] = (entries[xml].Name, OfXml(entries[xml].Content, random));
                break;
        }
    }

    private static byte[] OfXml(byte[] content, Random random)
    {
        if (random.Next(10) == 0) return Encoding.UTF8.GetBytes(Mutation.Of(Encoding.UTF8.GetString(content), random));
        XDocument document;
        try
        {
            document = XDocument.Load(new MemoryStream(content));
        }
        catch (XmlException)
        {
            return content;
        }

        var elements = document.Root!.Descendants().ToList();
        if (elements.Count == 0) return content;
        Change(elements[random.Next(elements.Count)], elements, random);
        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }

    private static void Change(XElement element, List<XElement> all, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                element.Remove();
                break;
            case 1:
                element.AddAfterSelf(new XElement(element));
                break;
            case 2:
                element.Name = random.Next(2) == 0 ? all[random.Next(all.Count)].Name : element.Name + "x";
                break;
            case 3:
                all[random.Next(all.Count)].Add(new XElement(element));
                break;
            case 4 when element.Attributes().Any():
                element.Attributes().ElementAt(random.Next(element.Attributes().Count())).Remove();
                break;
            case 5 or 6 when element.Attributes().Any():
                element.Attributes().ElementAt(random.Next(element.Attributes().Count())).Value = Value(all, random);
                break;
            default:
                var leaf = element.DescendantsAndSelf().Last();
                leaf.Value = Value(all, random);
                break;
        }
    }

    // What stands elsewhere in the file fits better, and so comes further, than what stands nowhere.
    private static string Value(List<XElement> all, Random random)
    {
        var other = all[random.Next(all.Count)];
        return random.Next(2) == 0 ? Values[random.Next(Values.Length)] : other.Attributes().FirstOrDefault()?.Value ?? other.DescendantsAndSelf().Last().Value;
    }
}

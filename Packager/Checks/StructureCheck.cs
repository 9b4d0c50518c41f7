using System.Xml.Linq;
using Packager.Structure;

namespace Packager.Checks;

/// <summary>Elements and attributes are those the schemas know, in their order, with values of their forms.</summary>
internal static class StructureCheck
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Run(CheckContext context)
    {
        CheckRoot(context, context.Solution, "ImportExportXml", "Solution");
        CheckRoot(context, context.Customizations, "ImportExportXml", "Customizations");
        foreach (var (name, part) in context.Package.Parts)
        {
            var type = Path.GetFileNameWithoutExtension(name);
            if (Grammar.Instance.Type(type) != null) CheckRoot(context, part.Root!, type, type);
        }
    }

    private static void CheckRoot(CheckContext context, XElement root, string name, string type)
    {
        if (root.Name == name) Check(context, root, Grammar.Instance.Type(type)!);
        else context.Report(root, FindingCodes.ElementUnknown, $"The root element is '{root.Name}' where '{name}' belongs.");
    }

    private static void Check(CheckContext context, XElement element, ElementType type)
    {
        CheckAttributes(context, element, type);
        if (type.Kind == ElementKind.Value)
        {
            CheckText(context, element, type.Text);
            return;
        }

        if (element.Nodes().OfType<XText>().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text.Value)) is { } stray)
            context.Report(element, FindingCodes.ElementText, $"The element '{element.Name}' holds the text '{Short(stray.Value)}' where no text belongs.");
        CheckChildren(context, element, type);
    }

    private static void CheckAttributes(CheckContext context, XElement element, ElementType type)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration || attribute.Name.Namespace == Instance) continue;
            if (type.Attributes.FirstOrDefault(member => attribute.Name == member.Name) is not { } member)
                context.Report(attribute, FindingCodes.AttributeUnknown, $"The element '{element.Name}' has no attribute '{attribute.Name}'.");
            else if (TextForm.Complaint(member.Type, attribute.Value) is { } complaint)
                context.Report(attribute, FindingCodes.ValueForm, $"The attribute '{attribute.Name}' is '{Short(attribute.Value)}'; it must be {complaint}.");
        }

        foreach (var member in type.Attributes.Where(member => member.IsRequired && element.Attribute(member.Name) == null))
            context.Report(element, FindingCodes.AttributeMissing, $"The element '{element.Name}' lacks the attribute '{member.Name}'.");
    }

    private static void CheckChildren(CheckContext context, XElement element, ElementType type)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var place = 0;
        foreach (var child in element.Elements())
        {
            var index = Index(type, child);
            if (index < 0)
            {
                context.Report(child, FindingCodes.ElementUnknown, $"The element '{child.Name}' has no place in '{element.Name}'.");
                continue;
            }

            var member = type.Children[index];
            if (type.Kind == ElementKind.Seq && index < place)
                context.Report(child, FindingCodes.ElementOrder, $"The element '{child.Name}' stands after '{type.Children[place].Name}'; it belongs before it.");
            else
                place = index;
            counts[member.Name] = counts.GetValueOrDefault(member.Name) + 1;
            if (counts[member.Name] == 2 && !member.IsRepeatable && type.Kind != ElementKind.Free)
                context.Report(child, FindingCodes.ElementTwice, $"The element '{child.Name}' stands more than once in '{element.Name}'.");
            CheckMember(context, child, member);
        }

        foreach (var member in type.Children.Where(member => member.IsRequired && !counts.ContainsKey(member.Name)))
            context.Report(element, FindingCodes.ElementMissing, $"The element '{element.Name}' lacks '{member.Name}'.");
    }

    private static int Index(ElementType type, XElement child)
    {
        for (var index = 0; index < type.Children.Count; index++)
        {
            if (child.Name == type.Children[index].Name) return index;
        }

        return -1;
    }

    private static void CheckMember(CheckContext context, XElement child, Member member)
    {
        if (member.Type == "open") return;
        if (Grammar.Instance.Type(member.Type) is { } type)
        {
            Check(context, child, type);
            return;
        }

        foreach (var attribute in child.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Instance))
            context.Report(attribute, FindingCodes.AttributeUnknown, $"The element '{child.Name}' has no attribute '{attribute.Name}'.");
        CheckText(context, child, member.Type);
    }

    private static void CheckText(CheckContext context, XElement element, string form)
    {
        if ((string?)element.Attribute(Instance + "nil") is "true" or "1" && element.IsEmptyOrBlank()) return;
        if (element.HasElements)
            context.Report(element, FindingCodes.ElementUnknown, $"The element '{element.Elements().First().Name}' has no place in '{element.Name}'.");
        else if (TextForm.Complaint(form, element.Value) is { } complaint)
            context.Report(element, FindingCodes.ValueForm, $"The element '{element.Name}' is '{Short(element.Value)}'; it must be {complaint}.");
    }

    private static bool IsEmptyOrBlank(this XElement element) => string.IsNullOrWhiteSpace(element.Value);

    private static string Short(string text) => text.Length <= 60 ? text.Trim() : text[..60].Trim() + "...";
}

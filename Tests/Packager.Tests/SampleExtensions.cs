namespace Packager.Tests;

/// <summary>Larger changes to the sample.</summary>
internal static class SampleExtensions
{
    /// <summary>Leaves only the two files of the root and what they hold.</summary>
    public static Sample Drop(this Sample sample)
    {
        foreach (var file in sample.Files.Keys.Where(file => !file.StartsWith("Other/", StringComparison.Ordinal) || file.Count(c => c == '/') > 1).ToList())
            sample.Remove(file);
        return sample.Remove("Other/Relationships.xml").Remove("Other/FieldSecurityProfiles.xml");
    }

    /// <summary>Writes the relationships of a file into the root file as well.</summary>
    public static Sample Twice(this Sample sample, string root, string relationships)
    {
        var text = sample.Text(relationships);
        var body = text[text.IndexOf("<EntityRelationship ", StringComparison.Ordinal)..text.IndexOf("</EntityRelationships>", StringComparison.Ordinal)];
        return sample.Replace(root, "<EntityRelationships />", $"<EntityRelationships>{body}</EntityRelationships>");
    }

    /// <summary>Adds to the child table a second lookup of its parent, with a relationship of its own.</summary>
    public static Sample SecondLookup(this Sample sample, string navigation, bool parental)
    {
        const string Child = "Entities/tst_Child/Entity.xml";
        const string Relationships = "Other/Relationships/tst_Parent.xml";
        sample.Replace(Child, "      </attributes>", """
                    <attribute PhysicalName="tst_OtherId">
                      <Type>lookup</Type>
                      <Name>tst_otherid</Name>
                      <LogicalName>tst_otherid</LogicalName>
                      <IsCustomField>1</IsCustomField>
                      <displaynames>
                        <displayname description="Other" languagecode="1033" />
                        <displayname description="Annan" languagecode="1053" />
                      </displaynames>
                    </attribute>
                  </attributes>
            """);
        var text = sample.Text(Relationships);
        var body = text[text.IndexOf("<EntityRelationship ", StringComparison.Ordinal)..text.IndexOf("</EntityRelationships>", StringComparison.Ordinal)]
            .Replace("Name=\"tst_parent_child\"", "Name=\"tst_parent_other\"", StringComparison.Ordinal)
            .Replace("<ReferencingAttributeName>tst_ParentId", "<ReferencingAttributeName>tst_OtherId", StringComparison.Ordinal)
            .Replace("<NavigationPropertyName>tst_ParentId", $"<NavigationPropertyName>{navigation}", StringComparison.Ordinal)
            .Replace("<NavigationPropertyName>tst_parent_child", "<NavigationPropertyName>tst_parent_other", StringComparison.Ordinal);
        if (!parental) body = body.Replace("<CascadeDelete>Cascade<", "<CascadeDelete>RemoveLink<", StringComparison.Ordinal);
        return sample
            .Replace(Relationships, "</EntityRelationships>", body + "</EntityRelationships>")
            .Replace("Other/Relationships.xml", "<EntityRelationship Name=\"tst_parent_child\" />", "<EntityRelationship Name=\"tst_parent_child\" />\n  <EntityRelationship Name=\"tst_parent_other\" />");
    }

    /// <summary>Adds a RESX web resource.</summary>
    public static Sample Resx(this Sample sample, string content) =>
        sample.WebResource("tst_/texts/strings.1033.resx", type: 12, "tst_textsstrings1033resx", content);

    /// <summary>Adds a JSON web resource.</summary>
    public static Sample Json(this Sample sample, string content) =>
        sample.WebResource("tst_/data/list.json", type: 3, "tst_datalistjson", content);

    private static Sample WebResource(this Sample sample, string name, int type, string file, string content) => sample
        .Set("WebResources/" + name, content)
        .Set($"WebResources/{name}.data.xml", $$"""
            <WebResource>
              <WebResourceId>{0a7c4e7e-6f0d-5b5e-9c3a-2f6d1f0c9b11}</WebResourceId>
              <Name>{{name}}</Name>
              <WebResourceType>{{type}}</WebResourceType>
              <FileName>/WebResources/{{file}}0A7C4E7E-6F0D-5B5E-9C3A-2F6D1F0C9B11</FileName>
            </WebResource>
            """)
        .Replace("Other/Solution.xml", "<RootComponent type=\"62\"", $"<RootComponent type=\"61\" schemaName=\"{name}\" behavior=\"0\" />\n      <RootComponent type=\"62\"");
}

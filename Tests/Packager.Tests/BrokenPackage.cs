using System.Buffers.Binary;
using System.Reflection;
using System.Text;

namespace Packager.Tests;

/// <summary>A package broken in one way.</summary>
/// <param name="Name">What was done to it.</param>
/// <param name="Codes">The kinds of findings it must have, and no others.</param>
/// <param name="Make">Reads it.</param>
internal sealed record BrokenPackage(string Name, string[] Codes, Func<SolutionPackage> Make)
{
    private readonly Lazy<IReadOnlyList<Finding>> _findings = new(() => ImportCheck.Run(Make()));

    private const string Manifest = "Other/Solution.xml";
    private const string Customizations = "Other/Customizations.xml";
    private const string Parent = "Entities/tst_Parent/Entity.xml";
    private const string Child = "Entities/tst_Child/Entity.xml";
    private const string ParentForm = "Entities/tst_Parent/FormXml/main/{b2b04d58-b1a7-5b49-bcfb-dea8c2aa270e}.xml";
    private const string ChildForm = "Entities/tst_Child/FormXml/main/{b5bf9fcb-6d9a-56be-b9f9-a8866b900f3c}.xml";
    private const string ParentQuickCreate = "Entities/tst_Parent/FormXml/quickCreate/{e56a2f0f-5466-5588-aed8-645d4f3bb10e}.xml";
    private const string QuickFind = "Entities/tst_Parent/SavedQueries/{0129b5b2-b116-509e-ad08-fcc9a2843817}.xml";
    private const string ActiveParents = "Entities/tst_Parent/SavedQueries/{d48a5a7c-4b8f-5da5-b290-e6e0383857bd}.xml";
    private const string Mine = "Entities/tst_Parent/SavedQueries/{fab55b8c-e475-5a7c-8eb2-c22aed9ae7fe}.xml";
    private const string Chart = "Entities/tst_Parent/Visualizations/{826b3e08-c2f4-5488-8f65-0b6f1d14cd3a}.xml";
    private const string Dashboard = "Dashboards/{74d01909-1a99-538f-bf15-81fd59f76d1c}.xml";
    private const string Ribbon = "Entities/tst_Parent/RibbonDiff.xml";
    private const string Relationship = "Other/Relationships/tst_Parent.xml";
    private const string Files = "Other/Relationships/FileAttachment.xml";
    private const string Relationships = "Other/Relationships.xml";
    private const string Kind = "OptionSets/tst_kind.xml";
    private const string Role = "Roles/Test Author.xml";
    private const string Fields = "Other/FieldSecurityProfiles.xml";
    private const string App = "AppModules/tst_App/AppModule.xml";
    private const string Map = "AppModuleSiteMaps/tst_App/AppModuleSiteMap.xml";
    private const string Dll = "PluginAssemblies/TestPlugins-55676392-AFD9-5AEA-B4AB-821B8BF9BF00/TestPlugins.dll.data.xml";
    private const string Step = "SdkMessageProcessingSteps/{89a5dc89-18ed-5f01-ba28-c13bb3f3eb95}.xml";
    private const string Api = "customapis/tst_Evaluate/customapi.xml";
    private const string ApiOut = "customapis/tst_Evaluate/customapiresponseproperties/OpenItems/customapiresponseproperty.xml";
    private const string Script = "WebResources/tst_/scripts/parent.js";
    private const string ScriptData = Script + ".data.xml";
    private const string Page = "WebResources/tst_/html/checklist.html";
    private const string PageData = Page + ".data.xml";
    private const string Svg = "WebResources/tst_/icons/record.svg";

    /// <summary>One or more for every kind of finding.</summary>
    public static IReadOnlyList<BrokenPackage> All { get; } =
    [
        // The container.
        Zip("the zip ends early", FindingCodes.ZipDamaged, zip => zip[..(zip.Length / 2)]),
        Zip("a byte of an entry differs", FindingCodes.ZipDamaged, zip => FlipInside(zip, "customapis/tst_Evaluate/customapi.xml"), FindingCodes.PartFolder),
        Zip("an entry of nothing but blanks", FindingCodes.ZipLimit, zip => Repack(zip, entries => entries["customapis/tst_Evaluate/bomb.bin"] = new byte[4 * 1024 * 1024])),
        Zip("ten thousand and one entries", FindingCodes.ZipLimit, _ => Sample.Zip(Enumerable.Range(0, 10_001).Select(i => ($"{i}", Array.Empty<byte>())))),
        Zip("an entry that says it is huge", FindingCodes.ZipLimit, zip => Claim(zip, "customapis/tst_Evaluate/customapi.xml", 100_000_000), FindingCodes.PartFolder),
        Zip("an entry that says it is smaller", FindingCodes.ZipDamaged, zip => Claim(zip, "customapis/tst_Evaluate/customapi.xml", 10), FindingCodes.PartFolder),
        new("a stream that never ends", [FindingCodes.ZipLimit], () => SolutionPackage.ReadZip(new EndlessStream())),
        Zip("an entry stands twice", FindingCodes.ZipEntryTwice, zip => Sample.Zip([.. Sample.Entries(zip).Select(entry => (entry.Key, entry.Value)), ("solution.xml", [])])),
        Zip("an entry leaves the folder", FindingCodes.ZipEntryName, zip => Repack(zip, entries => entries["../evil.txt"] = [1])),
        Zip("an entry with a backslash", FindingCodes.ZipEntryName, zip => Repack(zip, entries => entries["customapis\\evil.txt"] = [1])),
        Zip("an absolute entry", FindingCodes.ZipEntryName, zip => Repack(zip, entries => entries["/evil.txt"] = [1])),
        Zip("no solution.xml", FindingCodes.RootFileMissing, zip => Repack(zip, entries => entries.Remove("solution.xml"))),
        Zip("no customizations.xml", FindingCodes.RootFileMissing, zip => Repack(zip, entries => entries.Remove("customizations.xml"))),
        Zip("no content types", FindingCodes.RootFileMissing, zip => Repack(zip, entries => entries.Remove("[Content_Types].xml"))),
        Zip("everything one folder deeper", FindingCodes.RootFileMissing, zip => Sample.Zip(Sample.Entries(zip).Select(entry => ("TestSolution/" + entry.Key, entry.Value)))),
        Zip("no content type for dll", FindingCodes.ContentType, zip => Edit(zip, "[Content_Types].xml", "Extension=\"dll\"", "Extension=\"exe\"")),
        Zip("a content type for a part that is not there", FindingCodes.ContentType, zip => Edit(zip, "[Content_Types].xml", "</Types>", "<Override PartName=\"/WebResources/none\" ContentType=\"x\" /></Types>")),
        Zip("a file no part names", FindingCodes.StrayFile, zip => Repack(zip, entries => entries["customapiz/a.xml"] = [1])),
        Zip("an entity bomb", FindingCodes.XmlDtd, zip => Repack(zip, entries => entries["solution.xml"] = Bytes(
            "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><ImportExportXml>&b;</ImportExportXml>"))),
        Folder("a file in no part's place", FindingCodes.StrayFile, sample => sample.Set("Roles/readme.txt", "text")),
        Folder("no Other/Solution.xml", FindingCodes.RootFileMissing, sample => sample.Remove(Manifest)),
        Folder("the body of a web resource is missing", FindingCodes.BodyMissing, sample => sample.Remove(Page)),
        Folder("an assembly without a file name", [FindingCodes.BodyMissing, FindingCodes.StrayFile], sample => sample.Cut(Dll, "<FileName>", "</FileName>")),
        Folder("a relationship that is not listed", [FindingCodes.MergePart, FindingCodes.LookupRelationship, FindingCodes.FormSubgrid],
            sample => sample.Cut(Relationships, "\"tst_parent_child\"", "/>")),
        Folder("a relationship without a body", [FindingCodes.MergePart], sample => sample.Replace(Relationships, "\"tst_parent_child\" />", "\"tst_parent_child\" />\n<EntityRelationship Name=\"tst_none\" />")),
        Folder("a twin for the managed zip", FindingCodes.MergePart, sample => sample.Set("AppModules/tst_App/AppModule_managed.xml", sample.Text(App))),
        Folder("a file of another kind", [FindingCodes.MergePart, FindingCodes.RootComponentUnknown, FindingCodes.AppRole], sample => sample.Set(Role, "<Rolle />")),
        Mapped("a mapping file that is no mapping", FindingCodes.MapFile, "<Mapping><Move map=\"a\" to=\"b\" /></Mapping>"),
        Mapped("a mapping to a file that is not there", FindingCodes.MapTarget, "<Mapping><FileToFile map=\"checklist.html\" to=\"..\\dist\\none.html\" /></Mapping>"),

        // XML as such.
        Folder("XML that is cut off", FindingCodes.XmlMalformed, sample => sample.Set(Manifest, sample.Text(Manifest)[..400])),
        Folder("XML with a document type", FindingCodes.XmlDtd, sample => sample.Replace(Manifest, "<ImportExportXml", "<!DOCTYPE x>\n<ImportExportXml")),
        Folder("XML nested without end", FindingCodes.XmlLimit, sample => sample.Set(Manifest, string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000)))),

        // Structure.
        Folder("an unknown element of a table", FindingCodes.ElementUnknown, sample => sample.Replace(Parent, "<EntitySetName>", "<Colour>red</Colour><EntitySetName>")),
        Folder("an unknown element of a column", FindingCodes.ElementUnknown, sample => sample.After(Parent, "\"tst_Score\"", "<MinValue>", "<Least>1</Least><MinValue>")),
        Folder("an unknown element of a form", FindingCodes.ElementUnknown, sample => sample.Replace(ParentForm, "<tabs>", "<tables /><tabs>")),
        Folder("another root", [FindingCodes.ElementUnknown, FindingCodes.RootComponentUnknown], sample => sample.Set(Customizations, "<Import />").Drop()),
        Folder("text where none belongs", FindingCodes.ElementText, sample => sample.Replace(Role, "<RolePrivileges>", "<RolePrivileges>all")),
        Folder("an attribute of managed forms", FindingCodes.AttributeUnknown, sample => sample.Replace(ParentForm, "<tab name=\"tab_general\"", "<tab solutionaction=\"Added\" name=\"tab_general\"")),
        Folder("a width without percent", FindingCodes.ValueForm, sample => sample.Replace(ChildForm, "width=\"100%\"", "width=\"100\"")),
        Folder("a flag that is a word", FindingCodes.ValueForm, sample => sample.After(Parent, "\"tst_Score\"", "<IsSecured>0<", "<IsSecured>no<")),
        Folder("an app icon that is no id", [FindingCodes.IdForm], sample => sample.Replace(App, "953b9fac-1e5e-e611-80d6-00155ded156f", "953b9fac")),
        Folder("a privilege without a level", FindingCodes.AttributeMissing, sample => sample.Replace(Role, "<RolePrivilege name=\"prvWritetst_Child\" level=\"Basic\" />", "<RolePrivilege name=\"prvWritetst_Child\" />")),
        Folder("the root's children out of order", FindingCodes.ElementOrder, sample => sample.Replace(Customizations, "  <Workflows />\n", "").Replace(Customizations, "  <Templates />\n", "  <Templates />\n  <Workflows />\n")),
        Folder("a role's children out of order", FindingCodes.ElementOrder, sample => sample.Replace(Role, "  <IsCustomizable>1</IsCustomizable>\n", "").Replace(Role, "</RolePrivileges>", "</RolePrivileges><IsCustomizable>1</IsCustomizable>")),
        Folder("titles after the group", FindingCodes.ElementOrder, sample => sample.After(Map, "<Area", "      <Titles>\n", "<Descriptions><Description LCID=\"1033\" Description=\"d\" /><Description LCID=\"1053\" Description=\"d\" /></Descriptions><Titles>")),
        Folder("an element twice", FindingCodes.ElementTwice, sample => sample.Replace(Parent, "<EntitySetName>tst_parents</EntitySetName>", "<EntitySetName>tst_parents</EntitySetName><EntitySetName>tst_parents</EntitySetName>")),
        Folder("a view without an id", [FindingCodes.ElementMissing], sample => sample.Cut(Mine, "<savedqueryid>", "</savedqueryid>")),
        Folder("an isoptional response", FindingCodes.ElementUnknown, sample => sample.Replace(ApiOut, "<type>7", "<isoptional>1</isoptional><type>7")),

        // The manifest.
        Folder("a unique name with a space", FindingCodes.ManifestName, sample => sample.Replace(Manifest, "<UniqueName>TestSolution<", "<UniqueName>Test Solution<")),
        Folder("a version of three numbers", FindingCodes.ManifestVersion, sample => sample.Replace(Manifest, "<Version>1.0.0.0<", "<Version>1.0.0<")),
        Folder("managed 3", FindingCodes.ManifestManaged, sample => sample.Replace(Manifest, "<Managed>0<", "<Managed>3<")),
        Folder("no base language", [FindingCodes.ManifestLanguage, FindingCodes.AttributeMissing], sample => sample.Replace(Manifest, " languagecode=\"1033\" generatedBy", " generatedBy")),
        Folder("a reserved prefix", [FindingCodes.PublisherPrefix, FindingCodes.NamePrefix], sample => sample.Replace(Manifest, ">tst<", ">mscrmx<")),
        Folder("an option prefix of four digits", [FindingCodes.PublisherOptionPrefix, FindingCodes.OptionRange], sample => sample.Replace(Manifest, ">54321<", ">5432<")),

        // Root components.
        Folder("a root component twice", FindingCodes.RootComponentTwice, sample => sample.Replace(Manifest, "<RootComponent type=\"9\"", "<RootComponent type=\"9\" schemaName=\"tst_kind\" behavior=\"0\" />\n<RootComponent type=\"9\"")),
        Folder("a root component of nothing", FindingCodes.RootComponentUnknown, sample => sample.Replace(Manifest, "<RootComponent type=\"9\"", "<RootComponent type=\"9\" schemaName=\"tst_none\" behavior=\"0\" />\n<RootComponent type=\"9\"")),
        Folder("a choice without root component", FindingCodes.RootComponentMissing, sample => sample.Cut(Manifest, "type=\"9\"", "/>")),
        Folder("an image without root component", FindingCodes.RootComponentMissing, sample => sample.Cut(Manifest, "type=\"431\"", "/>")),
        Folder("a root component of a variable", FindingCodes.RootComponentForbidden, sample => sample.Replace(Manifest, "<RootComponent type=\"9\"", "<RootComponent type=\"380\" schemaName=\"tst_ProbeSeconds\" behavior=\"0\" />\n<RootComponent type=\"9\"")),
        Folder("a role named instead of identified", [FindingCodes.RootComponentForm, FindingCodes.RootComponentMissing], sample => sample.Replace(Manifest, "type=\"20\" id=\"{2db97432-5734-589c-b5a7-1f071b61ce6f}\"", "type=\"20\" schemaName=\"Test Author\"")),

        // Tables.
        Folder("a table twice", [FindingCodes.TableTwice, FindingCodes.FileName, FindingCodes.EntitySetName, FindingCodes.QuickCreateForm, FindingCodes.MainForm, FindingCodes.ViewMissing],
            sample => sample.Set("Entities/tst_Zwei/Entity.xml", sample.Text(Child))),
        Folder("two names of one table", FindingCodes.TableName, sample => sample.Replace(Parent, ">tst_Parent</Name>", ">tst_Parents</Name>")),
        Folder("a column twice", FindingCodes.ColumnTwice, sample => sample.Replace(Parent, "      </attributes>", Column("tst_Score", "tst_score") + "      </attributes>")),
        Folder("a logical name that is not the lower case", FindingCodes.ColumnName,
            sample => sample.After(Parent, "\"tst_Score\"", "<Name>tst_score</Name>", "<Name>tst_points</Name>")),
        Folder("a key over a column that is not there", FindingCodes.KeyColumn, sample => sample.Replace(Child, "<AttributeName>tst_number", "<AttributeName>tst_none")),
        Folder("a key over a file", FindingCodes.KeyColumn, sample => sample.Replace(Child, "<AttributeName>tst_number", "<AttributeName>tst_document")),
        Folder("an entity set with capitals", FindingCodes.EntitySetName, sample => sample.Replace(Parent, "<EntitySetName>tst_parents", "<EntitySetName>tst_Parents")),
        Folder("an entity set of two tables", FindingCodes.EntitySetName, sample => sample.Replace(Parent, "<EntitySetName>tst_parents", "<EntitySetName>tst_children")),
        Folder("an unknown owner", FindingCodes.Ownership, sample => sample.Replace(Parent, "<OwnershipTypeMask>UserOwned", "<OwnershipTypeMask>Everybody")),
        Folder("no primary key", [FindingCodes.PrimaryKey], sample => sample.After(Parent, "\"tst_ParentId\"", "primarykey", "uniqueidentifier")),
        Folder("no primary name", FindingCodes.PrimaryName, sample => sample.After(Parent, "\"tst_Name\"", "PrimaryName|", "")),
        Folder("a system column is missing", FindingCodes.SystemColumn, sample => sample.Cut(Parent, "PhysicalName=\"OverriddenCreatedOn\"", "</attribute>")),
        Folder("a system column of another type", FindingCodes.SystemColumn, sample => sample.After(Parent, "\"ImportSequenceNumber\"", "<Type>int<", "<Type>decimal<")),
        Folder("a system relationship is missing", FindingCodes.SystemRelationship, sample => sample.Cut(Relationships, "\"team_tst_parent\"", "/>").Cut("Other/Relationships/Team.xml", "\"team_tst_parent\"", "</EntityRelationship>")),
        Folder("a system relationship to another table", FindingCodes.SystemRelationship, sample => sample.After("Other/Relationships/Team.xml", "\"team_tst_parent\"", ">Team<", ">SystemUser<")),
        Folder("no main form", FindingCodes.MainForm, sample => sample.Remove(ChildForm)),
        Folder("no fallback form", FindingCodes.MainForm, sample => sample.Replace(ParentForm, "FallbackForm=\"true\"", "FallbackForm=\"false\"")),
        Folder("no quick-create form", FindingCodes.QuickCreateForm, sample => sample.Remove(ParentQuickCreate)),
        Folder("no quick find view", FindingCodes.ViewMissing, sample => sample.Remove(QuickFind)),
        Folder("no default view", FindingCodes.ViewDefault, sample => sample.Replace(ActiveParents, "<isdefault>1", "<isdefault>0")),

        // Columns.
        Folder("a text without length", FindingCodes.TextLength, sample => sample.After(Parent, "\"tst_Secret\"", "<MaxLength>", "<!--<MaxLength>").After(Parent, "\"tst_Secret\"", "</MaxLength>", "</MaxLength>-->")),
        Folder("a text too long", FindingCodes.TextLength, sample => sample.After(Parent, "\"tst_Secret\"", "<MaxLength>100<", "<MaxLength>4001<")),
        Folder("a length that is not twice the maximum", FindingCodes.TextLength, sample => sample.After(Parent, "\"tst_Secret\"", "<Length>200<", "<Length>100<")),
        Folder("a minimum above the maximum", FindingCodes.NumberRange, sample => sample.After(Parent, "\"tst_Score\"", "<MinValue>0<", "<MinValue>101<")),
        Folder("eleven decimal places", FindingCodes.NumberRange, sample => sample.After(Parent, "\"tst_Rate\"", "<Accuracy>2<", "<Accuracy>11<")),
        Folder("a choice that is not there", [FindingCodes.ChoiceMissing], sample => sample.Replace(Parent, "<OptionSetName>tst_kind<", "<OptionSetName>tst_kinds<")),
        Folder("a choice without options", [FindingCodes.ChoiceMissing], sample => sample.Cut(Parent, "<OptionSetName>tst_kind", "</OptionSetName>")),
        Folder("a default that is no option", FindingCodes.ChoiceDefault, sample => sample.After(Parent, "\"tst_Grade\"", "<AppDefaultValue>-1<", "<AppDefaultValue>5<")),
        Folder("a status of no state", FindingCodes.StatusOption, sample => sample.Replace(Parent, "<status value=\"543210000\" state=\"0\">", "<status value=\"543210000\" state=\"7\">")),
        Folder("a default status of another state", FindingCodes.StatusOption, sample => sample.Replace(Parent, "defaultstatus=\"2\"", "defaultstatus=\"1\"")),
        Folder("a transition to nowhere", FindingCodes.StatusTransition, sample => sample.Replace(Parent, "<status value=\"543210000\" state=\"0\">",
            "<status value=\"543210000\" state=\"0\" TransitionData=\"&lt;allowedtransitions xmlns=&quot;http://schemas.microsoft.com/crm/2009/WebServices&quot;&gt;&lt;allowedtransition sourcestatusid=&quot;543210000&quot; tostatusid=&quot;9&quot; /&gt;&lt;/allowedtransitions&gt;\">")),
        Folder("transitions that cannot be read", FindingCodes.StatusTransition, sample => sample.Replace(Parent, "<status value=\"543210000\" state=\"0\">", "<status value=\"543210000\" state=\"0\" TransitionData=\"&lt;a\">")),
        Folder("an intersect table called as a table", FindingCodes.IntersectTwice, sample => sample
            .Replace(Relationships, "\"tst_parent_child\" />", "\"tst_parent_child\" />\n<EntityRelationship Name=\"tst_pairs\" />").Replace(Relationship, "</EntityRelationships>", ManyToMany("tst_pairs", "tst_child") + "</EntityRelationships>")),
        Folder("an intersect table of two relationships", FindingCodes.IntersectTwice, sample => sample
            .Replace(Relationships, "\"tst_parent_child\" />", "\"tst_parent_child\" />\n<EntityRelationship Name=\"tst_pairs\" />\n<EntityRelationship Name=\"tst_others\" />")
            .Replace(Relationship, "</EntityRelationships>", ManyToMany("tst_pairs", "tst_pairs") + ManyToMany("tst_others", "tst_pairs") + "</EntityRelationships>")),
        Folder("a lookup without relationship", [FindingCodes.LookupRelationship, FindingCodes.FormSubgrid],
            sample => sample.Cut(Relationships, "\"tst_parent_child\"", "/>").Remove(Relationship)),
        Folder("an image without configuration", [FindingCodes.ImageCompanion, FindingCodes.RootComponentUnknown], sample => sample.Cut(Customizations, "<AttributeImageConfig>", "</AttributeImageConfig>")),
        Folder("another primary image", FindingCodes.ImageCompanion, sample => sample.Replace(Customizations, "<primaryimageattribute>tst_picture<", "<primaryimageattribute>tst_number<")),
        Folder("a file without relationship", FindingCodes.FileCompanion, sample => sample.Cut(Relationships, "FileAttachment", "/>").Remove(Files)),
        Folder("a file valid for create", FindingCodes.FileCompanion, sample => sample.After(Child, "\"tst_Document\"", "<ValidForCreateApi>0<", "<ValidForCreateApi>1<")),
        Folder("money without a currency", [FindingCodes.MoneyCompanion, FindingCodes.FormClass], sample => sample.After(Parent, "\"tst_Rate\"", "<Type>decimal<", "<Type>money<")),

        // Relationships.
        Folder("a relationship twice", FindingCodes.RelationshipTwice, sample => sample.Twice(Customizations, Relationship)),
        Folder("a relationship to an unknown table", [FindingCodes.RelationshipTable, FindingCodes.FormSubgrid], sample => sample.Replace(Relationship, "<ReferencedEntityName>tst_Parent<", "<ReferencedEntityName>tst_Nobody<")),
        Folder("a relationship over an unknown column", [FindingCodes.RelationshipColumn, FindingCodes.LookupRelationship], sample => sample.Replace(Relationship, "<ReferencingAttributeName>tst_ParentId<", "<ReferencingAttributeName>tst_NoneId<")),
        Folder("a relationship over a text", [FindingCodes.RelationshipColumn, FindingCodes.LookupRelationship], sample => sample.Replace(Relationship, "<ReferencingAttributeName>tst_ParentId<", "<ReferencingAttributeName>tst_Number<")),
        Folder("a table in another case", FindingCodes.NameCase, sample => sample.Replace(Relationship, "<ReferencedEntityName>tst_Parent<", "<ReferencedEntityName>tst_parent<")),
        Folder("a relationship with one role", FindingCodes.RelationshipRoles, sample => sample.Cut(Relationship, "<EntityRelationshipRole>", "</EntityRelationshipRole>")),
        Folder("a navigation property twice", FindingCodes.NavigationTwice, sample => sample.SecondLookup(navigation: "tst_ParentId", parental: false)),
        Folder("a second parental relationship", FindingCodes.ParentalTwice, sample => sample.SecondLookup(navigation: "tst_OtherId", parental: true)),

        // Choices.
        Folder("a choice twice", [FindingCodes.ChoiceTwice, FindingCodes.FileName], sample => sample.Set("OptionSets/tst_kindred.xml", sample.Text(Kind))),
        Folder("a choice that is not global", FindingCodes.ChoiceGlobal, sample => sample.Replace(Kind, "<IsGlobal>1<", "<IsGlobal>0<")),
        Folder("a value twice", FindingCodes.OptionTwice, sample => sample.Replace(Kind, "543210001", "543210000")),
        Folder("a value of another publisher", FindingCodes.OptionRange, sample => sample.Replace(Kind, "543210001", "100000001")),
        Folder("a status of another publisher", FindingCodes.OptionRange, sample => sample.Replace(Parent, "<status value=\"543210000\"", "<status value=\"100000000\"")),

        // Forms.
        Folder("a control id twice", FindingCodes.FormControlTwice, sample => sample.Replace(ParentForm, "control id=\"tst_rate\"", "control id=\"tst_score\"")),
        Folder("a form for an unknown role", FindingCodes.FormRole, sample => sample.Replace(ParentForm, "<Everyone />", "<Everyone /><Role Id=\"{11111111-2222-3333-4444-555555555555}\" />")),
        Folder("a control that does not fit", FindingCodes.FormClass, sample => sample.Replace(ParentForm, "control id=\"tst_rate\" classid=\"{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}\"", "control id=\"tst_rate\" classid=\"{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}\"")),
        Folder("a control of no known class", FindingCodes.FormClass, sample => sample.Replace(ParentForm, "control id=\"tst_rate\" classid=\"{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}\"", "control id=\"tst_rate\" classid=\"{11111111-2222-3333-4444-555555555555}\"")),
        Folder("a control without class", FindingCodes.FormClass, sample => sample.Replace(ParentForm, "control id=\"tst_rate\" classid=\"{C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E}\"", "control id=\"tst_rate\"")),
        Folder("a column that is not there", FindingCodes.FormColumn, sample => sample.Replace(ParentForm, "datafieldname=\"tst_rate\"", "datafieldname=\"tst_none\"")),
        Folder("a control without column", FindingCodes.FormColumn, sample => sample.Replace(ParentForm, " datafieldname=\"tst_rate\"", "")),
        Folder("a subgrid of an unknown view", FindingCodes.FormSubgrid, sample => sample.Replace(ParentForm, "<ViewId>{8F59ACAE", "<ViewId>{8F59ACAF")),
        Folder("a subgrid with a view of another table", FindingCodes.FormSubgrid, sample => sample.Replace(ParentForm, "<ViewId>{8F59ACAE-04CE-5FA4-B417-B9B5CEA83BC4}", "<ViewId>{D48A5A7C-4B8F-5DA5-B290-E6E0383857BD}")),
        Folder("a subgrid of an unknown table", [FindingCodes.FormSubgrid], sample => sample.Replace(ParentForm, "<TargetEntityType>tst_child<", "<TargetEntityType>tst_none<")),
        Folder("a subgrid over an unknown relationship", FindingCodes.FormSubgrid, sample => sample.Replace(ParentForm, "<RelationshipName>tst_parent_child<", "<RelationshipName>tst_none<")),
        Folder("a subgrid over another relationship", FindingCodes.FormSubgrid, sample => sample.Replace(ParentForm, "<RelationshipName>tst_parent_child<", "<RelationshipName>lk_tst_parent_createdby<")),
        Folder("a quick view of a main form", FindingCodes.FormQuickView, sample => sample.Replace(ChildForm, "1d8a866c-912d-5354-83a5-3e0c3f5e9fa6", "b2b04d58-b1a7-5b49-bcfb-dea8c2aa270e")),
        Folder("a quick view without forms", FindingCodes.FormQuickView, sample => sample.Cut(ChildForm, "<QuickForms>", "</QuickForms>")),
        Folder("a page that is not there", FindingCodes.FormWebResource, sample => sample.Replace(ParentForm, "<Url>tst_/html/checklist.html<", "<Url>tst_/html/list.html<")),
        Folder("a page control with another id", FindingCodes.FormWebResource, sample => sample.Replace(ParentForm, "control id=\"WebResource_checklist\"", "control id=\"checklist\"")),
        Folder("columns that add up to 90 %", FindingCodes.FormLayout, sample => sample.Replace(ChildForm, "width=\"100%\"", "width=\"90%\"")),
        Folder("two cells in one column", FindingCodes.FormLayout, sample => sample.Replace(ParentForm, "<cell id=\"{70c3d698-06d9-545e-a306-c4a08fd245c0}\">", "<cell id=\"{70c3d698-06d9-545e-a306-c4a08fd245c0}\" colspan=\"2\">")),
        Folder("an event of a column that is not there", FindingCodes.FormEvent, sample => sample.Replace(ParentForm, "attribute=\"tst_website\"", "attribute=\"tst_site\"")),
        Folder("an event that does not exist", FindingCodes.FormEvent, sample => sample.Replace(ParentForm, "event name=\"onload\"", "event name=\"onopen\"")),
        Folder("a handler of a library that is not loaded", FindingCodes.FormHandler, sample => sample.After(ParentForm, "Tst.Parent.onLoad", "libraryName=\"tst_/scripts/parent.js\"", "libraryName=\"tst_/scripts/other.js\"")),
        Folder("a library that is no script", [FindingCodes.ScriptLibrary, FindingCodes.FormHandler], sample => sample.Replace(ParentForm, "<Library name=\"tst_/scripts/parent.js\"", "<Library name=\"tst_/html/checklist.html\"")),
        Folder("a library that is not there", [FindingCodes.ScriptLibrary, FindingCodes.FormHandler], sample => sample.Replace(ParentForm, "<Library name=\"tst_/scripts/parent.js\"", "<Library name=\"tst_/scripts/other.js\"")),
        Folder("a function that is not there", FindingCodes.ScriptFunction, sample => sample.Replace(ParentForm, "Tst.Parent.onLoad", "Tst.Parent.load")),
        Folder("a command's function that is not there", FindingCodes.ScriptFunction, sample => sample.Replace(Ribbon, "Tst.Parent.evaluate\"", "Tst.Parent.Evaluate\"")),
        Folder("a script that cannot be parsed", FindingCodes.ScriptSyntax, sample => sample.Set(Script, "var Tst = {")),
        Folder("JSON that is none", FindingCodes.ScriptSyntax, sample => sample.Json("{ a: 1 }")),
        Folder("a script that throws", FindingCodes.ScriptFails, sample => sample.Set(Script, "missing.call();")),
        Folder("a script that never ends", FindingCodes.ScriptFails, sample => sample.Set(Script, "for (;;) {}")),

        // Views and charts.
        Folder("a view without fetch", FindingCodes.ViewFetch, sample => sample.Cut(Mine, "<fetchxml>", "</fetchxml>")),
        Folder("a view of another table", FindingCodes.ViewFetch, sample => sample.Replace(Mine, "entity name=\"tst_parent\"", "entity name=\"account\"")),
        Folder("a link to an unknown table", FindingCodes.ViewFetch, sample => sample.Replace(Mine, "          <filter", "<link-entity name=\"tst_none\" from=\"a\" to=\"tst_parentid\" alias=\"n\" /><filter")),
        Folder("a link's columns without alias", FindingCodes.ViewFetch, sample => sample.Replace(Mine, "          <filter", "<link-entity name=\"systemuser\" from=\"systemuserid\" to=\"createdby\"><attribute name=\"fullname\" /></link-entity><filter")),
        Folder("a filter over an unknown column", FindingCodes.ViewColumn, sample => sample.Replace(Mine, "attribute=\"statecode\"", "attribute=\"tst_state\"")),
        Folder("an order by an unknown column", FindingCodes.ViewColumn, sample => sample.Replace(QuickFind, "order attribute=\"tst_name\"", "order attribute=\"tst_none\"")),
        Folder("a cell that is not fetched", FindingCodes.ViewCell, sample => sample.Replace(QuickFind, "          <attribute name=\"tst_score\" />\n", "")),
        Folder("a cell twice", FindingCodes.ViewCell, sample => sample.Replace(QuickFind, "cell name=\"tst_score\"", "cell name=\"tst_grade\"")),
        Folder("a view without layout", FindingCodes.ViewLayout, sample => sample.Cut(ActiveParents, "<layoutxml>", "</layoutxml>")),
        Folder("a type code in the grid", FindingCodes.ViewLayout, sample => sample.Replace(ActiveParents, "<grid name", "<grid object=\"10001\" name")),
        Folder("a quick find that searches nothing", FindingCodes.ViewQuickFind, sample => sample.Replace(QuickFind, " isquickfindfields=\"1\"", "")),
        Folder("a quick find flag on another view", FindingCodes.ViewQuickFind, sample => sample.Replace(ActiveParents, "<isquickfindquery>0", "<isquickfindquery>1")),
        Folder("a chart of an unknown column", FindingCodes.ViewColumn, sample => sample.Replace(Chart, "attribute name=\"tst_grade\"", "attribute name=\"tst_none\"")),
        Folder("a chart of an unknown alias", FindingCodes.ChartData, sample => sample.Replace(Chart, "measure alias=\"count_id\"", "measure alias=\"count\"")),
        Folder("a chart without data", FindingCodes.ChartData, sample => sample.Cut(Chart, "<datadescription>", "</datadescription>")),
        Folder("a chart without category", [FindingCodes.ChartData, FindingCodes.ChartSeries], sample => sample.Cut(Chart, "<category ", "</category>")),
        Folder("a measure without alias", FindingCodes.ChartData, sample => sample.Replace(Chart, "<measure alias=\"count_id\" />", "<measure />")),
        Folder("a chart that does not aggregate", FindingCodes.ChartQuery, sample => sample.Replace(Chart, " aggregate=\"true\"", "")),
        Folder("a chart's column without alias", [FindingCodes.ChartQuery, FindingCodes.ChartData], sample => sample.Replace(Chart, " alias=\"count_id\" />\n            <attribute", " />\n            <attribute")),
        Folder("a chart's alias twice", FindingCodes.ChartQuery, sample => sample.Replace(Chart, "<attribute name=\"tst_grade\"", "<attribute name=\"tst_kind\" groupby=\"true\" alias=\"by_grade\" /><attribute name=\"tst_grade\"")),
        Folder("a chart's column neither grouped by nor counted", FindingCodes.ChartQuery, sample => sample.Replace(Chart, "<attribute name=\"tst_grade\"", "<attribute name=\"tst_kind\" alias=\"kind\" /><attribute name=\"tst_grade\"")),
        Folder("a chart with an unknown aggregate", FindingCodes.ChartQuery, sample => sample.Replace(Chart, "aggregate=\"count\"", "aggregate=\"median\"")),
        Folder("a chart that groups by nothing", [FindingCodes.ChartQuery, FindingCodes.ChartData], sample => sample.Cut(Chart, "<attribute name=\"tst_grade\"", "/>")),
        Folder("a chart that groups by a text of many lines", FindingCodes.ChartQuery, sample => sample.Replace(Chart, "name=\"tst_grade\"", "name=\"tst_summary\"")),
        Folder("a chart that groups by a date as such", FindingCodes.ChartQuery, sample => sample.Replace(Chart, "name=\"tst_grade\"", "name=\"tst_dueon\"")),
        Folder("a chart that groups a choice by month", FindingCodes.ChartQuery, sample => sample.Replace(Chart, "groupby=\"true\"", "groupby=\"true\" dategrouping=\"month\"")),
        Folder("a chart ordered by an unknown alias", FindingCodes.ChartQuery, sample => sample.Replace(Chart, "          </entity>", "<order alias=\"none\" /></entity>")),
        Folder("a chart that adds up choices", FindingCodes.ChartMeasure, sample => sample.Replace(Chart, "<attribute name=\"tst_parentid\" aggregate=\"count\"", "<attribute name=\"tst_kind\" aggregate=\"sum\"")),
        Folder("a chart whose category is a measure", FindingCodes.ChartMeasure, sample => sample.Replace(Chart, "category alias=\"by_grade\"", "category alias=\"count_id\"")),
        Folder("a chart without presentation", FindingCodes.ChartSeries, sample => sample.Cut(Chart, "<presentationdescription>", "</presentationdescription>")),
        Folder("a chart with one series too many", FindingCodes.ChartSeries, sample => sample.Replace(Chart, "<Series ChartType", "<Series ChartType=\"Line\" /><Series ChartType")),
        Folder("a chart of an unknown type", FindingCodes.ChartSeries, sample => sample.Replace(Chart, "ChartType=\"Column\"", "ChartType=\"Radar\"")),

        // Dashboards.
        Folder("a dashboard's form of another type", FindingCodes.DashboardPart, sample => sample.Replace(Dashboard, "forms type=\"dashboard\"", "forms type=\"main\"")),
        Folder("an empty dashboard", FindingCodes.DashboardPart, sample => sample.Cut(Dashboard, "<control ", "</control>")),
        Folder("a dashboard with a column", FindingCodes.DashboardPart, sample => sample.Replace(Dashboard, "<control id", "<control datafieldname=\"tst_name\" id")),
        Folder("a dashboard that follows a relationship", FindingCodes.DashboardPart, sample => sample.Replace(Dashboard, "<RecordsPerPage>", "<RelationshipName>tst_parent_child</RelationshipName><RecordsPerPage>")),
        Folder("a list of a dashboard without view", FindingCodes.DashboardPart, sample => sample.Cut(Dashboard, "<ViewId>", "</ViewIds>")),
        Folder("a chart of a dashboard that is not named", FindingCodes.DashboardPart, sample => sample.Cut(Dashboard, "<VisualizationId>", "</VisualizationId>")),
        Folder("a list of a dashboard in an unknown way", FindingCodes.DashboardPart, sample => sample.Replace(Dashboard, "<ChartGridMode>Chart", "<ChartGridMode>Both")),
        Folder("a dashboard with an unknown view", FindingCodes.FormSubgrid, sample => sample.Replace(Dashboard, "<ViewId>{D48A5A7C", "<ViewId>{D48A5A7D")),
        Folder("a dashboard with an unknown chart", FindingCodes.FormSubgrid, sample => sample.Replace(Dashboard, "{826B3E08", "{826B3E09")),
        Folder("a dashboard with another table's chart", FindingCodes.FormSubgrid, sample => sample.Replace(Dashboard, "<TargetEntityType>tst_parent", "<TargetEntityType>tst_child")),

        // Commands.
        Folder("a ribbon id twice", FindingCodes.RibbonIdTwice, sample => sample.Replace("Entities/tst_Child/RibbonDiff.xml", "<CommandDefinitions />",
            "<CommandDefinitions><CommandDefinition Id=\"tst.tst_parent.Evaluate.Command\"><EnableRules /><DisplayRules /><Actions /></CommandDefinition></CommandDefinitions>")),
        Folder("a command that is not defined", FindingCodes.RibbonCommand, sample => sample.Replace(Ribbon, " Command=\"tst.tst_parent.Evaluate.Command\"", " Command=\"tst.none\"")),
        Folder("a rule that is not defined", FindingCodes.RibbonRule, sample => sample.Replace(Ribbon, "<EnableRule Id=\"tst.tst_parent.Evaluate.EnableRule\" />", "<EnableRule Id=\"tst.none\" />")),
        Folder("a label that is not defined", FindingCodes.RibbonLabel, sample => sample.Replace(Ribbon, " LabelText=\"$LocLabels:tst.tst_parent.Evaluate.LabelText\"", " LabelText=\"$LocLabels:tst.none\"")),
        Folder("a command on another table", FindingCodes.RibbonLocation, sample => sample.Replace(Ribbon, "Mscrm.Form.tst_parent.", "Mscrm.Form.tst_child.")),
        Folder("a command's icon that is not there", FindingCodes.RibbonResource, sample => sample.Replace(Ribbon, "$webresource:tst_/icons/record.svg", "$webresource:tst_/icons/none.svg")),
        Folder("a command's script without prefix", FindingCodes.ScriptLibrary, sample => sample.Replace(Ribbon, "$webresource:tst_/scripts/parent.js", "tst_/scripts/parent.js")),

        // App and site map.
        Folder("an app without site map", [FindingCodes.AppSiteMap], sample => sample.Replace(App, "<UniqueName>tst_App<", "<UniqueName>tst_Apps<").Replace(Manifest, "type=\"80\" schemaName=\"tst_App\"", "type=\"80\" schemaName=\"tst_Apps\"")),
        Folder("an app with an unknown view", FindingCodes.AppComponent, sample => sample.Replace(App, "<AppModuleComponent type=\"62\"", "<AppModuleComponent type=\"26\" id=\"{11111111-2222-3333-4444-555555555555}\" />\n<AppModuleComponent type=\"62\"")),
        Folder("an app with an unknown table", FindingCodes.AppComponent, sample => sample.Replace(App, "<AppModuleComponent type=\"62\"", "<AppModuleComponent type=\"1\" schemaName=\"tst_none\" />\n<AppModuleComponent type=\"62\"")),
        Folder("an app for an unknown role", FindingCodes.AppRole, sample => sample.Replace(App, "{2db97432-5734-589c-b5a7-1f071b61ce6f}", "{11111111-2222-3333-4444-555555555555}")),
        Folder("an app with an unknown icon", FindingCodes.AppIcon, sample => sample.Replace(App, "953b9fac-1e5e-e611-80d6-00155ded156f", "11111111-2222-3333-4444-555555555555")),
        Folder("a site map id twice", FindingCodes.SiteMapIdTwice, sample => sample.Replace(Map, "SubArea Id=\"sub_checklist\"", "SubArea Id=\"sub_parents\"")),
        Folder("a sub-area of a table the app lacks", FindingCodes.SiteMapTarget, sample => sample.Cut(App, "schemaName=\"tst_parent\"", "/>")),
        Folder("a sub-area of an unknown table", FindingCodes.SiteMapTarget, sample => sample.Replace(Map, "Entity=\"tst_parent\"", "Entity=\"tst_none\"")),
        Folder("a sub-area to nowhere", FindingCodes.SiteMapTarget, sample => sample.Replace(Map, " Entity=\"tst_parent\"", "")),
        Folder("a sub-area to an unknown dashboard", FindingCodes.SiteMapTarget, sample => sample.Replace(Map, "DefaultDashboard=\"74d01909", "DefaultDashboard=\"74d0190a")),
        Folder("a sub-area to an unknown page", FindingCodes.SiteMapTarget, sample => sample.Replace(Map, "$webresource:tst_/html/checklist.html", "$webresource:tst_/html/none.html")),

        // Security.
        Folder("a privilege twice", FindingCodes.PrivilegeTwice, sample => sample.Replace(Role, "prvWritetst_Child", "prvReadtst_Child")),
        Folder("a privilege of an unknown table", FindingCodes.Privilege, sample => sample.Replace(Role, "prvWritetst_Child", "prvWritetst_Kid")),
        Folder("a privilege that is none", FindingCodes.Privilege, sample => sample.Replace(Role, "prvWritetst_Child", "Write")),
        Folder("a level an organization-owned table lacks", [FindingCodes.PrivilegeLevel, FindingCodes.SystemColumn, FindingCodes.SystemRelationship], sample => sample.Replace(Child, "<OwnershipTypeMask>UserOwned", "<OwnershipTypeMask>OrgOwned")),
        Folder("a permission for an unknown column", FindingCodes.FieldPermission, sample => sample.Replace(Fields, "tst_secret", "tst_none")),
        Folder("a permission for a column that is not secured", FindingCodes.FieldPermission, sample => sample.Replace(Fields, "tst_secret", "tst_score")),
        Folder("a permission of 1", FindingCodes.FieldPermission, sample => sample.Replace(Fields, "<CanRead>4", "<CanRead>1")),

        // Web resources.
        Folder("a web resource with a space", [FindingCodes.WebResourceName, FindingCodes.RootComponentMissing, FindingCodes.RootComponentUnknown, FindingCodes.FormWebResource, FindingCodes.SiteMapTarget, FindingCodes.FileName],
            sample => sample.Replace(PageData, "<Name>tst_/html/checklist.html<", "<Name>tst_/html/check list.html<")),
        Folder("a page of type script", [FindingCodes.WebResourceType, FindingCodes.ScriptSyntax], sample => sample.Replace(PageData, "<WebResourceType>1<", "<WebResourceType>3<")),
        Folder("a type that does not exist", FindingCodes.WebResourceType, sample => sample.Replace(PageData, "<WebResourceType>1<", "<WebResourceType>13<")),
        Folder("a picture that is no SVG", FindingCodes.WebResourceType, sample => sample.Set(Svg, "<html />")),
        Folder("an SVG that is not well-formed", FindingCodes.XmlMalformed, sample => sample.Set(Svg, "<svg>")),
        Folder("a file of another name", [FindingCodes.WebResourceFile], sample => sample.Replace(PageData, "tst_htmlchecklisthtml", "tst_checklist")),
        Folder("a dependency that is not there", FindingCodes.WebResourceDependency, sample => sample.Replace(ScriptData, "<IsCustomizable>",
            "<DependencyXml>&lt;Dependencies&gt;&lt;Dependency componentType=\"WebResource\"&gt;&lt;Library name=\"tst_/scripts/none.js\" /&gt;&lt;/Dependency&gt;&lt;/Dependencies&gt;</DependencyXml><IsCustomizable>")),
        Folder("an empty page", FindingCodes.WebResourceSize, sample => sample.Set(Page, "")),
        Folder("a page of six megabytes", FindingCodes.WebResourceSize, sample => sample.Set(Page, new string(' ', 6 * 1024 * 1024))),
        Folder("a page that links to nothing", FindingCodes.WebResourceLink, sample => sample.Set(Page, "<script src=\"../scripts/none.js\"></script>")),
        Folder("texts in one language", [FindingCodes.WebResourceResx], sample => sample.Resx("<root><data name=\"a\"><value>A</value></data></root>")),
        Folder("a text twice", [FindingCodes.WebResourceResx], sample => sample.Resx("<root><data name=\"a\"><value>A</value></data><data name=\"a\"><value>B</value></data></root>")),
        Folder("a table's icon that is no SVG", FindingCodes.TableIcon, sample => sample.Replace(Parent, "<IconVectorName>tst_/icons/record.svg<", "<IconVectorName>tst_/html/checklist.html<")),

        // The assembly.
        Folder("an assembly of another version", FindingCodes.AssemblyIdentity, sample => sample.Set(Sample.Assembly, Assembly(new() { Version = new(1, 0, 0, 1) }))),
        Folder("an assembly for another framework", FindingCodes.AssemblyFramework, sample => sample.Set(Sample.Assembly, Assembly(new() { Framework = ".NETCoreApp,Version=v10.0" }))),
        Folder("an assembly without a strong name", [FindingCodes.AssemblyUnsigned, FindingCodes.AssemblyIdentity], sample => sample.Set(Sample.Assembly, Assembly(new() { IsSigned = false }))),
        Folder("an assembly that is none", FindingCodes.AssemblyUnreadable, sample => sample.Set(Sample.Assembly, "MZ")),
        Folder("an assembly cut off", FindingCodes.AssemblyUnreadable, sample => sample.Set(Sample.Assembly, TestAssembly.Good[..600])),
        Folder("an assembly of 17 megabytes", [FindingCodes.AssemblySize, FindingCodes.AssemblyUnreadable], sample => sample.Set(Sample.Assembly, new byte[17 * 1024 * 1024])),
        Folder("an assembly without isolation", FindingCodes.AssemblySetting, sample => sample.Replace(Dll, "<IsolationMode>2", "<IsolationMode>1")),
        Folder("an assembly from the file store", FindingCodes.AssemblySetting, sample => sample.Replace(Dll, "<SourceType>0", "<SourceType>4")),
        Folder("an assembly's file of another name", [FindingCodes.AssemblyFileName], sample => sample.Replace(Dll, "/TestPlugins.dll</FileName>", "/Test.Plugins.dll</FileName>")),
        Folder("a type that is not in the assembly", FindingCodes.AssemblyType, sample => sample.Set(Sample.Assembly, new TestAssembly().With("Test.Plugins.ParentValidate").Build())),
        Folder("a type that is not public", FindingCodes.AssemblyType, sample => sample.Set(Sample.Assembly, new TestAssembly().With("Test.Plugins.ParentValidate").With("Test.Plugins.EvaluateApi", TypeAttributes.NotPublic).Build())),
        Folder("a type that is abstract", FindingCodes.AssemblyType, sample => sample.Set(Sample.Assembly, new TestAssembly().With("Test.Plugins.ParentValidate").With("Test.Plugins.EvaluateApi", TypeAttributes.Public | TypeAttributes.Abstract).Build())),
        Folder("a type that cannot be constructed", FindingCodes.AssemblyType, sample => sample.Set(Sample.Assembly, new TestAssembly().With("Test.Plugins.ParentValidate").With("Test.Plugins.EvaluateApi", constructor: MethodAttributes.Private).Build())),
        Folder("a type that is no plug-in", FindingCodes.AssemblyType, sample => sample.Set(Sample.Assembly, new TestAssembly().With("Test.Plugins.ParentValidate").With("Test.Plugins.EvaluateApi", isPlugin: false).Build())),

        // Steps.
        Folder("a step of no type", [FindingCodes.StepType], sample => sample.Replace(Step, "<PluginTypeName>Test.Plugins.ParentValidate,", "<PluginTypeName>Test.Plugins.Parent,")),
        Folder("a step with another type's id", FindingCodes.StepType, sample => sample.Replace(Step, "<PluginTypeId>2fd83d64-2dca-57fd-a982-32e7499da586", "<PluginTypeId>756f17f7-0707-57b7-bbac-7075c79e07ee")),
        Folder("a step of an unknown message", FindingCodes.StepMessage, sample => sample.Replace(Step, "20bebb1b", "20bebb1c")),
        Folder("a step of a custom API that is not there", [FindingCodes.StepMessage, FindingCodes.StepColumn], sample => sample.Cut(Step, "<SdkMessageId>", "</SdkMessageId>").Replace(Step, "  <PluginTypeName>", "  <SdkMessageName>tst_None</SdkMessageName>\n  <PluginTypeName>")),
        Folder("a step without message", FindingCodes.StepMessage, sample => sample.Cut(Step, "<SdkMessageId>", "</SdkMessageId>")),
        Folder("a step of an unknown table", FindingCodes.StepTable, sample => sample.Replace(Step, "<PrimaryEntity>tst_parent<", "<PrimaryEntity>tst_none<")),
        Folder("a step filtered by an unknown column", FindingCodes.StepColumn, sample => sample.Replace(Step, "<FilteringAttributes>tst_score,", "<FilteringAttributes>tst_none,")),
        Folder("a step filtered with spaces", FindingCodes.StepColumn, sample => sample.Replace(Step, "<FilteringAttributes>tst_score,", "<FilteringAttributes>tst_score, ")),
        Folder("an image of an unknown column", FindingCodes.StepColumn, sample => sample.Replace(Step, "<Attributes>tst_score,", "<Attributes>tst_none,")),
        Folder("a step of stage 30", FindingCodes.StepStage, sample => sample.Replace(Step, "<Stage>20", "<Stage>30")),
        Folder("an asynchronous step before the operation", FindingCodes.StepStage, sample => sample.Replace(Step, "<Mode>0", "<Mode>1")),
        Folder("a step of rank 0", FindingCodes.StepStage, sample => sample.Replace(Step, "<Rank>1", "<Rank>0")),
        Folder("an image after the operation before it", FindingCodes.StepImage, sample => sample.Replace(Step, "<ImageType>0", "<ImageType>1")),
        Folder("an image of another property", FindingCodes.StepImage, sample => sample.Replace(Step, "<MessagePropertyName>Target", "<MessagePropertyName>id")),
        Folder("an image before creation", [FindingCodes.StepImage, FindingCodes.StepColumn], sample => sample.Replace(Step, "20bebb1b", "9ebdbb1b")),

        // Custom APIs.
        Folder("an API in another folder", [FindingCodes.PartFolder], sample => sample.Replace(Api, "uniquename=\"tst_Evaluate\"", "uniquename=\"tst_Assess\"")),
        Folder("an API without its file", [FindingCodes.PartFolder], sample => sample.Remove(Api)),
        Folder("an API of an unknown table", FindingCodes.ApiTable, sample => sample.Replace(Api, "<boundentitylogicalname>tst_parent<", "<boundentitylogicalname>tst_none<")),
        Folder("a global API with a table", FindingCodes.ApiTable, sample => sample.Replace(Api, "<bindingtype>1", "<bindingtype>0")),
        Folder("an API of an unknown type", FindingCodes.ApiType, sample => sample.Replace(Api, "756f17f7", "756f17f8")),
        Folder("a parameter of type 13", FindingCodes.ApiParameter, sample => sample.Replace(ApiOut, "<type>7", "<type>13")),

        // Ids, names, labels.
        Folder("an id in capitals", [FindingCodes.IdForm], sample => sample.Replace(Mine, "{fab55b8c", "{FAB55B8C")),
        Folder("an id of a view that another view has", [FindingCodes.IdTwice], sample => sample.Replace(Mine, "{fab55b8c-e475-5a7c-8eb2-c22aed9ae7fe}", "{d48a5a7c-4b8f-5da5-b290-e6e0383857bd}")),
        Folder("an id twice in a form", FindingCodes.IdTwice, sample => sample.Replace(ParentForm, "{cfd52627-5755-5a70-be04-58baad4384ab}", "{9ba37fc8-3d6c-5d34-854b-c08e4fe21953}")),
        Folder("a view's file of another name", FindingCodes.FileName, sample => sample.Set("Entities/tst_Parent/SavedQueries/mine.xml", sample.Text(Mine)).Remove(Mine)),
        Folder("a column without prefix", [FindingCodes.NamePrefix], sample => sample.Replace(Parent, "      </attributes>", Column("Points", "points") + "      </attributes>")),
        Folder("a name of 51 characters", [FindingCodes.NameLength, FindingCodes.ValueForm], sample => sample.Replace(Parent, "      </attributes>", Column("tst_" + new string('A', 47), "tst_" + new string('a', 47)) + "      </attributes>")),
        Folder("no text in the base language", FindingCodes.LabelBase, sample => sample.Replace(Kind, "<label description=\"Outside\" languagecode=\"1033\" />", "")),
        Folder("an empty text in the base language", FindingCodes.LabelBase, sample => sample.Replace(Kind, "description=\"Outside\"", "description=\"\"")),
        Folder("no text in the other language", FindingCodes.LabelLanguage, sample => sample.Replace(Kind, "<label description=\"Utsida\" languagecode=\"1053\" />", "")),
        Folder("a site map without text in the other language", FindingCodes.LabelLanguage, sample => sample.Replace(Map, "<Title LCID=\"1053\" Title=\"Arbete\" />", "")),
        Folder("an API's text in one language", FindingCodes.LabelLanguage, sample => sample.Replace(Api, "<label description=\"Utvärdera\" languagecode=\"1053\" />", "")),
    ];

    public IReadOnlyList<Finding> Findings => _findings.Value;

    private static BrokenPackage Folder(string name, string code, Func<Sample, Sample> change) => Folder(name, [code], change);

    private static BrokenPackage Folder(string name, string[] codes, Func<Sample, Sample> change) => new(name, codes, () => change(new()).Read());

    private static BrokenPackage Zip(string name, string code, Func<byte[], byte[]> change, params string[] further) =>
        new(name, [code, .. further], () => SolutionPackage.ReadZip(new MemoryStream(change(new Sample().Zip()))));

    private static BrokenPackage Mapped(string name, string code, string map) => new(name, [code], () =>
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "map.xml");
        new Sample().WriteTo(folder.Path);
        File.WriteAllText(file, map);
        return SolutionPackage.ReadFolder(folder.Path, file);
    });

    private static byte[] Repack(byte[] zip, Action<Dictionary<string, byte[]>> change)
    {
        var entries = Sample.Entries(zip);
        change(entries);
        return Sample.Zip(entries.Select(entry => (entry.Key, entry.Value)));
    }

    private static byte[] Edit(byte[] zip, string entry, string old, string @new) =>
        Repack(zip, entries => entries[entry] = Bytes(Encoding.UTF8.GetString(entries[entry]).Replace(old, @new, StringComparison.Ordinal)));

    /// <summary>Flips a bit in the packed bytes of an entry.</summary>
    private static byte[] FlipInside(byte[] zip, string entry)
    {
        var place = zip.AsSpan().IndexOf(Bytes(entry)) + entry.Length + 40;
        zip[place] ^= 0x10;
        return zip;
    }

    /// <summary>Writes another unpacked size into the directory of the zip.</summary>
    private static byte[] Claim(byte[] zip, string entry, int size)
    {
        var name = zip.AsSpan().LastIndexOf(Bytes(entry));
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(name - 46 + 24), size);
        return zip;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static ReadOnlyMemory<byte> Assembly(TestAssembly assembly) =>
        assembly.With("Test.Plugins.ParentValidate").With("Test.Plugins.EvaluateApi").Build();

    private static string ManyToMany(string name, string intersect) => $"""
        <EntityRelationship Name="{name}">
          <EntityRelationshipType>ManyToMany</EntityRelationshipType>
          <IsCustomizable>1</IsCustomizable>
          <IntroducedVersion>1.0.0.0</IntroducedVersion>
          <IsHierarchical>0</IsHierarchical>
          <FirstEntityName>tst_Parent</FirstEntityName>
          <SecondEntityName>tst_Child</SecondEntityName>
          <IntersectEntityName>{intersect}</IntersectEntityName>
        </EntityRelationship>

        """;

    private static string Column(string schemaName, string logicalName) => $"""
                <attribute PhysicalName="{schemaName}">
                  <Type>int</Type>
                  <Name>{logicalName}</Name>
                  <LogicalName>{logicalName}</LogicalName>
                  <IsCustomField>1</IsCustomField>
                  <displaynames>
                    <displayname description="Points" languagecode="1033" />
                    <displayname description="Poäng" languagecode="1053" />
                  </displaynames>
                </attribute>

        """;
}

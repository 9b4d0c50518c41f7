namespace FakeXrmEasy.Abstractions;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/XrmFakedRelationship.cs" />
public class XrmFakedRelationship
{
    /// <summary>One to many, from the row with the lookup.</summary>
    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/XrmFakedRelationship.cs" />
    public XrmFakedRelationship(string entity1Attribute, string entity2Attribute, string entity1LogicalName, string entity2LogicalName) => throw null;
}

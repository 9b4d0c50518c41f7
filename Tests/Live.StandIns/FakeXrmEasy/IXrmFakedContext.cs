using Microsoft.Xrm.Sdk;

namespace FakeXrmEasy.Abstractions;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/IXrmFakedContext.cs" />
public interface IXrmFakedContext : IXrmBaseContext
{
    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/IXrmFakedContext.cs" />
    IQueryable<Entity> CreateQuery(string logicalName);

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/IXrmFakedContext.cs" />
    void Initialize(Entity entity);

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/IXrmFakedContext.cs" />
    void AddRelationship(string schemaname, XrmFakedRelationship relationship);
}

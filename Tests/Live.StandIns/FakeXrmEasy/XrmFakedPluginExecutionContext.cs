using Microsoft.Xrm.Sdk;

namespace FakeXrmEasy.Plugins;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/XrmFakedPluginExecutionContext.cs" />
public class XrmFakedPluginExecutionContext
{
    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/XrmFakedPluginExecutionContext.cs" />
    public Guid CorrelationId { get; set; }

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/XrmFakedPluginExecutionContext.cs" />
    public Guid InitiatingUserId { get; set; }

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/XrmFakedPluginExecutionContext.cs" />
    public ParameterCollection InputParameters { get; set; }

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/XrmFakedPluginExecutionContext.cs" />
    public string MessageName { get; set; }

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/XrmFakedPluginExecutionContext.cs" />
    public DateTime OperationCreatedOn { get; set; }

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-plugins/blob/main/src/FakeXrmEasy.Plugins/XrmFakedPluginExecutionContext.cs" />
    public int Stage { get; set; }
}

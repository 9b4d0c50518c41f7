using System;
using Microsoft.Xrm.Sdk;

namespace Test.Plugins;

/// <summary>The main operation of the custom API: says in which stage it ran.</summary>
public class EvaluateApi : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        if (context.InputParameters.Contains("Force") && (bool)context.InputParameters["Force"])
        {
            var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory));
            factory.CreateOrganizationService(null).Update(new Entity("tst_parent", context.PrimaryEntityId) { ["tst_summary"] = "forced" });
        }

        context.OutputParameters["OpenItems"] = context.Stage;
    }
}

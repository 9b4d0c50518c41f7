using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Test.Plugins;

/// <summary>
/// The main operation of a custom API without a table: takes one row of tst_parent called "pending", notes who took it and at which time, and says whether
/// there are more. A row called "broken" makes it fail, unless the input "Around" has its id.
/// </summary>
public class SweepApi : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory));
        var service = factory.CreateOrganizationService(Guid.Empty);
        var around = context.InputParameters.Contains("Around") ? (string)context.InputParameters["Around"] : "";
        foreach (var broken in Find(service, "broken").Entities)
        {
            if (!around.Contains(broken.Id.ToString())) throw new InvalidPluginExecutionException("There is a broken row: " + broken.Id);
        }

        var pending = Find(service, "pending");
        if (pending.Entities.Count > 0)
        {
            service.Update(new Entity("tst_parent", pending.Entities[0].Id)
            {
                ["tst_name"] = "done",
                ["tst_summary"] = context.UserId + " " + context.OperationCreatedOn.ToString("u", System.Globalization.CultureInfo.InvariantCulture),
            });
        }

        context.OutputParameters["More"] = pending.Entities.Count > 1;
    }

    private static EntityCollection Find(IOrganizationService service, string name)
    {
        var query = new QueryExpression("tst_parent");
        query.Criteria.AddCondition("tst_name", ConditionOperator.Equal, name);
        return service.RetrieveMultiple(query);
    }
}

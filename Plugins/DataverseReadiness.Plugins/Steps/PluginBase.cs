using System;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Base of every step. Holds no per-call state: Dataverse reuses one instance on several threads.</summary>
public abstract class PluginBase : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        if (serviceProvider == null)
        {
            throw new ArgumentNullException(nameof(serviceProvider));
        }

        var step = new StepContext(serviceProvider);
        var name = GetType().Name;
        try
        {
            step.Trace($"{name}: {step.Message} of {step.Table} {step.RowId:D}, stage {step.Stage}, depth {step.Depth}");
            Run(step);
        }
        catch (InvalidPluginExecutionException)
        {
            throw; // Expected stop. The text is already meant for the person.
        }
        catch (Exception e)
        {
            step.Trace(e.ToString());
            throw new InvalidPluginExecutionException(
                $"{name} could not finish, so nothing was saved. Ask an administrator to look up {step.CorrelationId:D} in the plug-in trace log.", e);
        }
    }

    protected abstract void Run(StepContext step);
}

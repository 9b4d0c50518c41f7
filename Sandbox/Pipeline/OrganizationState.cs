using Sandbox.Metadata;
using Sandbox.Store;

namespace Sandbox.Pipeline;

/// <summary>Everything an import replaces at one stroke.</summary>
/// <param name="Model">The metadata.</param>
/// <param name="Schema">The tables.</param>
/// <param name="Steps">The registered steps.</param>
/// <param name="Plugins">The loaded plug-in types.</param>
internal sealed record OrganizationState(OrganizationModel Model, Schema Schema, StepTable Steps, PluginTypes Plugins);

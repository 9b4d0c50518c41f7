using Packager.Model;

namespace Sandbox.Player;

/// <summary>A dashboard: its layout, with charts, views and web resources as the controls.</summary>
internal sealed record DashboardDescription(Guid Id, string Name, FormDescription Form)
{
    public static DashboardDescription Of(DashboardModel dashboard, Translator text) => new(
        dashboard.Id, text.In(dashboard.Name), FormDescription.Of(new FormModel(dashboard.Id, "dashboard", dashboard.Name, dashboard.Xml), text));
}

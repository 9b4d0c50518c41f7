using System.Xml.Linq;
using Packager.Reading;

namespace Packager.Checks;

/// <summary>A dashboard shows views, charts and pages; it has no record, so nothing on it may ask for one.</summary>
internal static class DashboardCheck
{
    public static void Run(CheckContext context)
    {
        foreach (var dashboard in context.Dashboards.Values)
        {
            var forms = dashboard.At("FormXml", "forms").ToList();
            if (forms.Count != 1 || forms[0].Attr("type") != "dashboard" || forms[0].Element("form") == null)
            {
                context.Report(dashboard, FindingCodes.DashboardPart, "A dashboard has one form, of type 'dashboard'.");
                continue;
            }

            var controls = forms[0].Descendants("control").ToList();
            if (controls.Count == 0)
                context.Report(forms[0], FindingCodes.DashboardPart, "The dashboard is empty.");
            foreach (var control in controls)
                CheckControl(context, control);
        }
    }

    private static void CheckControl(CheckContext context, XElement control)
    {
        var id = control.Attr("id");
        if (control.Attribute("datafieldname") is { } field)
            context.Report(field, FindingCodes.DashboardPart, $"The control '{id}' shows the column '{field.Value}'; a dashboard has no record.");
        if (XmlValues.Id(control.Attr("classid")) != ControlClasses.Subgrid) return;
        var parameters = control.Element("parameters");
        if (parameters?.Element("RelationshipName") is { Value.Length: > 0 } relationship)
            context.Report(relationship, FindingCodes.DashboardPart, $"The list '{id}' follows the relationship '{relationship.Value}'; a dashboard has no record to start from.");
        if (XmlValues.Id(parameters.Text("ViewId")) == null)
            context.Report(control, FindingCodes.DashboardPart, $"The list '{id}' names no view.");
        switch (parameters.Text("ChartGridMode"))
        {
            case "Chart" or "All" when XmlValues.Id(parameters.Text("VisualizationId")) == null:
                context.Report(control, FindingCodes.DashboardPart, $"The list '{id}' is to show a chart and names none.");
                break;
            case not ("Chart" or "All" or "Grid"):
                context.Report(control, FindingCodes.DashboardPart, $"The list '{id}' shows '{parameters.Text("ChartGridMode")}'; it can show Grid, Chart or All.");
                break;
        }
    }
}

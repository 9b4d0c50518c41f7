using System.Collections.Generic;

namespace DataverseReadiness.Rules.Inspection;

/// <summary>One solution zip inside an AppSource package. What could not be read is empty.</summary>
public sealed class PackageSolution
{
    /// <summary>Path inside the inner package zip.</summary>
    public string File = "";

    public string UniqueName = "";

    public string Version = "";

    /// <summary>Whether solution.xml says Managed 1.</summary>
    public bool IsManaged;

    /// <summary>Of several languages the first.</summary>
    public string DisplayName = "";

    public bool HasDescription;

    public string PublisherUniqueName = "";

    /// <summary>Display name of the publisher; of several languages the first.</summary>
    public string PublisherName = "";

    /// <summary>The publisher's customization prefix.</summary>
    public string Prefix = "";

    /// <summary>Version of the platform that wrote the solution.</summary>
    public string PlatformVersion = "";

    /// <summary>Size of the solution zip.</summary>
    public long Bytes;

    /// <summary>Size of customizations.xml, unpacked.</summary>
    public long CustomizationsBytes;

    /// <summary>Whether customizations.xml was read to its end; only then the lists below are whole.</summary>
    public bool IsRead;

    /// <summary>Language codes of the solution's own display name.</summary>
    public IReadOnlyList<int> NameLanguages = new List<int>();

    /// <summary>Language codes of all labels in customizations.xml, ascending.</summary>
    public IReadOnlyList<int> Languages = new List<int>();

    /// <summary>Names of the security roles.</summary>
    public IReadOnlyList<string> Roles = new List<string>();

    /// <summary>Model-driven apps.</summary>
    public IReadOnlyList<PackageApp> AppModules = new List<PackageApp>();

    /// <summary>Unique names of the site maps of apps.</summary>
    public IReadOnlyList<string> SiteMaps = new List<string>();

    /// <summary>Whether the site map that the platform brings, or that of one of Microsoft's apps, is part of the solution.</summary>
    public bool HasSiteMapChange;

    public bool HasCanvasApp;

    /// <summary>Plug-in assemblies and packages.</summary>
    public int Assemblies;

    public int WebResources;

    /// <summary>Values of the licence information: the plans' service ids, display names and addresses.</summary>
    public List<string> ServicePlans = new List<string>();

    /// <summary>Values of the licence information that maps plans to apps.</summary>
    public List<string> ServicePlanApps = new List<string>();
}

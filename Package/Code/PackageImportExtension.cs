using System.ComponentModel.Composition;
using Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase;

namespace DataverseReadiness.Package;

/// <summary>What Package Deployer asks of the package: its names and its folder. It does nothing of its own in an environment, and reads nothing there.</summary>
[Export(typeof(IImportExtensions))]
public sealed class PackageImportExtension : ImportExtension
{
    private const string Name = "Dataverse Readiness";

    /// <summary>The folder of the package with <c>ImportConfig.xml</c> in it.</summary>
    public override string GetImportPackageDataFolderName => "PkgFolder";

    public override string GetImportPackageDescriptionText => "Checks whether a Dynamics 365 offer is ready for the marketplace.";

    public override string GetLongNameOfImport => Name;

    public override string GetNameOfImport(bool plural) => Name;

    public override void InitializeCustomExtension()
    {
    }

    /// <summary>True lets the import go on.</summary>
    public override bool BeforeImportStage() => true;

    /// <summary>True says that the import succeeded.</summary>
    public override bool AfterPrimaryImport() => true;
}

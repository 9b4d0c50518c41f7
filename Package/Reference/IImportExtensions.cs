namespace Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase;

/// <summary>What Package Deployer looks for in a package; <see cref="ImportExtension"/> implements it.</summary>
/// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn688938(v=crm.8)" />
public interface IImportExtensions
{
}

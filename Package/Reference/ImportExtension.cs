namespace Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase;

/// <summary>What a package derives from: all of its abstract members, and no other.</summary>
/// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn688939(v=crm.8)" />
public abstract class ImportExtension : IImportExtensions
{
    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn700105(v=crm.8)" />
    protected ImportExtension()
    {
    }

    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn688662(v=crm.8)" />
    public abstract string GetImportPackageDataFolderName { get; }

    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2015/developers-guide/dn688639(v=crm.7)" />
    public abstract string GetImportPackageDescriptionText { get; }

    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn688637(v=crm.8)" />
    public abstract string GetLongNameOfImport { get; }

    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2015/developers-guide/dn700109(v=crm.7)" />
    public abstract string GetNameOfImport(bool plural);

    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn700108(v=crm.8)" />
    public abstract void InitializeCustomExtension();

    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn699866(v=crm.8)" />
    public abstract bool BeforeImportStage();

    /// <seealso href="https://learn.microsoft.com/previous-versions/dynamicscrm-2016/developers-guide/dn700107(v=crm.8)" />
    public abstract bool AfterPrimaryImport();
}

using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization;

/// <summary>For what an organization was made.</summary>
[DataContract(Name = "OrganizationType", Namespace = "http://schemas.microsoft.com/xrm/9.0/Contracts")]
public enum OrganizationType
{
    Customer = 0,
    Monitoring = 1,
    Support = 2,
    BackEnd = 3,
    Secondary = 4,
    CustomerTest = 5,
    CustomerFreeTest = 6,
    CustomerPreview = 7,
    Placeholder = 8,
    TestDrive = 9,
    MsftInvestigation = 10,
    EmailTrial = 11,
    Default = 12,
    Developer = 13,
    Trial = 14,
    Teams = 15,
    Platform = 16,
}

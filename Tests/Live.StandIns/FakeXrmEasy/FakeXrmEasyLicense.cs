namespace FakeXrmEasy.Abstractions.Enums;

/// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/Enums/FakeXrmEasyLicense.cs" />
public enum FakeXrmEasyLicense
{
    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/Enums/FakeXrmEasyLicense.cs" />
    RPL_1_5 = 0,

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/Enums/FakeXrmEasyLicense.cs" />
    NonCommercial = 1,

    /// <seealso href="https://github.com/DynamicsValue/fake-xrm-easy-abstractions/blob/main/src/FakeXrmEasy.Abstractions/Enums/FakeXrmEasyLicense.cs" />
    Commercial = 2,
}

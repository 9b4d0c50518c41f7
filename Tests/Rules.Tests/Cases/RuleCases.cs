using System;
using System.Collections.Generic;
using System.Linq;

namespace DataverseReadiness.Rules.Tests.Cases;

/// <summary>All rule cases, for any runner.</summary>
public static class RuleCases
{
    public static IEnumerable<RuleCase> Table() =>
        new CaseTable[]
        {
            new TechnicalCases(), new BusinessCases(), new OfferSettingsCases(), new PackageCases(), new CurrentPackageCases(),
            new StorefrontCases(), new TestDriveCases(), new ContactCases(), new PublishingCases(),
            new CurrentAccountCases(), new CurrentTextCases(), new CurrentMediaCases(), new CurrentPlanCases(),
            new CurrentCertificationCases(), new CurrentTestDriveCases(), new RejectionCases(), new AgreementCases(),
        }.SelectMany(table => table.Cases());

    public static IEnumerable<(string Name, Action Run)> All() => Table().Select(item => (item.Name, (Action)item.Run));
}

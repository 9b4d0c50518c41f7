using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>The Azure AD data that the portal asks for. The key itself is entered there and never kept here.</summary>
internal sealed class TestDriveDirectory(CatalogLine line, params TestDriveType[] types)
    : TestDriveRequirement(line, types, Trials.TenantId, Trials.TenantName, Trials.AppId, Trials.AppKeyEntered, Trials.AppKeyExpires)
{
    private const string Suffix = ".onmicrosoft.com";

    protected override IEnumerable<string?> BasisIn(TrialFact trial) =>
        [trial.TenantId, trial.TenantName, trial.AppId, Basis.Of(trial.AppKeyEntered), Basis.Of(trial.AppKeyExpires)];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        if ((Id(trial, Trials.TenantId, trial.TenantId, basis) ?? Id(trial, Trials.AppId, trial.AppId, basis)) is { } noId)
            return noId;

        if (string.IsNullOrWhiteSpace(trial.TenantName))
            return Empty(trial, Trials.TenantName, new Message("testdrive.tenant.fix"), basis);

        if (!IsTenantName(trial.TenantName!.Trim()))
            return NotMet(trial, new Message("testdrive.tenant", Shown.Text(trial.TenantName)), new Message("testdrive.tenant.fix"), basis, Trials.TenantName);

        if (trial.AppKeyEntered != YesNo.Yes)
            return NotMet(trial, new Message("testdrive.key"), Fix(), basis, Trials.AppKeyEntered);

        return trial.AppKeyExpires is { } expires && expires.Date <= offer.Now.Date
            ? NotMet(trial, new Message("testdrive.key.expired", Shown.Date(expires)), new Message("testdrive.key.expired.fix"), basis, Trials.AppKeyExpires)
            : Passed(trial, new Message("testdrive.directory", Shown.Text(trial.TenantName)), basis);
    }

    internal override IEnumerable<Moment> Ages(OfferFacts offer) =>
        from trial in Trials.TestDrives(offer)
        where trial.AppKeyExpires is not null
        select new Moment(trial.AppKeyExpires!.Value.Date, MomentCause.KeyExpires);

    private Verdict? Id(TrialFact trial, string column, string? value, string?[] basis)
    {
        var fix = new Message("fix.guid", Trials.Label(column));
        if (string.IsNullOrWhiteSpace(value))
            return Empty(trial, column, fix, basis);

        return GuidReader.Read(value).Problem is { } problem ? NotMet(trial, problem, fix, basis, column) : null;
    }

    private static bool IsTenantName(string name)
    {
        if (name.Length <= Suffix.Length || !name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
            return false;

        for (var i = 0; i < name.Length - Suffix.Length; i++)
        {
            if (name[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-'))
                return false;
        }

        return true;
    }
}

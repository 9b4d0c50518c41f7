using System;
using System.Collections.Generic;
using DataverseReadiness.Rules.Inspection;

namespace DataverseReadiness.Rules;

/// <summary>Where a test drive starts, and the address of the instance's Web API.</summary>
internal sealed class TestDriveUrls(CatalogLine line, params TestDriveType[] types) : TestDriveRequirement(line, types, Trials.InstanceUrl, Trials.WebApiUrl)
{
    private const string ApiPath = "/api/data/v";

    protected override IEnumerable<string?> BasisIn(TrialFact trial) => [trial.InstanceUrl, trial.WebApiUrl];

    protected override Verdict Evaluate(OfferFacts offer, TrialFact trial, string?[] basis)
    {
        if (string.IsNullOrWhiteSpace(trial.InstanceUrl))
            return Empty(trial, Trials.InstanceUrl, Fix(), basis);

        if (string.IsNullOrWhiteSpace(trial.WebApiUrl))
            return Empty(trial, Trials.WebApiUrl, Fix(), basis);

        if (UrlReader.Read(trial.InstanceUrl).Problem is { } noInstance)
            return NotMet(trial, noInstance, Fix(), basis);

        var api = UrlReader.Read(trial.WebApiUrl);
        if (api.Problem is { } noApi)
            return NotMet(trial, noApi, Fix(), basis, Trials.WebApiUrl);

        return IsApi(api)
            ? Passed(trial, new Message("testdrive.urls", Shown.Text(trial.InstanceUrl), Shown.Text(trial.WebApiUrl)), basis)
            : NotMet(trial, new Message("testdrive.webapi", Shown.Text(trial.WebApiUrl)), Fix(), basis, Trials.WebApiUrl);
    }

    // https://host/api/data/v9.0, a slash behind it allowed.
    private static bool IsApi(UrlFacts url)
    {
        var start = url.Normalized.IndexOf(ApiPath, StringComparison.OrdinalIgnoreCase);
        if (start != url.Normalized.IndexOf('/', url.Scheme.Length + 3))
            return false;

        var version = url.Normalized.Substring(start + ApiPath.Length).TrimEnd('/').Split('.');
        return version.Length == 2 && IsNumber(version[0]) && IsNumber(version[1]);
    }

    private static bool IsNumber(string text)
    {
        foreach (var character in text)
        {
            if (character is not (>= '0' and <= '9'))
                return false;
        }

        return text.Length > 0;
    }
}

using System;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Probing;
using DataverseReadiness.Plugins.Spkl;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Asks all addresses of an offer because somebody wants to know now; with its full address the package too.</summary>
[CrmPluginRegistration(CustomApi.ProbeOffer)]
public sealed class ProbeOffer : PluginBase
{
    // Somebody waits, and the platform ends an operation after two minutes.
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);

    protected override void Run(StepContext step)
    {
        var offer = ReadableOffer.Of(step);
        var packageUrl = step.Inputs.Contains(CustomApi.PackageUrl) ? step.Inputs[CustomApi.PackageUrl] as string : null;
        var probe = OfferProbe.Of(step, offer.Id) ?? throw Refusal.Of(step, "probe.withdrawn");
        if (!string.IsNullOrWhiteSpace(packageUrl))
        {
            if (!IsOf(probe, packageUrl!))
            {
                throw Refusal.Of(step, "probe.package");
            }

            probe.AskPackage(packageUrl!);
        }

        probe.AskAll(Budget);
        OfferLock.Take(step, offer);
        probe.Save();
        Checklist.Of(step, offer.Id).Save(stamp: true);
        step.Outputs[CustomApi.Probed] = probe.Results.Count;
        step.Outputs[CustomApi.Failed] = probe.Results.Count(result => result.Outcome is ProbeOutcome.Failed or ProbeOutcome.Refused);
        step.Outputs[CustomApi.CouldNotCheck] = probe.Results.Count(result => result.Outcome == ProbeOutcome.CouldNotCheck);
    }

    /// <summary>Whether the address is the offer's own, its signature aside: the result is stored as that one's.</summary>
    private static bool IsOf(OfferProbe probe, string url)
    {
        var facts = UrlReader.Read(url);
        return SasUrl.WithoutSignature(facts.IsValid ? facts.Normalized : url.Trim()) == probe.PackageUrl;
    }
}

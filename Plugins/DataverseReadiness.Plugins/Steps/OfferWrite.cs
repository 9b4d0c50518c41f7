using System;
using DataverseReadiness.Plugins.Wording;
using Microsoft.Xrm.Sdk;

namespace DataverseReadiness.Plugins.Steps;

/// <summary>Writes results to an offer with the rights of the caller, so that the platform itself decides who may.</summary>
internal static class OfferWrite
{
    /// <exception cref="InvalidPluginExecutionException">The caller may not write the offer.</exception>
    public static void AsCaller(StepContext step, OwnWrite writer, Entity offer)
    {
        // Once a write has failed, nothing more can be asked of the organization, so the sentence has to be there before.
        var refusal = PluginTexts.Render("offer.write", step.PersonsLanguage());
        try
        {
            step.WriteAs(writer, offer.ToEntityReference(), () => step.Caller.Update(offer));
        }
        catch (Exception e) when (e is not InvalidPluginExecutionException)
        {
            step.Trace(e.ToString());
            throw new InvalidPluginExecutionException(refusal, e);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using DataverseReadiness.Plugins.Names;
using DataverseReadiness.Plugins.Steps;
using DataverseReadiness.Rules;
using DataverseReadiness.Rules.Inspection;
using DataverseReadiness.Rules.Tests.Cases.Inspection;
using Microsoft.Xrm.Sdk;

namespace Plugins.Tests.Cases;

/// <summary>The steps, each alone, with everything around them faked. Needs no test framework, so that it also runs under Mono on the shipped DLL.</summary>
public static partial class StepCases
{
    private const int PreValidation = 10;
    private const int PreOperation = 20;
    private const int PostOperation = 40;

    private static readonly Guid OfferId = new Guid("00000000-0000-0000-0000-000000000001");
    private static readonly Guid ChildId = new Guid("00000000-0000-0000-0000-000000000002");
    private static readonly EntityReference OfferRow = new EntityReference(Offer.Table, OfferId);

    public static IEnumerable<(string Name, Action Run)> All() => Evaluating()
        .Concat(Locking())
        .Concat(Guarding())
        .Concat(Judging())
        .Concat(Inspecting())
        .Concat(Validating())
        .Concat(Authoring())
        .Concat(Reviewing())
        .Concat(Remembering())
        .Concat(Requiring())
        .Concat(Sweeping())
        .Concat(Looking())
        .Concat(Failing());

    private static IEnumerable<(string Name, Action Run)> Evaluating()
    {
        yield return ("Evaluate creates the items of a new offer one by one and writes the results in one request", () =>
        {
            var organization = WithOffer();

            Call(organization, "Create", Offer.Table, OfferId, PostOperation).With().Run(new Evaluate());

            var count = RuleSet.December2018.All.Count;
            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement", .. Enumerable.Repeat("Create rdy_checklistitem", count), "Create rdy_snapshot", "Update rdy_offer"]);
            Expect.Equal((int)Readiness.NotReady, Choice(organization[OfferId], Offer.Readiness));
            Expect.Equal("2018-12.1", (string)organization[OfferId][Offer.RuleSetVersion]);
            Expect.Equal(true, organization.Table(ChecklistItem.Table).All(item => ((EntityReference)item[ChecklistItem.OwnerId]).Name == "Owner"));
        }
        );
        yield return ("Evaluate writes nothing when nothing changed", () =>
        {
            var organization = Evaluated();

            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.Name, "Fabrikam").Run(new Evaluate());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement"]);
        }
        );
        yield return ("Evaluate writes the items that changed and the results in one request", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.PrivacyUrl] = "https://contoso.com/privacy";

            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.PrivacyUrl, "x").Run(new Evaluate());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement", .. Enumerable.Repeat("Create rdy_itemchange", organization.Table(StoredChange.Table).Count()), "Update rdy_offer with 3"]);
            var item = Item(organization, "D365-18-B-19");
            Expect.Equal((int)VerdictKind.Undecided, Choice(item, ChecklistItem.Verdict));
            Expect.Equal("column.value", (string)item[ChecklistItem.ReasonKey]);
            Expect.Equal("[\"$column.rdy_offer.rdy_privacyurl\",\"https://contoso.com/privacy\"]", (string)item[ChecklistItem.ReasonArgs]);
        }
        );
        yield return ("Evaluate marks its own write and takes the mark back", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.PrivacyUrl] = "https://contoso.com/privacy";
            var step = Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.PrivacyUrl, "x");
            var inner = 0;
            organization.During = request =>
            {
                if (request.RequestName == "Update" && inner == 0)
                {
                    inner = organization.Requests.Count;
                    Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.Score, 1).Inside(step).Run(new Evaluate());
                    Call(organization, "Update", Offer.Table, OfferId, PreValidation).With(Offer.Score, 1).Inside(step).Run(new Validate());
                    inner -= organization.Requests.Count;
                }
            };

            step.Run(new Evaluate());

            Expect.Equal(0, inner);
            Expect.Equal(false, step.SharedVariables.Any(variable => variable.Key.EndsWith(OfferId.ToString("D"), StringComparison.Ordinal)));
        }
        );
        yield return ("Evaluate stores texts in the base language of the offer", () =>
        {
            var organization = WithOffer(Offer.BaseLanguage, 1053);

            Call(organization, "Create", Offer.Table, OfferId, PostOperation).With().Run(new Evaluate());

            var item = Item(organization, "D365-18-T-06");
            Expect.Equal(Texts.Render(new Message("title.D365-18-T-06"), 1053), (string)item[ChecklistItem.Name]);
            Expect.Equal(false, Texts.Render(new Message("title.D365-18-T-06"), 1033) == (string)item[ChecklistItem.Name]);
        }
        );
        yield return ("Evaluate writes texts anew for another version of the rule set", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.RuleSetVersion] = "2018-12.0";
            Item(organization, "D365-18-T-06")[ChecklistItem.Name] = "old";

            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.Name, "x").Run(new Evaluate());

            Expect.Equal(Texts.Render(new Message("title.D365-18-T-06"), 1033), (string)Item(organization, "D365-18-T-06")[ChecklistItem.Name]);
        }
        );
        yield return ("Evaluate takes an item off that the rule set does not ask for, and puts it back", () =>
        {
            var organization = Evaluated();
            var extra = organization.Add(ChecklistItem.Table, Guid.NewGuid(), ChecklistItem.Key, "OLD-1", ChecklistItem.OfferId, OfferRow, ChecklistItem.IsOpen, true);
            Item(organization, "D365-18-T-06")[ChecklistItem.StateCode] = new OptionSetValue(1);

            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.Name, "x").Run(new Evaluate());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement", "Update rdy_offer with 2"]);
            Expect.Equal(1, Choice(organization[extra.Id], ChecklistItem.StateCode));
            Expect.Equal(false, (bool)organization[extra.Id][ChecklistItem.IsOpen]);
            Expect.Equal(0, Choice(Item(organization, "D365-18-T-06"), ChecklistItem.StateCode));
        }
        );
        yield return ("Evaluate sets an offer that is ready to submit back to review, in the same write", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.StatusCode] = new OptionSetValue(OfferStatus.ReadyToSubmit);

            Call(organization, "Update", Trial.Table, ChildId, PostOperation).With(Trial.Url, "x").Before(Trial.OfferId, OfferRow).Run(new Evaluate());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement", "Update rdy_offer"]);
            Expect.Equal(OfferStatus.InReview, Choice(organization[OfferId], Offer.StatusCode));
            Expect.Equal(true, ((string)organization[OfferId][Offer.StatusNote]).StartsWith("Set back to In review because 6", StringComparison.Ordinal));
        }
        );
        yield return ("Evaluate leaves the status to Guard when the request asks for ready to submit", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.StatusCode] = new OptionSetValue(OfferStatus.ReadyToSubmit);

            var step = Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.StatusCode, new OptionSetValue(OfferStatus.ReadyToSubmit)).Run(new Evaluate());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement"]);
            Expect.Equal(true, step.SharedVariables.Contains(Guard.OpenItems));
        }
        );
        yield return ("Evaluate leaves other states alone", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.StatusCode] = new OptionSetValue(OfferStatus.Live);

            Call(organization, "Delete", Trial.Table, ChildId, PostOperation).Before(Trial.OfferId, OfferRow).Run(new Evaluate());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement"]);
            Expect.Equal(OfferStatus.Live, Choice(organization[OfferId], Offer.StatusCode));
        }
        );
        yield return ("Evaluate does nothing for a row without an offer", () =>
        {
            var organization = Evaluated();

            Call(organization, "Create", Trial.Table, ChildId, PostOperation).With(Trial.Name, "x").Run(new Evaluate());

            Requests(organization, []);
        }
        );
        yield return ("Evaluate does nothing in another stage than registered, and says so", () =>
        {
            var organization = Evaluated();

            var step = Call(organization, "Create", Trial.Table, ChildId, PreOperation).With(Trial.OfferId, OfferRow).Run(new Evaluate());

            Requests(organization, []);
            Expect.Equal("Not registered for Create of rdy_trial in stage 20; nothing is done.", step.Traces.Last());
        }
        );
        yield return ("EvaluateOffer locks, evaluates and stamps the time though nothing changed", () =>
        {
            var organization = Evaluated();
            var step = Call(organization, CustomApi.EvaluateOffer, Offer.Table, OfferId, 30);
            step.InputParameters["Target"] = OfferRow;

            step.Run(new EvaluateOffer());

            Requests(organization, ["Query rdy_offer", "Update rdy_offer", "Retrieve rdy_offer", "Query rdy_requirement", "Update rdy_offer"]);
            Expect.Equal("NotReady", (string)step.OutputParameters[CustomApi.Readiness]);
            Expect.Equal(organization[OfferId][Offer.Score], step.OutputParameters[CustomApi.Score]);
            Expect.Equal(organization[OfferId][Offer.OpenItems], step.OutputParameters[CustomApi.OpenItems]);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Locking()
    {
        foreach (var table in new[] { Trial.Table, Plan.Table, SupportLink.Table, MarketingAsset.Table, Judgement.Table })
        {
            yield return ("LockOffer writes to the offer before a row of " + table + " is created", () =>
            {
                var organization = Evaluated();

                var step = Call(organization, "Create", table, ChildId, PreOperation).With(Trial.OfferId, OfferRow).Run(new LockOffer());

                Requests(organization, ["Update rdy_offer"]);
                Expect.Equal(step.CorrelationId.ToString("D"), (string)organization[OfferId][Offer.Lock]);
                Expect.Equal(null, organization.Users.Single());
            }
            );
        }

        yield return ("LockOffer finds the offer of an update in the pre-image", () =>
        {
            var organization = Evaluated();

            Call(organization, "Update", Trial.Table, ChildId, PreOperation).With(Trial.Url, "x").Before(Trial.OfferId, OfferRow).Run(new LockOffer());

            Requests(organization, ["Update rdy_offer"]);
        }
        );
        yield return ("LockOffer locks before a child is deleted", () =>
        {
            var organization = Evaluated();

            Call(organization, "Delete", Trial.Table, ChildId, PreOperation).Before(Trial.OfferId, OfferRow).Run(new LockOffer());

            Requests(organization, ["Query rdy_offer", "Update rdy_offer"]);
        }
        );
        yield return ("LockOffer ends the work quietly when the offer is being deleted", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.Deleting] = true;

            var step = Call(organization, "Delete", Trial.Table, ChildId, PreOperation).Before(Trial.OfferId, OfferRow).Run(new LockOffer());
            step.Run(new LockOffer());

            Requests(organization, ["Query rdy_offer", "Query rdy_offer"]);
            Expect.Equal(true, (bool)step.SharedVariables["DataverseReadiness.OfferIsGone"]);
        }
        );
        yield return ("LockOffer ends the work quietly when the offer is gone, and Evaluate follows it", () =>
        {
            var organization = Evaluated();
            organization.Remove(OfferId);
            var locking = Call(organization, "Delete", Trial.Table, ChildId, PreOperation).Before(Trial.OfferId, OfferRow).Run(new LockOffer());
            var evaluating = Call(organization, "Delete", Trial.Table, ChildId, PostOperation).Before(Trial.OfferId, OfferRow);
            evaluating.SharedVariables.AddRange(locking.SharedVariables);

            evaluating.Run(new Evaluate());

            Requests(organization, ["Query rdy_offer"]);
        }
        );
        yield return ("LockOffer asks nothing inside the deletion of the offer", () =>
        {
            var organization = Evaluated();
            var deleting = Call(organization, "Delete", Offer.Table, OfferId, 30);

            Call(organization, "Delete", Trial.Table, ChildId, PreOperation).Before(Trial.OfferId, OfferRow).Inside(deleting).Run(new LockOffer());

            Requests(organization, []);
        }
        );
        yield return ("MarkDeleting marks the offer", () =>
        {
            var organization = Evaluated();

            Call(organization, "Delete", Offer.Table, OfferId, PreOperation).Run(new MarkDeleting());

            Expect.Equal(true, (bool)organization[OfferId][Offer.Deleting]);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Guarding()
    {
        yield return ("Guard names the first five open items and the number of the rest, from what Evaluate found", () =>
        {
            var organization = Evaluated();
            var step = Submit(organization);
            step.SharedVariables[Guard.OpenItems] = Open("T-01", "T-03", "T-04", "T-05", "T-06", "T-07", "B-01");

            var message = step.Refusal(new Guard());

            Requests(organization, ["Query usersettings"]);
            var lines = message.Split('\n');
            Expect.Equal("The offer cannot be Ready to submit: 7 mandatory items are open.", lines[0]);
            Expect.Equal("D365-18-T-01: " + Texts.Render(new Message("title.D365-18-T-01"), 1033), lines[1]);
            Expect.Equal("... and 2 more.", lines[6]);
            Expect.Equal(true, lines[7].Contains("Only what blocks"));
        }
        );
        yield return ("Guard speaks the language of the person", () =>
        {
            var organization = Evaluated();
            var step = Submit(organization);
            organization.Add("usersettings", step.InitiatingUserId, "uilanguageid", 1053);
            step.SharedVariables[Guard.OpenItems] = Open("T-06");

            var message = step.Refusal(new Guard());

            Expect.Equal(true, message.StartsWith("Erbjudandet kan inte bli Klart att skicka in: ett obligatoriskt krav", StringComparison.Ordinal));
            Expect.Equal(true, message.Contains(Texts.Render(new Message("title.D365-18-T-06"), 1053)));
        }
        );
        yield return ("Guard lets an offer without open items pass and asks nobody", () =>
        {
            var organization = Evaluated();
            var step = Submit(organization);
            step.SharedVariables[Guard.OpenItems] = "";

            step.Run(new Guard());

            Requests(organization, []);
        }
        );
        yield return ("Guard evaluates by itself when Evaluate did not run", () =>
        {
            var organization = Evaluated();

            Submit(organization).Refusal(new Guard());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement", "Query usersettings"]);
        }
        );
        yield return ("Guard looks at no other status", () =>
        {
            var organization = Evaluated();

            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.StatusCode, new OptionSetValue(OfferStatus.InReview)).Run(new Guard());

            Requests(organization, []);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Judging()
    {
        yield return ("Judge completes a judgement", () =>
        {
            var organization = Undecided();

            var step = Judge(organization, Judgement.Key, "D365-18-B-19", Judgement.Verdict, new OptionSetValue((int)JudgementVerdict.Rejected), Judgement.Note, "Too vague.").Run(new Judge());

            Requests(organization, ["Retrieve rdy_offer", "Query rdy_requirement"]);
            Expect.Equal(64, ((string)step.Target[Judgement.Fingerprint]).Length);
            Expect.Equal(step.InitiatingUserId, ((EntityReference)step.Target[Judgement.JudgedById]).Id);
            Expect.Equal("D365-18-B-19: Rejected", (string)step.Target[Judgement.Name]);
            Expect.Equal(FakeStep.Present, (DateTime)step.Target[Judgement.JudgedOn]);
            Expect.Equal("2018-12.1", (string)step.Target[Judgement.RuleSetVersion]);
        }
        );
        var confirmed = new OptionSetValue((int)JudgementVerdict.Confirmed);
        var refusals = new (string Name, object?[] Values, string Start)[]
        {
            ("without a note", [Judgement.Key, "D365-18-B-19", Judgement.Verdict, confirmed, Judgement.Note, " \n"], "A judgement needs a note"),
            ("without a verdict", [Judgement.Key, "D365-18-B-19", Judgement.Note, "Read it."], "A judgement needs a verdict"),
            ("of an unknown requirement", [Judgement.Key, "D365-18-X-99", Judgement.Verdict, confirmed, Judgement.Note, "Read it."], "There is no requirement 'D365-18-X-99'"),
            ("of a decided requirement", [Judgement.Key, "D365-18-S-14", Judgement.Verdict, confirmed, Judgement.Note, "Looks good."], "D365-18-S-14"),
            ("with a fingerprint of the caller", [Judgement.Key, "D365-18-B-19", Judgement.Verdict, confirmed, Judgement.Note, "x", Judgement.Fingerprint, "f"], "Fingerprint: is a result"),
            ("in somebody else's name", [Judgement.Key, "D365-18-B-19", Judgement.Verdict, confirmed, Judgement.Note, "x", Judgement.JudgedById, OfferRow], "Judged by: is a result"),
        };
        foreach (var refusal in refusals)
        {
            yield return ("Judge refuses a judgement " + refusal.Name, () =>
                Starts(refusal.Start, Judge(Undecided(), refusal.Values).Refusal(new Judge())));
        }

        yield return ("Judge refuses a judgement without an offer", () =>
            Starts("A judgement needs the offer", Call(Undecided(), "Create", Judgement.Table, ChildId, PreOperation).With(Judgement.Note, "x", Judgement.Verdict, confirmed).Refusal(new Judge())));
        yield return ("Judge refuses every change", () =>
            Starts("A judgement is never changed.", Call(Undecided(), "Update", Judgement.Table, ChildId, PreOperation).With(Judgement.Note, "x").Refusal(new Judge())));
        yield return ("A judgement counts until a value it rests on changes", () =>
        {
            var organization = Undecided();
            var judgement = Judge(organization, Judgement.Key, "D365-18-B-19", Judgement.Verdict, confirmed, Judgement.Note, "Read it.").Run(new Judge()).Target;
            organization.Create(judgement);

            Call(organization, "Create", Judgement.Table, ChildId, PostOperation).With(Judgement.OfferId, OfferRow).Run(new Evaluate());

            var item = Item(organization, "D365-18-B-19");
            Expect.Equal((int)ItemStatus.Confirmed, Choice(item, ChecklistItem.Status));
            Expect.Equal("Read it.", (string)item[ChecklistItem.JudgedNote]);
            Expect.Equal(judgement.Id.ToString("D"), (string)item[ChecklistItem.JudgementId]);

            organization[OfferId][Offer.PrivacyUrl] = "https://contoso.com/other";
            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.PrivacyUrl, "x").Run(new Evaluate());

            item = Item(organization, "D365-18-B-19");
            Expect.Equal((int)ItemStatus.Undecided, Choice(item, ChecklistItem.Status));
            Expect.Equal(true, (bool)item[ChecklistItem.JudgementVoid]);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Inspecting()
    {
        var picture = PngBuilder.Image(48, 48);
        yield return ("Validate fills in the facts of an image that comes along", () =>
        {
            var step = Call(WithOffer(), "Create", MarketingAsset.Table, ChildId, PreOperation).With(MarketingAsset.Kind, Kind(AssetKind.SearchLogo48), MarketingAsset.Image, picture).Run(new Validate());

            Expect.Equal((int)InspectionState.Inspected, Choice(step.Target, MarketingAsset.Inspection));
            Expect.Equal("PNG 48 48 " + picture.Length, step.Target[MarketingAsset.Format] + " " + step.Target[MarketingAsset.Width] + " " + step.Target[MarketingAsset.Height] + " " + step.Target[MarketingAsset.Bytes]);
        }
        );
        yield return ("Validate clears the facts when the image is taken away", () =>
        {
            var step = Call(WithOffer(), "Update", MarketingAsset.Table, ChildId, PreOperation).With(MarketingAsset.Image, null).Before(MarketingAsset.Kind, Kind(AssetKind.SearchLogo48)).Run(new Validate());

            Expect.Equal(null, step.Target[MarketingAsset.Inspection]);
            Expect.Equal(null, step.Target[MarketingAsset.Sha256]);
        }
        );
        yield return ("Validate marks bytes that did not come along as not inspected", () =>
        {
            var step = Call(WithOffer(), "Update", MarketingAsset.Table, ChildId, PreOperation).With(MarketingAsset.Name, "x").Before(MarketingAsset.Kind, Kind(AssetKind.SearchLogo48));
            step.Target.HasLazyFileAttribute = true;
            step.Target.LazyFileAttributeKey = MarketingAsset.Image;

            step.Run(new Validate());

            Expect.Equal((int)InspectionState.NotInspected, Choice(step.Target, MarketingAsset.Inspection));
            Expect.Equal(null, step.Target[MarketingAsset.Format]);
        }
        );
        yield return ("Validate clears the facts when another column counts", () =>
        {
            var step = Call(WithOffer(), "Update", MarketingAsset.Table, ChildId, PreOperation).With(MarketingAsset.Kind, Kind(AssetKind.Document)).Before(MarketingAsset.Kind, Kind(AssetKind.Screenshot)).Run(new Validate());

            Expect.Equal((int)InspectionState.NotInspected, Choice(step.Target, MarketingAsset.Inspection));
        }
        );
        yield return ("Validate keeps the facts when the kind changes among images", () =>
        {
            var step = Call(WithOffer(), "Update", MarketingAsset.Table, ChildId, PreOperation).With(MarketingAsset.Kind, Kind(AssetKind.Logo40)).Before(MarketingAsset.Kind, Kind(AssetKind.Screenshot)).Run(new Validate());

            Expect.Equal(false, step.Target.Contains(MarketingAsset.Inspection));
        }
        );
        yield return ("Validate clears what is known of a package when another one is uploaded", () =>
        {
            var step = Call(WithOffer(), "Update", Offer.Table, OfferId, PreOperation).With(Offer.Package, Guid.NewGuid()).Run(new Validate());

            Expect.Equal((int)InspectionState.NotInspected, Choice(step.Target, Offer.PackageInspection));
            Expect.Equal(null, step.Target[Offer.PackageFacts]);
        }
        );
        foreach (var chunked in new[] { true, false })
        {
            yield return ("InspectAsset reads the stored image " + (chunked ? "in blocks" : "as a whole"), () =>
            {
                var large = PngBuilder.Image(1280, 1000);
                var organization = WithAsset(AssetKind.Screenshot, large);
                organization.IsChunkingSupported = chunked;

                var step = Inspect(organization);

                Expect.Equal("Inspected PNG 1280 1000 " + large.Length, step.OutputParameters["Inspection"] + " " + step.OutputParameters["Format"] + " " + step.OutputParameters["Width"] + " " + step.OutputParameters["Height"] + " " + step.OutputParameters["Bytes"]);
                Expect.Equal(chunked ? 1 + (large.Length / (4 * 1024 * 1024)) : 1, organization.Requests.Count(request => request == "DownloadBlock"));
                Expect.Equal("Update rdy_marketingasset", organization.Requests.Last());
                Expect.Equal((int)InspectionState.Inspected, Choice(organization[ChildId], MarketingAsset.Inspection));
            }
            );
        }

        yield return ("InspectAsset stores what is wrong with a damaged image and says it in the person's language", () =>
        {
            var organization = WithAsset(AssetKind.SearchLogo48, picture.Take(picture.Length / 2).ToArray());

            var step = Inspect(organization);

            Expect.Equal("Damaged", (string)step.OutputParameters["Inspection"]);
            Expect.Equal((int)InspectionState.Damaged, Choice(organization[ChildId], MarketingAsset.Inspection));
            Starts("[\"image.png.", (string)organization[ChildId][MarketingAsset.Finding]);
            Starts("The PNG ", (string)step.OutputParameters["Finding"]);
        }
        );
        yield return ("InspectAsset writes nothing when the facts are right", () =>
        {
            var organization = WithAsset(AssetKind.SearchLogo48, picture);
            Inspect(organization);
            organization.Requests.Clear();

            Inspect(organization);

            Expect.Equal(false, organization.Requests.Contains("Update rdy_marketingasset"));
        }
        );
        yield return ("InspectAsset clears the facts of an asset without bytes", () =>
        {
            var organization = WithAsset(AssetKind.SearchLogo48, picture);
            Inspect(organization);
            organization[ChildId][MarketingAsset.ImageId] = null;

            var step = Inspect(organization);

            Expect.Equal("NotInspected", (string)step.OutputParameters["Inspection"]);
            Expect.Equal(null, organization[ChildId][MarketingAsset.Sha256]);
        }
        );
        yield return ("InspectAsset refuses another column", () =>
        {
            var step = Call(WithAsset(AssetKind.SearchLogo48, picture), CustomApi.InspectAsset, MarketingAsset.Table, ChildId, 30);
            step.InputParameters["Target"] = new EntityReference(MarketingAsset.Table, ChildId);
            step.InputParameters["Column"] = "rdy_url";

            Starts("There is no column 'rdy_url' to inspect.", step.Refusal(new InspectAsset()));
        }
        );
        yield return ("InspectAsset in the background leaves inspected bytes alone", () =>
        {
            var organization = WithAsset(AssetKind.SearchLogo48, picture);

            Call(organization, "Update", MarketingAsset.Table, ChildId, PostOperation).With(MarketingAsset.Image, picture, MarketingAsset.Inspection, new OptionSetValue((int)InspectionState.Inspected)).Run(new InspectAsset());

            Requests(organization, []);
        }
        );
        yield return ("InspectAsset in the background passes over a row that is gone", () =>
        {
            var organization = WithOffer();

            Call(organization, "Update", MarketingAsset.Table, ChildId, PostOperation).With(MarketingAsset.File, Guid.NewGuid()).Run(new InspectAsset());

            Requests(organization, ["Query rdy_marketingasset"]);
        }
        );
        yield return ("InspectPackage reads the solution checker's report", () =>
        {
            var organization = WithOffer(Offer.CheckerReport, Guid.NewGuid());
            organization.Files[OfferId] = System.Text.Encoding.UTF8.GetBytes("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleId\":\"web-avoid-eval\",\"level\":\"error\"}]}]}");
            var step = Call(organization, CustomApi.InspectPackage, Offer.Table, OfferId, 30);
            step.InputParameters["Target"] = OfferRow;
            step.InputParameters[CustomApi.Column] = Offer.CheckerReport;

            step.Run(new InspectPackage());

            var facts = CheckerFacts.FromJson((string)organization[OfferId][Offer.CheckerFacts])!;
            Expect.Equal("Inspected 1", step.OutputParameters["Inspection"] + " " + step.OutputParameters["Findings"]);
            Expect.Equal("web-avoid-eval High", facts.Findings.Single().Rule + " " + facts.Findings.Single().Severity);
            Expect.Equal(((Guid)organization[OfferId][Offer.CheckerReport]).ToString(), facts.FileId.ToString());
            Expect.Equal(false, organization[OfferId].Contains(Offer.PackageFacts));
        }
        );
        yield return ("InspectPackage stores the id of the file that it read", () =>
        {
            var file = Guid.NewGuid();
            var organization = WithOffer(Offer.Package, file);
            organization.Files[OfferId] = ZipBuilder.Package().Bytes();
            var step = Call(organization, "Update", Offer.Table, OfferId, 40).With(Offer.Package, file);

            step.Run(new InspectPackage());

            Expect.Equal<Guid?>(file, PackageFacts.FromJson((string)organization[OfferId][Offer.PackageFacts])!.FileId);
        }
        );
        yield return ("InspectPackage stores what it found", () =>
        {
            var organization = WithOffer(Offer.Package, Guid.NewGuid());
            organization.Files[OfferId] = ZipBuilder.Package().Bytes();
            var step = Call(organization, CustomApi.InspectPackage, Offer.Table, OfferId, 30);
            step.InputParameters["Target"] = OfferRow;

            step.Run(new InspectPackage());

            Expect.Equal("Inspected 0", step.OutputParameters["Inspection"] + " " + step.OutputParameters["Findings"]);
            Expect.Equal("App", PackageFacts.FromJson((string)organization[OfferId][Offer.PackageFacts])!.Solutions.Single().UniqueName);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Validating()
    {
        foreach (var value in RefusedValues.All())
        {
            yield return ("Validate refuses " + value.Name, () =>
            {
                var organization = WithOffer();
                var step = Call(organization, "Create", value.Table, Guid.Empty, PreValidation).With(value.Column, value.Value);

                Expect.Equal(value.Message, step.Refusal(new Validate()));
                Requests(organization, ["Query usersettings"]);
            }
            );
        }

        yield return ("Validate asks nobody when there is nothing to refuse", () =>
        {
            var organization = WithOffer();

            Call(organization, "Create", Offer.Table, Guid.Empty, PreValidation)
                .With(Offer.Name, "Fabrikam", Offer.PrivacyUrl, "https://contoso.com", Offer.UptimeCommitted, 100m, Offer.Summary, null, Offer.AdminGuideUrl, "").Run(new Validate());

            Requests(organization, []);
        }
        );
        yield return ("Validate names all problems of a save in one message, in the person's language", () =>
        {
            var organization = WithOffer();
            var step = Call(organization, "Create", Offer.Table, Guid.Empty, PreValidation).With(Offer.PrivacyUrl, "http://contoso.com", Offer.AppId, "4711", Offer.UptimeCommitted, 100.001m);
            organization.Add("usersettings", step.InitiatingUserId, "uilanguageid", 1053);

            var lines = step.Refusal(new Validate()).Split('\n');

            Expect.Equal("3 värden kan inte sparas.", lines[0]);
            Expect.Equal(4, lines.Length);
            Starts("Sekretesspolicy: 'http://contoso.com' kan inte lagras.", lines[1]);
            Expect.Equal(true, lines[3].Contains("100.001"));
        }
        );
        yield return ("Validate names the first ten problems and the number of the rest", () =>
        {
            var values = new object?[] { Offer.Score, 1, Offer.Readiness, null, Offer.OpenItems, 1, Offer.Lock, "x", Offer.Deleting, true, Offer.StatusNote, "x", Offer.BaseLanguage, 1, Offer.PackageFacts, "x", Offer.EvaluatedOn, null, Offer.RuleSetVersion, "x", Offer.PackageInspection, null, Offer.AppId, "x" };

            var lines = Call(WithOffer(), "Create", Offer.Table, Guid.Empty, PreValidation).With(values).Refusal(new Validate()).Split('\n');

            Expect.Equal("12 values cannot be saved.", lines[0]);
            Expect.Equal("... and 2 more.", lines.Last());
        }
        );
        yield return ("Validate refuses to move a row to another offer", () =>
            Starts("Offer: cannot be changed", Call(WithOffer(), "Update", Trial.Table, ChildId, PreValidation).With(Trial.OfferId, new EntityReference(Offer.Table, Guid.NewGuid())).Before(Trial.OfferId, OfferRow).Refusal(new Validate())));
        yield return ("Validate lets a row name the offer it has", () =>
            Call(WithOffer(), "Update", Trial.Table, ChildId, PreValidation).With(Trial.OfferId, OfferRow).Before(Trial.OfferId, OfferRow).Run(new Validate()));
        yield return ("Validate measures a period in the unit the row has", () =>
        {
            Starts("Period: 121 is longer than ten years.", Call(WithOffer(), "Update", Trial.Table, ChildId, PreValidation).With(Trial.Period, 121).Before(Trial.PeriodUnit, new OptionSetValue((int)PeriodUnit.Months)).Refusal(new Validate()));
            Call(WithOffer(), "Update", Trial.Table, ChildId, PreValidation).With(Trial.Period, 121).Before(Trial.PeriodUnit, new OptionSetValue((int)PeriodUnit.Days)).Run(new Validate());
            Call(WithOffer(), "Update", Trial.Table, ChildId, PreValidation).With(Trial.Period, 120).Before(Trial.PeriodUnit, new OptionSetValue((int)PeriodUnit.Months)).Run(new Validate());
        }
        );
        yield return ("Validate stores addresses and ids in their normal form, and no signature", () =>
        {
            var organization = WithOffer();
            organization.Add("organization", new Guid("00000000-0000-0000-0000-0000000000bb"), "languagecode", 1053);

            var target = Call(organization, "Create", Offer.Table, Guid.Empty, PreOperation)
                .With(Offer.PrivacyUrl, " HTTPS://Contoso.COM./privacy ", Offer.AppId, "{0F8FAD5B-D9CB-469F-A165-70867728950E}", Offer.PackageUrl, "https://x.blob.core.windows.net/a/b.zip?sp=r&sig=c2VjcmV0")
                .Run(new Validate()).Target;

            Expect.Equal("https://contoso.com/privacy", (string)target[Offer.PrivacyUrl]);
            Expect.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", (string)target[Offer.AppId]);
            Expect.Equal("https://x.blob.core.windows.net/a/b.zip?sp=r&sig=removed", (string)target[Offer.PackageUrl]);
            Expect.Equal(1053, (int)target[Offer.BaseLanguage]);
            Requests(organization, ["Retrieve organization"]);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Failing()
    {
        yield return ("An unexpected failure becomes a sentence with the correlation id, and its details go to the trace", () =>
        {
            var step = Call(new FakeOrganization(), "Update", Offer.Table, OfferId, PostOperation).With(Offer.Name, "x");

            var message = step.Refusal(new Evaluate());

            Expect.Equal("Evaluate could not finish, so nothing was saved. Ask an administrator to look up 00000000-0000-0000-0000-00000000c0de in the plug-in trace log.", message);
            Expect.Equal(true, step.Traces.Last().Contains("KeyNotFoundException"));
        }
        );
        yield return ("Every step begins its trace with what it was called for", () =>
            Expect.Equal("MarkDeleting: Delete of rdy_offer 00000000-0000-0000-0000-000000000001, stage 20, depth 1", Call(Evaluated(), "Delete", Offer.Table, OfferId, PreOperation).Run(new MarkDeleting()).Traces[0]));
    }

    private static FakeOrganization WithOffer(params object?[] columnsAndValues)
    {
        var organization = new FakeOrganization();
        var offer = organization.Add(Offer.Table, OfferId, columnsAndValues);
        offer[Offer.Name] = "Fabrikam";
        offer[Offer.StatusCode] = new OptionSetValue(OfferStatus.Draft);
        offer[Offer.OwnerId] = new EntityReference("systemuser", Guid.NewGuid()) { Name = "Owner" };
        return organization;
    }

    /// <summary>An offer with its checklist, and no request noted.</summary>
    private static FakeOrganization Evaluated(params object?[] columnsAndValues)
    {
        var organization = WithOffer(columnsAndValues);
        Call(organization, "Create", Offer.Table, OfferId, PostOperation).With().Run(new Evaluate());
        organization.Requests.Clear();
        organization.Users.Clear();
        return organization;
    }

    /// <summary>An evaluated offer of which D365-18-B-19 waits for a probe and D365-18-T-03 for a person.</summary>
    private static FakeOrganization Undecided() => Evaluated(
        Offer.PrivacyUrl, "https://contoso.com/privacy",
        Offer.BusinessProcess, "Fleet management",
        Offer.TargetAudience, "Fleet managers",
        Offer.SignInMethod, new OptionSetValue((int)SignInMethod.WorkAccount));

    private static FakeOrganization WithAsset(AssetKind kind, byte[] bytes)
    {
        var organization = WithOffer();
        organization.Add(MarketingAsset.Table, ChildId, MarketingAsset.Kind, Kind(kind), MarketingAsset.ImageId, Guid.NewGuid(), MarketingAsset.OfferId, OfferRow);
        organization.Files[ChildId] = bytes;
        return organization;
    }

    private static FakeStep Inspect(FakeOrganization organization)
    {
        var step = Call(organization, CustomApi.InspectAsset, MarketingAsset.Table, ChildId, 30);
        step.InputParameters["Target"] = new EntityReference(MarketingAsset.Table, ChildId);
        return step.Run(new InspectAsset());
    }

    private static string Open(params string[] keys) => string.Join("\n", keys.Select(key => "D365-18-" + key + "\t[\"title.D365-18-" + key + "\"]"));

    private static FakeStep Submit(FakeOrganization organization) =>
        Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.StatusCode, new OptionSetValue(OfferStatus.ReadyToSubmit));

    private static FakeStep Judge(FakeOrganization organization, params object?[] columnsAndValues)
    {
        var step = Call(organization, "Create", Judgement.Table, ChildId, PreOperation).With(columnsAndValues);
        step.Target[Judgement.OfferId] = OfferRow;
        return step;
    }

    private static FakeStep Call(FakeOrganization organization, string message, string table, Guid id, int stage) =>
        new FakeStep(organization, message, table, id, stage);

    private static Entity Item(FakeOrganization organization, string key) =>
        organization.Table(ChecklistItem.Table).Single(item => (string)item[ChecklistItem.Key] == key);

    private static OptionSetValue Kind(AssetKind kind) => new OptionSetValue((int)kind);

    private static int Choice(Entity row, string column) => ((OptionSetValue)row[column]).Value;

    private static void Starts(string start, string text) => Expect.Equal(start, text.Substring(0, Math.Min(start.Length, text.Length)));

    private static void Requests(FakeOrganization organization, IEnumerable<string> expected) => Expect.Sequence(expected, organization.Requests);

}

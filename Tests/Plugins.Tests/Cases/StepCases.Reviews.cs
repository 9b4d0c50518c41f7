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

/// <summary>Cases of people's part: authors, waivers, own requirements, certification, assignment, and what is looked at without saving.</summary>
public static partial class StepCases
{
    private const string Privacy = "D365-18-B-19";
    private const string Business = "D365-18-T-03";
    private static readonly Guid Somebody = new Guid("00000000-0000-0000-0000-0000000000ab");

    private static IEnumerable<(string Name, Action Run)> Authoring()
    {
        yield return ("Validate keeps who wrote each column last", () =>
        {
            var before = AuthorMap.Parse(null).With([Offer.Name, Offer.Summary], Somebody).ToText();

            var step = Call(WithOffer(), "Update", Offer.Table, OfferId, PreOperation)
                .With(Offer.Summary, "New", Offer.StatusCode, new OptionSetValue(OfferStatus.InReview)).Before(Offer.EnteredBy, before).Run(new Validate());

            var authors = AuthorMap.Parse((string)step.Target[Offer.EnteredBy]);
            Expect.Equal(Somebody, authors.Of(Offer.Name)!.Value);
            Expect.Equal(step.InitiatingUserId, authors.Of(Offer.Summary)!.Value);
            Expect.Equal(null, authors.Of(Offer.StatusCode));
        }
        );
        yield return ("Validate names no author when only the status changes", () =>
            Expect.Equal(false, Call(WithOffer(), "Update", Offer.Table, OfferId, PreOperation).With(Offer.StatusCode, new OptionSetValue(OfferStatus.InReview)).Run(new Validate()).Target.Contains(Offer.EnteredBy)));
        foreach (var table in new[] { Trial.Table, Plan.Table, SupportLink.Table, MarketingAsset.Table })
        {
            yield return ("Validate refuses authors from callers on " + table, () =>
                Starts("Entered by: is a result", Call(WithOffer(), "Create", table, Guid.Empty, PreValidation).With(Trial.EnteredBy, "{}").Refusal(new Validate())));
        }

        foreach (var table in new[] { StoredProbe.Table, StoredChange.Table, Snapshot.Table })
        {
            yield return ("Validate refuses rows of " + table + " from callers and lets our own pass", () =>
            {
                var organization = WithOffer();
                var own = Call(organization, CustomApi.EvaluateOffer, Offer.Table, OfferId, 30);
                own.SharedVariables["DataverseReadiness.Writing." + Offer.Table + "." + OfferId.ToString("D")] = nameof(OwnWrite.Evaluate);

                Starts("Probe results, history and snapshots", Call(organization, "Create", table, ChildId, PreValidation).With(Trial.Name, "x").Refusal(new Validate()));
                Call(organization, "Create", table, ChildId, PreValidation).With(Trial.Name, "x").Inside(own).Run(new Validate());
            }
            );
        }
    }

    private static IEnumerable<(string Name, Action Run)> Reviewing()
    {
        yield return ("Judge gives a waiver ninety days when nobody says how long", () =>
        {
            var step = Judge(Undecided(), Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Waived), Judgement.Note, "Known.").Run(new Judge());

            Expect.Equal(FakeStep.Present.Date.AddDays(90), (DateTime)step.Target[Judgement.EndsOn]);
            Expect.Equal(Business + ": Waived", (string)step.Target[Judgement.Name]);
        }
        );
        yield return ("Judge takes a waiver of 365 days and not of 366", () =>
        {
            Judge(Undecided(), Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Waived), Judgement.Note, "x", Judgement.EndsOn, FakeStep.Present.Date.AddDays(365)).Run(new Judge());

            Expect.Equal(true, Judge(Undecided(), Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Waived), Judgement.Note, "x", Judgement.EndsOn, FakeStep.Present.Date.AddDays(366)).Refusal(new Judge()).Contains("365"));
        }
        );
        yield return ("Judge refuses a waiver that has ended", () =>
            Judge(Undecided(), Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Waived), Judgement.Note, "x", Judgement.EndsOn, FakeStep.Present.Date.AddDays(-1)).Refusal(new Judge()));
        yield return ("Judge refuses an end of what is no waiver", () =>
            Judge(Undecided(), Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Confirmed), Judgement.Note, "x", Judgement.EndsOn, FakeStep.Present.Date.AddDays(1)).Refusal(new Judge()));
        yield return ("Judge refuses to waive what can never be waived", () =>
        {
            var organization = Evaluated();
            var never = RuleSet.December2018.All.First(requirement =>
                requirement.NeverWaived && Choice(Item(organization, requirement.Key), ChecklistItem.Verdict) == (int)VerdictKind.NotMet);

            Expect.Equal(true, Judge(organization, Judgement.Key, never.Key, Judgement.Verdict, Verdict(JudgementVerdict.Waived), Judgement.Note, "x").Refusal(new Judge()).Contains(never.Key));
        }
        );
        yield return ("Judge stores the address of evidence in its normal form and refuses what is none", () =>
        {
            var step = Judge(Undecided(), Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Confirmed), Judgement.Note, "x", Judgement.EvidenceUrl, "HTTPS://Contoso.com/mail").Run(new Judge());

            Expect.Equal("https://contoso.com/mail", (string)step.Target[Judgement.EvidenceUrl]);
            Starts("Evidence address: 'ftp://x'", Judge(Undecided(), Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Confirmed), Judgement.Note, "x", Judgement.EvidenceUrl, "ftp://x").Refusal(new Judge()));
        }
        );
        yield return ("Judge lets whoever judged add one evidence file, and nobody else", () =>
        {
            FakeStep Add(Guid judge, Guid? file) => Call(Undecided(), "Update", Judgement.Table, ChildId, PreOperation)
                .With(Judgement.Evidence, Guid.NewGuid()).Before(Judgement.JudgedById, new EntityReference("systemuser", judge), Judgement.Evidence, file);
            var me = new Guid("00000000-0000-0000-0000-0000000000aa");

            Add(me, null).Run(new Judge());

            Starts("A judgement is never changed.", Add(Somebody, null).Refusal(new Judge()));
            Starts("A judgement is never changed.", Add(me, Guid.NewGuid()).Refusal(new Judge()));
        }
        );
        foreach (var verdict in new[] { JudgementVerdict.Confirmed, JudgementVerdict.Waived, JudgementVerdict.Rejected })
        {
            yield return ("Judge asks for four eyes where the offer does: " + verdict, () =>
            {
                var organization = Undecided();
                var me = new Guid("00000000-0000-0000-0000-0000000000aa");
                organization[OfferId][Offer.FourEyes] = new OptionSetValue((int)YesNo.Yes);
                organization[OfferId][Offer.EnteredBy] = AuthorMap.Parse(null).With([Offer.BusinessProcess, Offer.TargetAudience, Offer.SignInMethod], me).ToText();
                var step = Judge(organization, Judgement.Key, Business, Judgement.Verdict, Verdict(verdict), Judgement.Note, "x");

                if (verdict == JudgementVerdict.Rejected)
                {
                    step.Run(new Judge());
                }
                else
                {
                    Expect.Equal(true, step.Refusal(new Judge()).Contains(Business));
                }

                organization[OfferId][Offer.EnteredBy] = AuthorMap.Parse(null).With([Offer.BusinessProcess, Offer.TargetAudience, Offer.SignInMethod], Somebody).ToText();
                Judge(organization, Judgement.Key, Business, Judgement.Verdict, Verdict(verdict), Judgement.Note, "x").Run(new Judge());
            }
            );
        }

        yield return ("Judge and Evaluate of one save read the team's requirements once", () =>
        {
            var organization = Undecided();
            var judging = Judge(organization, Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Confirmed), Judgement.Note, "x").Run(new Judge());
            organization.Create(judging.Target);
            var evaluating = Call(organization, "Create", Judgement.Table, ChildId, PostOperation).With(Judgement.OfferId, OfferRow);
            evaluating.SharedVariables.AddRange(judging.SharedVariables);
            organization.Requests.Clear();

            evaluating.Run(new Evaluate());

            Requests(organization, ["Retrieve rdy_offer", "Create rdy_itemchange", "Update rdy_offer with 2"]);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Remembering()
    {
        yield return ("Evaluate writes a row of history for an item that turned, and says through what", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.PrivacyUrl] = "https://contoso.com/privacy";

            var step = Call(organization, "Update", Trial.Table, ChildId, PostOperation).With(Trial.OfferId, OfferRow).Run(new Evaluate());

            var change = organization.Table(StoredChange.Table).Single(row => (string)row[StoredChange.Key] == Privacy);
            Expect.Equal((int)ItemStatus.NotMet, Choice(change, StoredChange.From));
            Expect.Equal((int)ItemStatus.Undecided, Choice(change, StoredChange.To));
            Expect.Equal(Privacy + ": Not met \u2192 Undecided", (string)change[StoredChange.Name]);
            Expect.Equal("Trial changed", (string)change[StoredChange.Cause]);
            Expect.Equal($"Update rdy_trial {ChildId:D}", (string)change[StoredChange.CauseRow]);
            Expect.Equal(FakeStep.Present, (DateTime)change[StoredChange.ChangedOn]);
            Expect.Equal(step.InitiatingUserId, ((EntityReference)change[StoredChange.ChangedById]).Id);
        }
        );
        foreach (var (message, table, cause) in new[]
        {
            ("Create", SupportLink.Table, "Supportlänk lades till"), ("Update", MarketingAsset.Table, "Marknadsföringsmaterial ändrades"),
            ("Delete", Judgement.Table, "Bedömning togs bort"), ("Update", Plan.Table, "Plan ändrades"),
        })
        {
            yield return ($"Evaluate tells of {message} of {table} in the base language", () =>
            {
                var organization = Evaluated();
                organization[OfferId][Offer.BaseLanguage] = Texts.Swedish;
                organization[OfferId][Offer.PrivacyUrl] = "https://contoso.com/privacy";

                Call(organization, message, table, ChildId, PostOperation).With(Trial.OfferId, OfferRow).Before(Trial.OfferId, OfferRow).Run(new Evaluate());

                var change = organization.Table(StoredChange.Table).Single(row => (string)row[StoredChange.Key] == Privacy);
                Expect.Equal(cause, (string)change[StoredChange.Cause]);
                Expect.Equal($"{message} {table} {ChildId:D}", (string)change[StoredChange.CauseRow]);
            }
            );
        }

        yield return ("EvaluateOffer is told of as such", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.PrivacyUrl] = "https://contoso.com/privacy";

            var step = Call(organization, CustomApi.EvaluateOffer, Offer.Table, OfferId, 30);
            step.InputParameters["Target"] = OfferRow;

            step.Run(new EvaluateOffer());

            Expect.Equal("Evaluated by hand", (string)organization.Table(StoredChange.Table).Single(row => (string)row[StoredChange.Key] == Privacy)[StoredChange.Cause]);
        }
        );
        yield return ("Evaluate writes no history for items that come with a rule set, or that come back", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.RuleSet] = new OptionSetValue((int)RuleSetChoice.Current);
            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.RuleSet, 1).Run(new Evaluate());
            organization[OfferId][Offer.RuleSet] = new OptionSetValue((int)RuleSetChoice.December2018);
            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.RuleSet, 1).Run(new Evaluate());

            Expect.Equal(0, organization.Table(StoredChange.Table).Count());
            Expect.Equal("2018-12.1", (string)organization[OfferId][Offer.RuleSetVersion]);
        }
        );
        yield return ("Evaluate keeps one snapshot a day", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.PrivacyUrl] = "https://contoso.com/privacy";
            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.PrivacyUrl, "x").Run(new Evaluate());
            organization[OfferId][Offer.PrivacyUrl] = null;
            var tomorrow = Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.PrivacyUrl, "x");
            tomorrow.OperationCreatedOn = FakeStep.Present.AddDays(1);

            tomorrow.Run(new Evaluate());

            var days = organization.Table(Snapshot.Table).ToDictionary(row => (DateTime)row[Snapshot.Day]);
            Expect.Equal(2, days.Count);
            Expect.Equal(true, (int)days[FakeStep.Present.Date.AddDays(1)][Snapshot.NotMet] > (int)days[FakeStep.Present.Date][Snapshot.NotMet]);
            Expect.Equal(organization[OfferId][Offer.Score], days[FakeStep.Present.Date.AddDays(1)][Snapshot.Score]);
        }
        );
        yield return ("Guard refuses Submitted too", () =>
        {
            var step = Call(Evaluated(), "Update", Offer.Table, OfferId, PostOperation).With(Offer.StatusCode, new OptionSetValue(OfferStatus.Submitted));
            step.SharedVariables[Guard.OpenItems] = Open("T-06");

            Starts("The offer cannot be Submitted: one mandatory item is open.", step.Refusal(new Guard()));
        }
        );
        yield return ("Guard keeps the package of an offer that becomes certified, and the day it becomes live", () =>
        {
            FakeStep Turn(int status) => Call(Evaluated(), "Update", Offer.Table, OfferId, PreOperation)
                .With(Offer.StatusCode, new OptionSetValue(status))
                .Before(Offer.StatusCode, new OptionSetValue(OfferStatus.Submitted), Offer.PackageFacts, "{}").Run(new Guard());

            Expect.Equal("{}", (string)Turn(OfferStatus.Certified).Target[Offer.AcceptedPackage]);
            Expect.Equal(FakeStep.Present.Date, (DateTime)Turn(OfferStatus.Live).Target[Offer.LastPublishedOn]);
            Expect.Equal(1, Turn(OfferStatus.Submitted).Target.Attributes.Count);
        }
        );

        var memories = new (int Outcome, ItemStatus? Then, int? Memory)[]
        {
            (0, null, 1), (0, ItemStatus.NotMet, 0), (0, ItemStatus.Undecided, 0), (0, ItemStatus.Rejected, 0), (0, ItemStatus.Waived, 0),
            (0, ItemStatus.Met, 1), (0, ItemStatus.Confirmed, 1), (0, ItemStatus.NotApplicable, 1),
            (1, null, null), (1, ItemStatus.NotMet, 2), (1, ItemStatus.Rejected, 2), (1, ItemStatus.Met, 3), (1, ItemStatus.Confirmed, 3),
            (1, ItemStatus.Undecided, null),
        };
        foreach (var memory in memories)
        {
            yield return ("RememberVerdict holds outcome " + memory.Outcome + " against " + memory.Then, () =>
            {
                var organization = Evaluated();
                if (memory.Then != null)
                {
                    Item(organization, Privacy)[ChecklistItem.Status] = new OptionSetValue((int)memory.Then);
                }

                var target = Call(organization, "Create", Certification.Table, ChildId, PreOperation).With(
                    Certification.OfferId, OfferRow,
                    Certification.Outcome, new OptionSetValue(847360000 + memory.Outcome),
                    Certification.Key, memory.Then == null ? null : Privacy).Run(new RememberVerdict()).Target;

                Expect.Equal(memory.Memory, (target[Certification.Memory] as OptionSetValue)?.Value - 847360000);
                Expect.Equal((int?)memory.Then, (target[Certification.StatusThen] as OptionSetValue)?.Value);
            }
            );
        }

        yield return ("RememberVerdict keeps the status of that time when the outcome is corrected", () =>
        {
            var organization = Evaluated();

            var target = Call(organization, "Update", Certification.Table, ChildId, PreOperation).With(Certification.Outcome, new OptionSetValue(847360001)).Before(
                Certification.OfferId, OfferRow, Certification.Key, Privacy, Certification.StatusThen, new OptionSetValue((int)ItemStatus.Met)).Run(new RememberVerdict()).Target;

            Requests(organization, []);
            Expect.Equal(847360003, Choice(target, Certification.Memory));
        }
        );
        yield return ("RememberVerdict refuses a requirement that the checklist does not have", () =>
            Starts("There is no requirement 'X-1'", Call(Evaluated(), "Create", Certification.Table, ChildId, PreOperation).With(
                Certification.OfferId, OfferRow, Certification.Key, "X-1", Certification.Outcome, new OptionSetValue(847360001)).Refusal(new RememberVerdict())));
        yield return ("RememberVerdict refuses a verdict that says nothing, by the name of the column", () =>
        {
            const string refusal = "The column 'Outcome' is empty. Choose what the reviewers of the marketplace decided.";

            Expect.Equal(refusal, Call(Evaluated(), "Create", Certification.Table, ChildId, PreOperation).With(Certification.OfferId, OfferRow).Refusal(new RememberVerdict()));
            Expect.Equal(refusal, Call(Evaluated(), "Update", Certification.Table, ChildId, PreOperation).With(Certification.Outcome, null).Before(
                Certification.OfferId, OfferRow, Certification.Outcome, new OptionSetValue(847360001)).Refusal(new RememberVerdict()));
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Requiring()
    {
        FakeStep Save(FakeOrganization organization, params object?[] values)
        {
            organization.Add("organization", new Guid("00000000-0000-0000-0000-0000000000bb"), "languagecode", 1033);
            return Call(organization, "Create", OwnRequirement.Table, ChildId, PreOperation).With(values);
        }

        yield return ("CheckRequirement takes an own requirement", () =>
            Expect.Equal(null, Save(Evaluated(), OwnRequirement.Key, "TEAM-1", OwnRequirement.Name, "Approved by legal").Run(new CheckRequirement()).Target[OwnRequirement.Problem]));
        yield return ("CheckRequirement refuses a key that is nobody's", () =>
            Expect.Equal(true, Save(Evaluated(), OwnRequirement.Key, "LEGAL-1", OwnRequirement.Name, "x").Refusal(new CheckRequirement()).Contains("LEGAL-1")));
        yield return ("CheckRequirement refuses to make less of what Microsoft makes mandatory", () =>
            Expect.Equal(true, Save(Evaluated(), OwnRequirement.Key, Privacy, OwnRequirement.Severity, new OptionSetValue((int)Severity.Advice)).Refusal(new CheckRequirement()).Contains(Privacy)));
        yield return ("CheckRequirement stores what cannot be used and says why", () =>
        {
            var target = Save(Evaluated(), OwnRequirement.Key, "TEAM-1", OwnRequirement.Name, "x", OwnRequirement.Test, new OptionSetValue((int)RequirementTest.Pattern), OwnRequirement.TestedTable, Offer.Table, OwnRequirement.TestedColumn, Offer.Summary, OwnRequirement.Value, "(").Run(new CheckRequirement()).Target;

            Expect.Equal(true, ((string)target[OwnRequirement.Problem]).Length > 10);
        }
        );
        yield return ("CheckRequirement looks at the row as it will be", () =>
        {
            var organization = Evaluated();
            organization.Add("organization", new Guid("00000000-0000-0000-0000-0000000000bb"), "languagecode", 1033);

            var target = Call(organization, "Update", OwnRequirement.Table, ChildId, PreOperation).With(OwnRequirement.Guidance, "Ask legal.").Before(OwnRequirement.Key, "TEAM-1", OwnRequirement.Name, "x").Run(new CheckRequirement()).Target;

            Expect.Equal(null, target[OwnRequirement.Problem]);
        }
        );
        yield return ("A team's requirement is part of the checklist and of the version that decided", () =>
        {
            var organization = Evaluated();
            organization.Add(OwnRequirement.Table, ChildId, OwnRequirement.Key, "TEAM-1", OwnRequirement.Name, "Approved by legal", OwnRequirement.Severity, new OptionSetValue((int)Severity.Blocking));

            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.Name, "x").Run(new Evaluate());

            Expect.Equal("Approved by legal", (string)Item(organization, "TEAM-1")[ChecklistItem.Name]);
            Starts("2018-12.1+", (string)organization[OfferId][Offer.RuleSetVersion]);
        }
        );
        yield return ("SweepOffers in the background calls the custom API, which has a transaction", () =>
        {
            var organization = Evaluated();
            var calls = new List<string>();
            organization.During = request => calls.Add(request.RequestName);

            try
            {
                Call(organization, "Update", OwnRequirement.Table, ChildId, PostOperation).With(OwnRequirement.Name, "x").Run(new SweepOffers());
            }
            catch (InvalidPluginExecutionException)
            {
                // The fake has no custom APIs.
            }

            Expect.Sequence([CustomApi.SweepOffers], calls);
        }
        );
    }

    private static IEnumerable<(string Name, Action Run)> Sweeping()
    {
        yield return ("SweepOffers takes 250 offers in three pages, those evaluated longest ago first", () =>
        {
            var organization = new FakeOrganization();
            var offers = Enumerable.Range(1, 250).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();
            foreach (var id in offers)
            {
                organization.Add(Offer.Table, id, Offer.Name, "x", Offer.StatusCode, new OptionSetValue(OfferStatus.Draft), Offer.RuleSetVersion, "2018-12.1", Offer.ReevaluateOn, FakeStep.Present);
            }

            var pages = new List<string>();
            for (var remaining = true; remaining;)
            {
                var step = Sweep(organization);
                remaining = (bool)step.OutputParameters[CustomApi.Remaining];
                pages.Add(step.OutputParameters[CustomApi.Evaluated] + " " + remaining);
            }

            Expect.Sequence(["100 True", "100 True", "50 False"], pages);
            Expect.Equal(true, offers.All(id => FakeStep.Present.Equals(organization[id][Offer.EvaluatedOn])));
        }
        );
        yield return ("SweepOffers leaves alone what is not due, and what is withdrawn", () =>
        {
            var organization = Evaluated();
            organization.Add(Offer.Table, ChildId, Offer.ReevaluateOn, FakeStep.Present)[Offer.StateCode] = new OptionSetValue(1);

            var step = Sweep(organization);

            Expect.Equal(0, (int)step.OutputParameters[CustomApi.Evaluated]);
            Requests(organization, ["Query rdy_requirement", "Query rdy_offer", "Query rdy_probe"]);
        }
        );
        yield return ("SweepOffers finds offers that another version evaluated", () =>
        {
            var organization = Evaluated(Offer.RuleSet, new OptionSetValue((int)RuleSetChoice.December2018));
            organization.Add(OwnRequirement.Table, ChildId, OwnRequirement.Key, "TEAM-1", OwnRequirement.Name, "x");

            Expect.Equal(1, (int)Sweep(organization).OutputParameters[CustomApi.Evaluated]);
            Expect.Equal(0, (int)Sweep(organization).OutputParameters[CustomApi.Evaluated]);
        }
        );
        yield return ("SweepOffers puts an offer off that cannot be evaluated, and goes on", () =>
        {
            var organization = Evaluated();
            organization[OfferId][Offer.ReevaluateOn] = FakeStep.Present;
            organization.Add(Offer.Table, ChildId, Offer.BusinessProcess, 4711, Offer.ReevaluateOn, FakeStep.Present, Offer.RuleSetVersion, "2018-12.1");

            var step = Sweep(organization);

            Expect.Equal("1 False 1", $"{step.OutputParameters[CustomApi.Evaluated]} {step.OutputParameters[CustomApi.Remaining]} {step.OutputParameters[CustomApi.Failed]}");
            Starts(ChildId.ToString("D"), (string)step.OutputParameters[CustomApi.FailedOffers]);
            Expect.Equal(FakeStep.Present.AddDays(1), (DateTime)organization[ChildId][Offer.ReevaluateOn]);
            Expect.Equal(true, step.Traces.Any(trace => trace.Contains("cannot be evaluated")));
        }
        );
        foreach (var size in new[] { 0, 101, -1 })
        {
            yield return ("SweepOffers refuses a page of " + size, () =>
            {
                var step = Call(Evaluated(), CustomApi.SweepOffers, "none", Guid.Empty, 30);
                step.InputParameters[CustomApi.PageSize] = size;

                Starts("A page holds 1 to 100 offers.", step.Refusal(new SweepOffers()));
            }
            );
        }
    }

    private static IEnumerable<(string Name, Action Run)> Looking()
    {
        FakeStep Ask(FakeOrganization organization, string api, params object?[] inputs)
        {
            var step = Call(organization, api, Offer.Table, OfferId, 30);
            step.InputParameters["Target"] = OfferRow;
            for (var i = 0; i < inputs.Length; i += 2)
            {
                step.InputParameters[(string)inputs[i]!] = inputs[i + 1]!;
            }

            return step;
        }

        FakeStep Preview(FakeOrganization organization, string values, string? table = null, string? row = null) =>
            Ask(organization, CustomApi.PreviewOffer, CustomApi.Values, values, CustomApi.Table, table, CustomApi.RowId, row);

        List<object?> List(FakeStep step, string output) => Json.TryRead((string)step.OutputParameters[output], out var read) ? (List<object?>)read! : throw new InvalidOperationException();

        string? Text(object? item, string member) => (string?)((Dictionary<string, object?>)item!)[member];

        yield return ("PreviewOffer tells what unsaved values would change, and stores nothing", () =>
        {
            var organization = Evaluated();

            var step = Preview(organization, "{\"rdy_privacyurl\":\"https://contoso.com/privacy\",\"ownerid\":\"x\"}").Run(new PreviewOffer());

            var change = List(step, CustomApi.Changes).Single(item => Text(item, "key") == Privacy);
            Expect.Equal("NotMet Undecided", Text(change, "from") + " " + Text(change, "to"));
            Expect.Equal(true, organization.Requests.All(request => request.StartsWith("Query ", StringComparison.Ordinal) || request.StartsWith("Retrieve ", StringComparison.Ordinal)));
            Expect.Equal(organization[OfferId][Offer.OpenItems], step.OutputParameters[CustomApi.OpenItems]);
        }
        );
        yield return ("PreviewOffer says the same as a save would do", () =>
        {
            var organization = Evaluated();
            var preview = Preview(organization, "{\"rdy_summary\":\"Fleet\",\"rdy_uptimemeasured\":99.95,\"rdy_uptimewindow\":30,\"rdy_releasedate\":\"2027-01-01\",\"rdy_apptype\":847360000,\"rdy_languages\":[847360000,847360014]}").Run(new PreviewOffer());
            var offer = organization[OfferId];
            offer[Offer.Summary] = "Fleet";
            offer[Offer.UptimeMeasured] = 99.95m;
            offer[Offer.UptimeWindow] = 30;
            offer[Offer.ReleaseDate] = new DateTime(2027, 1, 1);
            offer[Offer.AppType] = new OptionSetValue((int)AppType.Free);
            offer[Offer.Languages] = new OptionSetValueCollection(new List<OptionSetValue> { new OptionSetValue((int)Language.English), new OptionSetValue((int)Language.Swedish) });

            Call(organization, "Update", Offer.Table, OfferId, PostOperation).With(Offer.Summary, "x").Run(new Evaluate());

            Expect.Equal(organization[OfferId][Offer.Score], preview.OutputParameters[CustomApi.Score]);
            Expect.Sequence(
                organization.Table(StoredChange.Table).Select(row => (string)row[StoredChange.Key]).OrderBy(key => key, StringComparer.Ordinal),
                List(preview, CustomApi.Changes).Select(item => Text(item, "key")!).OrderBy(key => key, StringComparer.Ordinal));
        }
        );
        yield return ("PreviewOffer adds a child, changes one, and takes one away", () =>
        {
            var organization = Evaluated();
            const string values = "{\"rdy_purpose\":847360000,\"rdy_url\":\"https://contoso.com/support\"}";
            var added = Preview(organization, values, SupportLink.Table).Run(new PreviewOffer());
            organization.Add(SupportLink.Table, ChildId, SupportLink.OfferId, OfferRow);
            var changed = Preview(organization, values, SupportLink.Table, ChildId.ToString("D")).Run(new PreviewOffer());
            var gone = Preview(organization, "{\"statecode\":1}", SupportLink.Table, ChildId.ToString("D")).Run(new PreviewOffer());

            Expect.Equal(true, List(added, CustomApi.Changes).Count > 0);
            Expect.Equal(true, List(changed, CustomApi.Changes).Count > 0);
            Expect.Equal("[]", (string)gone.OutputParameters[CustomApi.Changes]);
        }
        );
        var refusals = new (string Values, string? Table, string? Row, string Start)[]
        {
            ("[1]", null, null, "The values are no JSON object"),
            ("nothing", null, null, "The values are no JSON object"),
            ("{\"rdy_summary\":1}", null, null, "Offer summary: the value has another type"),
            ("{\"rdy_setupsteps\":1.5}", null, null, "Setup steps: the value has another type"),
            ("{\"rdy_setupsteps\":99999999999}", null, null, "Setup steps: the value has another type"),
            ("{\"rdy_privacyurl\":\"http://contoso.com\"}", null, null, "Privacy policy: 'http://contoso.com' cannot be stored."),
            ("{\"rdy_score\":100}", null, null, "Readiness score: is a result"),
            ("{}", "account", null, "The table 'account' has no bearing"),
            ("{}", SupportLink.Table, "x", "The offer has no active row"),
            ("{}", SupportLink.Table, "00000000-0000-0000-0000-000000000009", "The offer has no active row"),
        };
        foreach (var refusal in refusals)
        {
            yield return ("PreviewOffer answers " + refusal.Values + " on " + refusal.Table + " " + refusal.Row + " with a sentence", () =>
                Starts(refusal.Start, Preview(Evaluated(), refusal.Values, refusal.Table, refusal.Row).Refusal(new PreviewOffer())));
        }

        yield return ("ForecastOffer tells when a waiver ends", () =>
        {
            var organization = Undecided();
            organization.Create(Judge(organization, Judgement.Key, Business, Judgement.Verdict, Verdict(JudgementVerdict.Waived), Judgement.Note, "x").Run(new Judge()).Target);

            var step = Ask(organization, CustomApi.ForecastOffer).Run(new ForecastOffer());

            var turn = List(step, CustomApi.Events).Single(item => Text(item, "key") == Business);
            Expect.Equal("2027-06-02T00:00:00Z Waived Undecided WaiverEnds", Text(turn, "on") + " " + Text(turn, "from") + " " + Text(turn, "to") + " " + Text(turn, "cause"));
            Expect.Equal("NotReady", (string)step.OutputParameters[CustomApi.Readiness]);
        }
        );
        foreach (var days in new[] { 0, -1, 1827 })
        {
            yield return ("ForecastOffer refuses to look " + days + " days ahead", () =>
                Starts("A forecast looks from tomorrow", Ask(Evaluated(), CustomApi.ForecastOffer, CustomApi.Until, FakeStep.Present.AddDays(days)).Refusal(new ForecastOffer())));
        }

        yield return ("ForecastOffer counts days from today as the organization has it, and says so", () =>
        {
            var step = Ask(Evaluated(), CustomApi.ForecastOffer, CustomApi.Days, 30).Run(new ForecastOffer());

            Expect.Equal(FakeStep.Present, (DateTime)step.OutputParameters[CustomApi.From]);
            Expect.Equal(FakeStep.Present.Date.AddDays(30), (DateTime)step.OutputParameters[CustomApi.Until]);
            Ask(Evaluated(), CustomApi.ForecastOffer, CustomApi.Days, 1).Run(new ForecastOffer());
            Ask(Evaluated(), CustomApi.ForecastOffer, CustomApi.Days, 1826).Run(new ForecastOffer());
        }
        );
        foreach (var days in new[] { int.MinValue, -1, 0, 1828, int.MaxValue })
        {
            yield return ("ForecastOffer refuses to look " + days + " days ahead of today", () =>
                Starts("A forecast looks from tomorrow", Ask(Evaluated(), CustomApi.ForecastOffer, CustomApi.Days, days).Refusal(new ForecastOffer())));
        }

        yield return ("CompareRuleSets tells what a switch keeps, drops and brings", () =>
        {
            var step = Ask(Evaluated(), CustomApi.CompareRuleSets, CustomApi.RuleSet, (int)RuleSetChoice.Current).Run(new CompareRuleSets());

            Json.TryRead((string)step.OutputParameters[CustomApi.Differences], out var read);
            var lists = ((Dictionary<string, object?>)read!).ToDictionary(list => list.Key, list => ((List<object?>)list.Value!).Count);
            Expect.Equal(RuleSet.Current.All.Count, lists["kept"] + lists["comes"]);
            Expect.Equal(true, lists["leaves"] > 0);
        }
        );
        yield return ("CompareRuleSets refuses a rule set that does not exist", () =>
            Starts("There is no rule set '5'.", Ask(Evaluated(), CustomApi.CompareRuleSets, CustomApi.RuleSet, 5).Refusal(new CompareRuleSets())));
        yield return ("ClauseLedger names who guards each clause, and those that nobody does", () =>
        {
            var step = Call(Evaluated(), CustomApi.ClauseLedger, "none", Guid.Empty, 30);
            step.InputParameters[CustomApi.RuleSet] = (int)RuleSetChoice.Current;

            var clauses = List(step.Run(new DataverseReadiness.Plugins.Steps.ClauseLedger()), CustomApi.Clauses).ToList();
            var guards = clauses.Select(clause => Text(clause, "guard")).ToList();

            Expect.Equal(RuleSet.Current.All.Count + RuleSet.Current.NotChecked.Count, guards.Count);
            Expect.Equal(RuleSet.Current.NotChecked.Count, guards.Count(guard => guard == "Nobody"));
            Expect.Equal(true, guards.Contains("OnSave"));
            Expect.Equal(
                string.Join(" ", RuleSet.Current.All.Where(requirement => !requirement.NeverWaived).Select(requirement => requirement.Key)),
                string.Join(" ", clauses.Where(clause => ((Dictionary<string, object?>)clause!)["waivable"] is true).Select(clause => Text(clause, "key"))));
        }
        );
        yield return ("ImportUptime keeps what the records come to", () =>
        {
            var organization = Evaluated();

            var step = Ask(organization, CustomApi.ImportUptime, CustomApi.Records, "start,end,status\n2027-01-01T00:00Z,2027-01-31T00:00Z,up\n2027-01-10T00:00Z,2027-01-10T00:30Z,down\n").Run(new ImportUptime());

            Expect.Equal("99.930 30 30 43.2", ((decimal)step.OutputParameters[CustomApi.Percentage]).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)
                + FormattableString.Invariant($" {step.OutputParameters[CustomApi.WindowDays]} {step.OutputParameters[CustomApi.SpentMinutes]:0.##} {step.OutputParameters[CustomApi.AllowedMinutes]:0.##}"));
            Expect.Equal(30, UptimeRecord.FromJson((string)organization[OfferId][Offer.UptimeFacts])!.WindowDays);
            Expect.Equal(true, organization.Users.Contains(step.InitiatingUserId));
        }
        );
        yield return ("ImportUptime refuses what it cannot read with a sentence", () =>
            Expect.Equal(true, Ask(Evaluated(), CustomApi.ImportUptime, CustomApi.Records, "x").Refusal(new ImportUptime()).EndsWith(".", StringComparison.Ordinal)));
        yield return ("AssignItem locks as the caller and writes as the system", () =>
        {
            var organization = Evaluated();
            organization.Add("systemuser", Somebody, "isdisabled", false);
            var item = Item(organization, Privacy);
            var step = Call(organization, CustomApi.AssignItem, ChecklistItem.Table, item.Id, 30);
            step.InputParameters["Target"] = item.ToEntityReference();
            step.InputParameters[CustomApi.OwnerId] = Somebody;
            step.InputParameters[CustomApi.DueOn] = new DateTime(2027, 4, 1, 12, 0, 0, DateTimeKind.Utc);
            organization.Users.Clear();

            step.Run(new AssignItem());

            Requests(organization, ["Query rdy_checklistitem", "Query systemuser", "Query usersettings", "Update rdy_offer", "Update rdy_checklistitem"]);
            Expect.Sequence([step.InitiatingUserId.ToString(), "", step.InitiatingUserId.ToString()], organization.Users.Select(user => user.ToString()!));
            Expect.Equal(Somebody, ((EntityReference)organization[item.Id][ChecklistItem.OwnerId]).Id);
            Expect.Equal(new DateTime(2027, 4, 1), (DateTime)organization[item.Id][ChecklistItem.DueOn]);
        }
        );
        yield return ("AssignItem refuses users that are not there or disabled, and to do nothing", () =>
        {
            var organization = Evaluated();
            organization.Add("systemuser", Somebody, "isdisabled", true);
            FakeStep Assign(params object[] inputs)
            {
                var step = Call(organization, CustomApi.AssignItem, ChecklistItem.Table, Item(organization, Privacy).Id, 30);
                step.InputParameters["Target"] = Item(organization, Privacy).ToEntityReference();
                if (inputs.Length > 0)
                {
                    step.InputParameters[(string)inputs[0]] = inputs[1];
                }

                return step;
            }

            Starts("There is nothing to change.", Assign().Refusal(new AssignItem()));
            Starts("There is no enabled user", Assign(CustomApi.OwnerId, Somebody).Refusal(new AssignItem()));
            Starts("There is no enabled user", Assign(CustomApi.OwnerId, ChildId).Refusal(new AssignItem()));
            Item(organization, Privacy)[ChecklistItem.DueOn] = FakeStep.Present;
            Assign(CustomApi.ClearDueOn, true).Run(new AssignItem());
            Expect.Equal(null, Item(organization, Privacy)[ChecklistItem.DueOn]);
        }
        );
    }

    private static FakeStep Sweep(FakeOrganization organization)
    {
        organization.Requests.Clear();
        return Call(organization, CustomApi.SweepOffers, "none", Guid.Empty, 30).Run(new SweepOffers());
    }

    private static OptionSetValue Verdict(JudgementVerdict verdict) => new OptionSetValue((int)verdict);
}

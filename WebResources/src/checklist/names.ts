/** Option values the checklist reads, under the names it gives them. */
export { Itemstatus as Status, Judgementverdict as JudgementVerdict, Probeoutcome as ProbeOutcome, Readiness, Severity, Verdict } from "../names.js";

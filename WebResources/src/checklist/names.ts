/** Option values the checklist reads, under the names it gives them. */
export { Itemstatus as Status, Judgementverdict as JudgementVerdict, Readiness, Severity } from "../names.js";

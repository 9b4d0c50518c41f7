/** Option values the checklist reads; checked against the solution by `names.test.ts`. */
export enum Status {
  Met = 847360000,
  NotMet = 847360001,
  NotApplicable = 847360002,
  Undecided = 847360003,
  Confirmed = 847360004,
  Rejected = 847360005,
}

export enum Severity {
  Mandatory = 847360000,
  Advice = 847360001,
}

export enum JudgementVerdict {
  Confirmed = 847360000,
  Rejected = 847360001,
}

export enum Readiness {
  NotReady = 847360000,
  NeedsReview = 847360001,
  Ready = 847360002,
}

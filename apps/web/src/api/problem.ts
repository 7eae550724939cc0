/** An answer that tells why something was not done (RFC 9457). Its texts are in the language of the request. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly issues?: readonly FieldIssue[];
  readonly refusals?: readonly Refusal[];
  readonly [member: string]: unknown;
}

export interface FieldIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface Refusal {
  readonly guard: string;
  readonly code: string;
  readonly message: string;
}

/** A request that was answered with a problem. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly requestId: string | null,
  ) {
    super(problem.code);
  }
}

/** No answer came: the server or the way to it is not there. */
export class OfflineError extends Error {}

export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof ProblemError ? error.problem : undefined;

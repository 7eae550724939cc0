import type { Issue, ProblemCode } from '@safeconduct/contracts';
import type { CaseChange } from '@safeconduct/engine';
import type { Refusal, Workflow } from '@safeconduct/workflow';

type Members = Readonly<Record<string, unknown>>;

/**
 * A request that is answered with a problem. Thrown by controllers; `ProblemDetailsFilter` decides what is
 * sent.
 */
export class HttpProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly members: Members = {},
    readonly headers: Readonly<Record<string, string>> = {},
    /** The workflow of the case that it is about, where there is one. */
    readonly workflow?: Workflow,
  ) {
    super(code);
  }
}

/** A request that does not fit the operation. */
export const invalid = (issues: readonly Issue[]): HttpProblem =>
  new HttpProblem('REQUEST_INVALID', { issues });

/** One field that does not fit. */
export const invalidField = (path: string, code: string, message: string): HttpProblem =>
  invalid([{ path, code, message }]);

/** A command the engine refused. */
export class RefusedProblem extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly workflow: Workflow | undefined,
    /** The sender named a revision, so a conflict is a failed precondition. */
    readonly hadPrecondition: boolean,
    /** What was recorded since the revision that the sender named. */
    readonly changes?: readonly CaseChange[],
  ) {
    super(refusal.code);
  }
}

import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface RenunciationFacts {
  readonly renunciation?: Renunciation | undefined;
}

export interface Renunciation {
  readonly declarationNo: string;
  /** When it was declared. */
  readonly at: Instant;
  /** Not set before somebody has assessed it. */
  readonly verified?: boolean | undefined;
}

export const renunciationFacts: FactsByEvent<Facts, Events> = {
  // A new declaration is observed anew.
  RenunciationDeclared: (facts, { declarationNo }, { occurredAt }) => ({
    ...facts,
    renunciation: { declarationNo, at: occurredAt },
  }),
  RenunciationVerified: (facts) => assessed(facts, true),
  RenunciationNotVerified: (facts) => assessed(facts, false),
};

const assessed = (facts: Facts, verified: boolean): Facts => ({
  ...facts,
  renunciation: facts.renunciation && { ...facts.renunciation, verified },
});

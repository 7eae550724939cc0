import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { Assurance } from '../assurance/facts.js';
import type { Appealable } from '../code-lists.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';
import { reopensAfterAppeal } from '../monitoring/guards.js';
import { countryOfOrigin } from '../registers/countries.js';
import type { Relocation } from '../relocation/facts.js';
import type { ReturnTrack } from '../return/facts.js';
import { hasNumber } from '../numbered.js';

export interface AppealFacts {
  /** The appeals that are not decided, in the order of filing. */
  readonly appeals: readonly Appeal[];
  /** The last decision that ended a step of the person, as long as nothing has begun after it. */
  readonly refused?: Refused | undefined;
  /** When an appeal set the findings on the risk in the country of origin aside: those from before do not count. */
  readonly riskSetAsideAt?: Instant | undefined;
}

/** A decision that an appeal can set aside, and what the step rested on before it. */
export type Refused =
  | { readonly of: 'clearance'; readonly return?: ReturnTrack | undefined }
  | { readonly of: 'assurance'; readonly assurance?: Assurance | undefined }
  | { readonly of: 'relocation' | 'exit'; readonly relocation?: Relocation | undefined };

export interface Appeal {
  readonly appealNo: string;
  readonly against: Appealable;
  readonly at: Instant;
}

export const initialAppealFacts: AppealFacts = { appeals: [] };

export const appealFacts: FactsByEvent<Facts, Events> = {
  AppealFiled: (facts, { appealNo, against }, { occurredAt }) => ({
    ...facts,
    appeals: [...facts.appeals, { appealNo, against, at: occurredAt }],
  }),
  AppealDecided: (facts, { appealNo, against, result }, { occurredAt }) => {
    const decided = { ...facts, appeals: facts.appeals.filter((appeal) => !isAppeal(appealNo)(appeal)) };
    return result === 'upheld' ? upheld(decided, against, occurredAt) : decided;
  },
};

/** What an appeal that is upheld sets aside. */
function upheld(facts: Facts, against: Appealable, at: Instant): Facts {
  switch (against) {
    case 'clearance':
    case 'assurance':
    case 'relocation':
    case 'exit': {
      const { refused } = facts;
      if (refused?.of !== against) return facts;
      const { of: _decision, ...before } = refused;
      return { ...facts, ...before, refused: undefined };
    }
    case 'risk': {
      const { [countryOfOrigin]: found, ...others } = facts.risks;
      const isLater = found !== undefined && found.at > at;
      return { ...facts, risks: isLater ? facts.risks : others, riskSetAsideAt: at };
    }
    case 'closing':
      return reopensAfterAppeal(facts) === undefined
        ? facts
        : {
            ...facts,
            outcome: undefined,
            missing: undefined,
            monitoring: facts.monitoring && { ...facts.monitoring, alertAt: at },
          };
    case 'other':
      return facts;
  }
}

/** Whether an appeal has this number; two numbers are the same when their identity form is. */
export const isAppeal = (appealNo: string) => hasNumber('appealNo', appealNo);

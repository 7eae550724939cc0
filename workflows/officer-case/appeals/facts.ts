import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import type { Appealable } from '../code-lists.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';
import { reopensAfterAppeal } from '../monitoring/guards.js';
import { countryOfOrigin } from '../registers/countries.js';
import type { ReturnTrack } from '../return/facts.js';
import { hasNumber } from '../numbered.js';

export interface AppealFacts {
  /** The appeals that are not decided, in the order of filing. */
  readonly appeals: readonly Appeal[];
  /** The return whose clearance was denied last, for the case that an appeal against it is upheld. */
  readonly deniedReturn?: ReturnTrack | undefined;
}

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
      return facts.deniedReturn === undefined
        ? facts
        : { ...facts, return: facts.deniedReturn, deniedReturn: undefined };
    case 'risk': {
      const { [countryOfOrigin]: _setAside, ...risks } = facts.risks;
      return { ...facts, risks };
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
    case 'assurance':
    case 'relocation':
    case 'exit':
    case 'other':
      return facts;
  }
}

/** Whether an appeal has this number; two numbers are the same when their identity form is. */
export const isAppeal = (appealNo: string) => hasNumber('appealNo', appealNo);

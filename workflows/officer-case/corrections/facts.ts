import type { FactsByEvent } from '@safeconduct/workflow';
import { dated, withOneMore, type Dated } from '../dated.js';
import type { EventData, Events } from '../events.js';
import type { Facts } from '../facts.js';
import { isAdult } from '../field.js';
import { endReturn } from '../return/facts.js';
import { hasNumber } from '../numbered.js';

export interface CorrectionFacts {
  /** The corrections that are requested and not decided, the oldest first. */
  readonly corrections: readonly Correction[];
}

export type Correction = Dated<'CorrectionRequested'> & { readonly by: string };

export const initialCorrectionFacts: CorrectionFacts = { corrections: [] };

export const correctionFacts: FactsByEvent<Facts, Events> = {
  CorrectionRequested: (facts, data, event) => ({
    ...facts,
    corrections: withOneMore(facts.corrections, { ...dated(data, event), by: event.actor.id }),
  }),
  DataCorrected: (facts, { correctionNo, field, ...particulars }, event) => {
    const changed = { ...decided(facts, correctionNo), ...particulars };
    if (field === 'death' && facts.outcome === 'DECEASED')
      return {
        ...{ ...changed, death: undefined, outcome: undefined },
        monitoring: facts.monitoring && { ...facts.monitoring, alertAt: event.occurredAt },
      };
    return particulars.adult
      ? changed
      : { ...endReturn(changed, event), relocation: undefined, refused: undefined };
  },
  CorrectionRejected: (facts, { correctionNo }) => decided(facts, correctionNo),
};

const decided = (facts: Facts, correctionNo: string): Facts => ({
  ...facts,
  corrections: facts.corrections.filter((correction) => !isCorrection(correctionNo)(correction)),
});

/** Whether a correction has this number; two numbers are the same when their identity form is. */
export const isCorrection = (correctionNo: string) => hasNumber('correctionNo', correctionNo);

/** The particulars with the claimed value in its place. Whether the person is of age follows from the date of birth. */
export function corrected(facts: Facts, correctionNo: string): EventData<'DataCorrected'> {
  const { field = 'death', claimed = '' } = facts.corrections.find(isCorrection(correctionNo)) ?? {};
  const { nameArabic, nameLatin, birthDate, rank, unit, language, crossedAt, adult } = facts;
  const particulars = {
    ...{ nameArabic, nameLatin, birthDate, language },
    ...(rank !== undefined && { rank }),
    ...(unit !== undefined && { unit }),
    ...(field === 'death' ? {} : { [field]: claimed }),
  };
  return {
    ...{ correctionNo, field, ...particulars },
    adult: field === 'birthDate' ? isAdult(claimed, crossedAt) : adult,
  };
}

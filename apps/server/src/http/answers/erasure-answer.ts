import type { ErasureCertificate } from '@safeconduct/contracts';
import type { ErasureCertificate as FoundCertificate } from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';
import { erasureWords } from '../../texts/erasure-words.js';
import { historyEventAnswer } from './case-answers.js';

/** A certificate as it is answered, and as it is kept in a file. */
export function erasureAnswer(
  { caseId, reference, workflow, fact, factHash, keys, sealed }: FoundCertificate,
  { log, language }: { readonly log: string; readonly language: Language },
): ErasureCertificate {
  return {
    form: 'safeconduct-erasure-1',
    ...{ log, caseId, reference, workflow },
    status: keys === undefined ? 'pending' : 'destroyed',
    decision: historyEventAnswer(fact),
    decisionHash: factHash,
    destruction:
      keys === undefined
        ? null
        : {
            ...{ keyId: keys.keyId, destroyedAt: keys.destroyedAt, hash: keys.hash },
            eventId: keys.recorded.eventId,
            position: String(keys.recorded.position),
            recordedAt: keys.recorded.recordedAt,
          },
    sealed: Array.from(sealed, ([dataClass, parts]) => ({ class: dataClass, parts })),
    verification: [...erasureWords[language].verification(caseId)],
  };
}

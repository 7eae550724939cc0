import { days, plus, type Instant } from '@safeconduct/workflow';
import type { assuranceCommands } from '../commands.js';
import { criteria, type Criterion } from '../../code-lists.js';
import { hash, passed, sealed, type SamplesOf } from '../../testing/sample.js';

/** Every criterion with the same finding. */
export const each = <Finding>(finding: Finding) =>
  Object.fromEntries(criteria.map((criterion) => [criterion, finding])) as Record<Criterion, Finding>;

const authority = 'SY_TRANSITIONAL_ADMINISTRATION' as const;

const instrument = (validUntil: Instant) => ({
  instrumentNo: 'ASR-1',
  instrumentType: 'noteVerbale' as const,
  issuer: authority,
  validUntil: validUntil.slice(0, 10),
  instrumentHash: hash('c'),
});

export const assuranceSamples: SamplesOf<typeof assuranceCommands> = {
  OpenAssuranceRoute: {
    by: 'co-1',
    inputs: () => [{ fears: sealed('fears'), wantedAssurance: sealed('wish') }],
  },
  GiveDisclosureConsent: { by: 'co-1', inputs: () => [{ authority, items: ['name', 'rank'] }] },
  AcceptAssurance: { by: 'co-1', inputs: () => [{ statement: sealed('statement'), counselOffered: true }] },
  DeclineAssurance: { by: 'co-1', inputs: () => [{}, { statement: sealed('statement') }] },
  CloseAssuranceRoute: { by: 'co-1', inputs: () => [{ statement: sealed('statement') }] },
  RequestAssurance: {
    by: 'lia-1',
    confirmedBy: 'sup-1',
    inputs: () => [
      { authority, noteNo: 'NV-1', channel: 'note verbale', anonymous: false },
      { authority, noteNo: 'NV-2', channel: 'note verbale', anonymous: true },
    ],
  },
  RecordAssurance: {
    by: 'lia-1',
    inputs: (at) => [
      instrument(plus(at, days(120))),
      {
        ...instrument(plus(at, days(2))),
        ...{
          scope: ['arrest', 'prosecution'],
          carveOuts: sealed('carve-outs'),
          monitoring: sealed('visits'),
        },
      },
    ],
  },
  RecordRefusal: { by: 'lia-1', inputs: () => [{ replyNo: 'REF-1' }] },
  AssessAssurance: {
    by: 'pro-1',
    confirmedBy: 'law-1',
    inputs: () => [
      { verdict: 'adequate', criteria: each({ answer: 'yes' }) },
      { verdict: 'clarify', criteria: each({ answer: 'unknown' }) },
      { verdict: 'inadequate', criteria: each({ answer: 'no', evidence: 'E-1', note: sealed('note') }) },
    ],
  },
  MarkAssuranceOverdue: passed('assuranceChase'),
  MarkAssuranceReviewDue: passed('assuranceReview'),
  ExpireAssurance: passed('assuranceValidity'),
};

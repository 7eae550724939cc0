import { days, plus, type Instant } from '@safeconduct/workflow';
import type { assuranceCommands } from '../commands.js';
import { criteriaCount } from '../../code-lists.js';
import { hash, passed, sealed, type SamplesOf } from '../../testing/sample.js';

const all = (answer: 'yes' | 'unknown') => Array.from({ length: criteriaCount }, () => answer);

const instrument = (validUntil: Instant) => ({
  instrumentNo: 'ASR-1',
  instrumentType: 'noteVerbale',
  issuer: 'SY',
  validUntil: validUntil.slice(0, 10),
  instrumentHash: hash('c'),
});

export const assuranceSamples: SamplesOf<typeof assuranceCommands> = {
  OpenAssuranceRoute: {
    by: 'co-1',
    inputs: () => [{ fears: sealed('fears'), wantedAssurance: sealed('wish') }],
  },
  GiveDisclosureConsent: { by: 'co-1', inputs: () => [{ authority: 'SY', items: ['name', 'rank'] }] },
  AcceptAssurance: { by: 'co-1', inputs: () => [{ statement: sealed('statement'), counselOffered: true }] },
  DeclineAssurance: { by: 'co-1', inputs: () => [{}, { statement: sealed('statement') }] },
  CloseAssuranceRoute: { by: 'co-1', inputs: () => [{ statement: sealed('statement') }] },
  RequestAssurance: {
    by: 'lia-1',
    confirmedBy: 'sup-1',
    inputs: () => [
      { authority: 'SY', noteNo: 'NV-1', channel: 'note verbale', anonymous: false },
      { authority: 'SY', noteNo: 'NV-2', channel: 'note verbale', anonymous: true },
    ],
  },
  RecordAssurance: {
    by: 'lia-1',
    inputs: (at) => [instrument(plus(at, days(120))), instrument(plus(at, days(2)))],
  },
  RecordRefusal: { by: 'lia-1', inputs: () => [{ replyNo: 'REF-1' }] },
  AssessAssurance: {
    by: 'pro-1',
    confirmedBy: 'leg-1',
    inputs: () => [
      { verdict: 'adequate', criteria: all('yes') },
      { verdict: 'clarify', criteria: all('unknown') },
      { verdict: 'inadequate', criteria: all('unknown') },
    ],
  },
  MarkAssuranceOverdue: passed('assuranceChase'),
  MarkAssuranceReviewDue: passed('assuranceReview'),
  ExpireAssurance: passed('assuranceValidity'),
};

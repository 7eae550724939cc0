import { days, plus } from '@safeconduct/workflow';
import type { relocationCommands } from '../commands.js';
import { hash, passed, sealed, type SamplesOf } from '../../testing/sample.js';

export const relocationSamples: SamplesOf<typeof relocationCommands> = {
  OpenRelocation: {
    by: 'rel-1',
    inputs: () => [{ countries: ['OM', 'DE'], channel: 'BILATERAL', reason: 'thirdCountry' }],
  },
  AssessRelocation: {
    by: 'rel-1',
    confirmedBy: 'pro-1',
    inputs: () => [
      { outcome: 'eligible', reasons: sealed('reasons') },
      { outcome: 'ineligible', reasons: sealed('reasons') },
      { outcome: 'excluded', reasons: sealed('reasons') },
    ],
  },
  GiveRelocationConsent: { by: 'rel-1', inputs: () => [{ country: 'OM', declarationNo: 'RD-1' }] },
  SubmitToCountry: {
    by: 'rel-1',
    confirmedBy: 'sup-1',
    inputs: () => [{ country: 'OM', packageHash: hash('d') }],
  },
  RecordDenial: { by: 'rel-1', inputs: () => [{ country: 'OM', decisionNo: 'N-1' }] },
  RecordAcceptance: {
    by: 'rel-1',
    inputs: (at) => [
      { country: 'OM', decisionNo: 'Y-1', validUntil: plus(at, days(180)).slice(0, 10) },
      { country: 'OM', decisionNo: 'Y-2', validUntil: plus(at, days(2)) },
    ],
  },
  RecordInterview: { by: 'rel-1', inputs: () => [{ mission: 'OM-M-1', interpreterId: 'int-1' }] },
  RecordDeferral: { by: 'rel-1', inputs: () => [{ country: 'OM', question: sealed('question') }] },
  RecordSplitDecision: {
    by: 'rel-1',
    inputs: (at) => [
      {
        ...{ country: 'OM', decisionNo: 'S-1', ownDecision: 'accepted' },
        validUntil: plus(at, days(180)).slice(0, 10),
        members: [{ relative: sealed('relative'), decision: 'denied' }],
      },
      {
        ...{ country: 'OM', decisionNo: 'S-2', ownDecision: 'denied' },
        members: [{ relative: sealed('relative'), decision: 'accepted' }],
      },
    ],
  },
  ResolveSplit: {
    by: 'rel-1',
    inputs: () => [
      { choice: 'separate', statement: sealed('statement') },
      { choice: 'together', statement: sealed('statement') },
    ],
  },
  RevokeAcceptance: { by: 'rel-1', inputs: () => [{ country: 'OM', letterNo: 'L-9' }] },
  RecordRefusalAtDestination: {
    by: 'rel-1',
    inputs: () => [
      { report: sealed('report'), admissionStands: false },
      { report: sealed('report'), admissionStands: true },
    ],
  },
  CloseRelocation: { by: 'sup-1', inputs: () => [{ reason: sealed('reason'), personHeard: true }] },
  RequestExit: { by: 'rel-1', inputs: () => [{ listNo: 'L-1' }] },
  GrantExit: {
    by: 'aut-1',
    inputs: (at) => [
      { permitNo: 'X-1', validUntil: plus(at, days(60)) },
      { permitNo: 'X-2', validUntil: plus(at, days(1)) },
    ],
  },
  RefuseExit: {
    by: 'aut-1',
    inputs: () => [{ decisionNo: 'D-3', reasons: sealed('reasons'), remedy: sealed('remedy') }],
  },
  CompletePreDeparture: {
    by: 'rel-1',
    confirmedBy: 'med-1',
    inputs: () => [{ medicalRef: sealed('certificate'), documentNo: sealed('document') }],
  },
  ConfirmDeparture: { by: 'brd-1', inputs: () => [{ carrier: 'IQ-1' }] },
  ConfirmArrival: { by: 'rel-1', inputs: () => [{ receiptNo: 'AR-1' }] },
  WithdrawRelocation: { by: 'med-1', inputs: () => [{ statement: sealed('statement') }] },
  ExpireRelocationValidity: passed('relocationValidity'),
};

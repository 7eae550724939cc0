import type { custodyCommands } from '../commands.js';
import { sealed, type SamplesOf } from '../../testing/sample.js';

const review = (outcome: 'continue' | 'release' | 'relax') => ({
  ...{ reviewNo: 'CR-1', outcome, grounds: sealed('grounds') },
  ...{ personHeard: true as const, counselPresent: false },
});

export const custodySamples: SamplesOf<typeof custodyCommands> = {
  TransferFacility: {
    by: 'sup-1',
    inputs: () => [
      { facility: 'RUTBA', orderNo: 'O-2' },
      { facility: 'QAIM', orderNo: 'O-3' },
    ],
  },
  HoldCounselling: {
    by: 'pro-2',
    inputs: () => [
      { sessionNo: 'C-1', interpreterId: 'int-1', packVersion: 'SY-1', counselOffered: true },
      { sessionNo: 'C-2', interpreterId: 'int-1', packVersion: 'SY-1', counselOffered: false },
    ],
  },
  StateIntention: {
    by: 'co-1',
    inputs: () => [{ intention: 'return' }, { intention: 'refuse', statement: sealed('statement') }],
  },
  AssessRisk: {
    by: 'pro-2',
    inputs: () => [
      { destination: 'SY', outcome: 'NO_SUBSTANTIAL_GROUNDS', coiVersion: 'SY-1', reasonsRef: 'RA-1' },
      { destination: 'SY', outcome: 'INSUFFICIENT_INFO', coiVersion: 'SY-1', reasonsRef: 'RA-2' },
      { destination: 'SY', outcome: 'REAL_RISK', coiVersion: 'SY-1', reasonsRef: 'RA-3' },
      { destination: 'OM', outcome: 'REAL_RISK', coiVersion: 'OM-1', reasonsRef: 'RA-4' },
    ],
  },
  ReviewCustody: {
    by: 'sup-1',
    confirmedBy: 'pro-2',
    inputs: () => [review('continue'), review('release'), review('relax')],
  },
  RecordIcrcAccess: {
    by: 'co-1',
    inputs: () => [{ facility: 'QAIM', icrcNo: 'ICRC-1' }, { facility: 'QAIM' }],
  },
  DenyRoute: {
    by: 'aut-1',
    inputs: () => [
      { route: 'return', decisionNo: 'D-9', reasons: sealed('reasons'), remedy: sealed('remedy') },
    ],
  },
  RenewStay: {
    by: 'aut-1',
    confirmedBy: 'sup-1',
    inputs: () => [{ permitNo: 'P-3', validUntil: '2027-12-31', conditions: sealed('conditions') }],
  },
  GrantStay: {
    by: 'aut-1',
    confirmedBy: 'sup-1',
    inputs: () => [
      { permitNo: 'P-1', validUntil: '2026-12-31' },
      { permitNo: 'P-2', validUntil: '2026-12-31T12:00:00+03:00', conditions: sealed('conditions') },
    ],
  },
};

import { hours, plus } from '@safeconduct/workflow';
import type { returnCommands } from '../commands.js';
import { hash, passed, sealed, type SamplesOf } from '../../testing/sample.js';

export const returnSamples: SamplesOf<typeof returnCommands> = {
  RequestReturn: { by: 'co-1', inputs: () => [{}, { wishedDate: '2025-06-01' }] },
  GiveReturnConsent: {
    by: 'co-1',
    inputs: () => [
      {
        formNo: 'VRF-1',
        formVersion: '1',
        formHash: hash('a'),
        witness: sealed('witness'),
        interpreterId: 'int-1',
        rightToWithdrawRead: true,
      },
    ],
  },
  VerifyVoluntariness: {
    by: 'pro-1',
    inputs: () => [{ interviewNo: 'V-1', private: true, pressureFound: false }],
  },
  DoubtVoluntariness: { by: 'pro-1', inputs: () => [{ interviewNo: 'V-2', reasons: sealed('reasons') }] },
  ClearReturn: { by: 'aut-1', inputs: () => [{ decisionNo: 'D-1' }] },
  DenyClearance: {
    by: 'aut-1',
    inputs: () => [{ decisionNo: 'D-2', reasons: sealed('reasons'), remedy: sealed('remedy') }],
  },
  ConfirmReception: {
    by: 'lia-1',
    inputs: () => [{ authority: 'SY_TRANSITIONAL_ADMINISTRATION', acceptanceRef: 'ACC-1' }],
  },
  RefuseReception: { by: 'lia-1', inputs: () => [{ message: sealed('message') }] },
  AddToManifest: {
    by: 'co-1',
    confirmedBy: 'sup-1',
    inputs: () => [{ manifestNo: 'M-1', seatNo: '1' }, { manifestNo: 'M-2' }],
  },
  RemoveFromManifest: { by: 'co-1', inputs: () => [{ reason: sealed('reason') }] },
  StartMovement: { by: 'brd-1', inputs: (at) => [{ reconfirmedAt: plus(at, -hours(0.5)) }] },
  AbortMovement: {
    by: 'brd-1',
    inputs: () => [
      { reason: 'closedCrossing' },
      { reason: 'risk', details: sealed('details') },
      { reason: 'consent' },
    ],
  },
  ConfirmBroughtBack: { by: 'brd-1', inputs: () => [{ facility: 'QAIM' }] },
  ConfirmHandover: {
    by: 'brd-1',
    inputs: () => [
      {
        listNo: 'H-1',
        receivingOfficer: sealed('officer'),
        crossingPoint: 'AL_QAIM',
        signatureHash: hash('b'),
      },
    ],
  },
  WithdrawConsent: {
    by: 'med-1',
    inputs: () => [{ statement: sealed('statement'), heardBy: sealed('hearer') }],
  },
  ExpireReturnConsent: passed('returnConsent'),
};

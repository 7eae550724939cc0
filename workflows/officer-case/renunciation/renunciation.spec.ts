import { describe, expect, it } from '@jest/globals';
import { days, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { send, sendAll, type Steps } from '../testing/case-run.js';
import { at } from '../testing/state-paths.js';

const open: Steps = [
  ['OpenRelocation', { input: { countries: ['DE'], channel: 'UNHCR', reason: 'thirdCountry' } }],
];

describe('a renunciation', () => {
  it('is needed for resettlement through UNHCR, with RENUNCIATION_NOT_VERIFIED', () => {
    const referred = sendAll(open, at('camped.settled'));
    expect(send(referred, 'AssessRelocation').answer).toMatchObject({
      refusal: { refusals: [{ guard: 'G-REN', code: 'RENUNCIATION_NOT_VERIFIED' }] },
    });
    const renounced = sendAll(['DeclareRenunciation', 'VerifyRenunciation'], referred);
    expect(sendAll(['AssessRelocation'], renounced).folded?.state).toBe('relocating.assessed');
  });

  it('that is not verified keeps the person from it, who can still be found not eligible', () => {
    const referred = sendAll(open, at('camped.settled'));
    const doubted = sendAll(['DeclareRenunciation', ['VerifyRenunciation', { variant: 1 }]], referred);
    expect(send(doubted, 'AssessRelocation').answer.accepted).toBe(false);
    expect(sendAll([['AssessRelocation', { variant: 1 }]], doubted).folded?.state).toBe('camped.settled');
  });

  it('is observed for 90 days, which is its date, and again after a new declaration', () => {
    const declared = sendAll(['DeclareRenunciation'], at('camped.settled'));
    const due = (run: typeof declared) => run.folded && officerCase.dueDates(run.folded)['renunciation'];
    expect(due(declared)).toBe(plus(declared.now, days(90)));
    const early = { at: plus(declared.now, days(89)) };
    expect(send(declared, 'VerifyRenunciation', early).answer).toMatchObject({
      refusal: { refusals: [{ code: 'OBSERVATION_RUNNING' }] },
    });
    const verified = sendAll(['VerifyRenunciation'], declared);
    expect(due(verified)).toBeUndefined();
    const again = sendAll(['DeclareRenunciation'], verified);
    expect(due(again)).toBe(plus(again.now, days(90)));
  });
});

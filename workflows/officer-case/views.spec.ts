import { describe, expect, it } from '@jest/globals';
import { invariants } from './invariants.js';
import { send, sendAll } from './testing/case-run.js';
import { afterwards } from './testing/given.js';
import { at } from './testing/state-paths.js';

describe('the view of irregularities', () => {
  it('names a crossing against the rules, which breaks no rule of the system', () => {
    const crossed = send(at('camped.settled'), 'RecordIrregularCrossing', { variant: 1 }).run;
    expect(afterwards(crossed).rows('irregularities')).toEqual([
      {
        ...{ happenedAt: (crossed.log.at(-1)?.data as { crossedAt: string }).crossedAt, ground: null },
        ...{ irregularity: 'crossedIrregularly', crossingPoint: 'AL_QAIM', reliability: 'probable' },
      },
    ]);
    const events = crossed.log.map(({ after: { state }, ...event }) => ({ ...event, state }));
    for (const { broken } of invariants) expect(broken({ events, refusals: [] })).toBeUndefined();
  });

  it('names each dispute about a handover, and no handover that nobody disputes', () => {
    expect(afterwards(at('returned.monitoring')).rows('irregularities')).toEqual([]);
    const disputed = sendAll(['ContestHandover', 'WithdrawConsent'], at('returned.monitoring'));
    expect(afterwards(disputed).rows('irregularities')).toMatchObject([
      { irregularity: 'handoverDisputed', ground: 'listsDisagree' },
      { irregularity: 'handoverDisputed', ground: 'consentWithdrawn' },
    ]);
  });
});

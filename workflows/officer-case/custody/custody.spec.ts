import { describe, expect, it } from '@jest/globals';
import { days, hours, plus, type Folded } from '@safeconduct/workflow';
import { send, sendAll } from '../testing/case-run.js';
import { from } from '../testing/given.js';
import { at, leaves } from '../testing/state-paths.js';
import type { Facts } from '../facts.js';
import { officerCase } from '../index.js';

const found = (destination: string, outcome: string) => ({
  input: { destination, outcome, coiVersion: 'COI-2', reasonsRef: 'RA-9' },
});

describe('a finding of risk', () => {
  it('needs no counselling when it finds a risk or too little information', () => {
    for (const outcome of ['REAL_RISK', 'INSUFFICIENT_INFO'] as const) {
      expect(send(at('entered.screened'), 'AssessRisk', found('SY', outcome)).answer.accepted).toBe(true);
    }
    expect(
      send(at('entered.screened'), 'AssessRisk', found('SY', 'NO_SUBSTANTIAL_GROUNDS')).answer,
    ).toMatchObject({ refusal: { refusals: [{ guard: 'G-COUNSEL-RISK', code: 'NOT_COUNSELLED' }] } });
  });

  it('ends a return at every step when counselling is old, and the country is that of origin', () => {
    for (const leaf of leaves.filter((one) => one.includes('.returning.'))) {
      const late = { at: plus(at(leaf).now, days(31)) };
      const counselledLongAgo = at(leaf);
      const there = send(counselledLongAgo, 'AssessRisk', { ...found('SY', 'REAL_RISK'), ...late }).run;
      expect([leaf, there.folded?.state.includes('.returning.')]).toEqual([leaf, false]);
      const elsewhere = send(counselledLongAgo, 'AssessRisk', found('OM', 'REAL_RISK')).run;
      expect(elsewhere.folded?.state).toBe(leaf);
    }
  });

  it('is kept once for each country, and stands until a newer one', () => {
    const both = sendAll(
      [
        ['AssessRisk', found('OM', 'INSUFFICIENT_INFO')],
        ['AssessRisk', found('SY', 'INSUFFICIENT_INFO')],
        ['AssessRisk', found('OM', 'REAL_RISK')],
      ],
      at('camped.settled'),
    );
    expect(both.folded?.facts.risks).toMatchObject({
      SY: { outcome: 'INSUFFICIENT_INFO' },
      OM: { outcome: 'REAL_RISK' },
    });
  });

  it('names a country of the register', () => {
    from('camped.settled')
      .when(
        'AssessRisk',
        { destination: 'XX', outcome: 'REAL_RISK', coiVersion: '1', reasonsRef: 'R' } as never,
        { by: 'pro-1' },
      )
      .thenRefused('COMMAND_INVALID');
  });
});

describe('the facts that are free of order', () => {
  it('are the newest by the time at which they happened, whatever was entered last', () => {
    const { folded, now } = sendAll(
      [
        'HoldCounselling',
        'StateIntention',
        'AssignOfficer',
        ['AssessRisk', found('SY', 'INSUFFICIENT_INFO')],
      ],
      at('camped.settled'),
    );
    const facts = { destination: 'SY', outcome: 'NO_SUBSTANTIAL_GROUNDS', coiVersion: '0', reasonsRef: 'R' };
    const session = { sessionNo: 'C', interpreterId: 'int-1', packVersion: '0', counselOffered: false };
    const moment = { occurredAt: plus(now, -hours(30)), actor: { id: 'pro-1', role: 'protection' } };
    const late = [
      { type: 'CounsellingHeld', data: session },
      { type: 'IntentionStated', data: { intention: 'stay' } },
      { type: 'RiskAssessed', data: facts },
      { type: 'CaseReassigned', data: { officer: 'co-8', previousOfficer: 'co-7' } },
    ].reduce<Folded<Facts> | undefined>(
      (before, fact) => officerCase.fold.step(before, { ...fact, ...moment }) as Folded<Facts> | undefined,
      folded,
    );
    expect(late?.facts).toEqual(folded?.facts);
  });
});

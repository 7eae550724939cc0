import { describe, expect, it } from '@jest/globals';
import { days, plus } from '@safeconduct/workflow';
import { officerCase } from '../index.js';
import { send, sendAll, type CaseRun, type Sending, type Steps } from '../testing/case-run.js';
import type { CommandName } from '../testing/samples.js';
import { at, leaves } from '../testing/state-paths.js';

const request = (field: string, claimed: string, by = 'leg-1'): readonly [CommandName, Sending] => [
  'RequestCorrection',
  { by, input: { correctionNo: 'CR-1', field, claimed, proof: 'P-1' } },
];
const due = ({ folded }: CaseRun) => folded && officerCase.dueDates(folded)['correction'];
const child = [request('birthDate', '2010'), 'ApproveCorrection'] as const;

describe('a correction', () => {
  it.each(leaves)('is requested in %s, changes nothing, and is decided within fifteen days', (leaf) => {
    const requested = sendAll([request('rank', 'Major')], at(leaf));
    expect(requested.folded?.facts.rank).toBe(at(leaf).folded?.facts.rank);
    expect(due(requested)).toBe(plus(requested.now, days(15)));
    const corrected = sendAll(['ApproveCorrection'], requested);
    expect([corrected.folded?.state, corrected.folded?.facts.rank, due(corrected)]).toEqual([
      ...[leaf, 'Major', undefined],
    ]);
  });

  it('is listed by when it was asked for, whichever was entered first', () => {
    const requested = sendAll([request('unit', 'U')], at('camped.settled'));
    const input = { correctionNo: 'CR-0', field: 'rank', claimed: 'Major', proof: 'P-0' };
    const both = sendAll([['RequestCorrection', { input, at: plus(requested.now, -days(1)) }]], requested);
    expect(both.folded?.facts.corrections.map(({ correctionNo }) => correctionNo)).toEqual(['CR-0', 'CR-1']);
  });

  it('is not decided by whoever asked for it, with DECIDES_ON_OWN_REQUEST', () => {
    const own = sendAll([request('unit', 'U', 'sup-1')], at('camped.settled'));
    for (const name of ['ApproveCorrection', 'RejectCorrection'] as const)
      expect(JSON.stringify(send(own, name).answer)).toContain('DECIDES_ON_OWN_REQUEST');
    expect(send(own, 'ApproveCorrection', { by: 'sup-2' }).answer.accepted).toBe(true);
  });

  it('that is rejected leaves the value, and keeps what the person says to it', () => {
    const rejected = sendAll(
      [request('unit', 'U'), ['RejectCorrection', { variant: 1 }]],
      at('camped.settled'),
    );
    expect(rejected.folded?.facts.unit).toBe(at('camped.settled').folded?.facts.unit);
    expect(rejected.log.at(-1)?.data).toHaveProperty('disagreement');
  });

  it('of a name is the name by which the case is found', () => {
    const corrected = sendAll(
      [request('nameLatin', 'Salim Haddad'), 'ApproveCorrection'],
      at('camped.settled'),
    );
    const { type, data } = corrected.log.at(-1) ?? {};
    expect(officerCase.subject(type ?? '', data)).toMatchObject({ latin: 'Salim Haddad' });
  });

  it('of a date of birth has to be one', () => {
    for (const claimed of ['long ago', '1979-13-01', '79'])
      expect(
        send(at('camped.settled'), 'RequestCorrection', request('birthDate', claimed)[1]).answer,
      ).toEqual({
        ...{ accepted: false, invalid: true },
      });
  });
});

describe('a correction after which the person may be a child', () => {
  it.each(leaves.filter((leaf) => /returning\.|^relocating\.(?!inTransit)/.test(leaf)))(
    'ends what was under way in %s',
    (leaf) => {
      const { folded } = sendAll(child, at(leaf));
      expect(folded?.state).toMatch(/^(camped\.settled|pendingAssurance\.effective)$/);
      expect(folded?.facts).toMatchObject({ adult: false, birthDate: '2010' });
    },
  );

  it('lets no other departure begin', () => {
    const run = sendAll(child, at('camped.settled'));
    for (const name of ['RequestReturn', 'OpenAssuranceRoute', 'OpenRelocation'] as const)
      expect(JSON.stringify(send(run, name).answer)).toContain('NOT_CERTAINLY_ADULT');
  });
});

describe('a death that was a mistake of identity', () => {
  it.each([
    ['camped.returning.cleared', 'camped.settled'],
    ['returned.monitoring', 'returned.alert'],
  ] as const)('opens a case that was in %s again in %s', (leaf, to) => {
    const steps: Steps = ['RecordDeath', ['RequestCorrection', { variant: 1 }], 'ApproveCorrection'];
    const { folded } = sendAll(steps, at(leaf));
    expect([folded?.state, folded?.facts.outcome, folded?.facts.death]).toEqual([to, undefined, undefined]);
  });
});

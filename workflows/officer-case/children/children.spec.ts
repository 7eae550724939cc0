import { describe, expect, it } from '@jest/globals';
import { hours, plus, type Folded } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { officerCase } from '../index.js';
import { send, sendAll, start, type CaseRun, type Steps } from '../testing/case-run.js';
import { from } from '../testing/given.js';
import { sealed } from '../testing/sample.js';
import { samples } from '../testing/samples.js';
import { at, leaves } from '../testing/state-paths.js';

const [registration] = samples.RegisterEntry.inputs(start.now);
const registered = (birthDate: string): CaseRun =>
  send(start, 'RegisterEntry', { input: { ...(registration as object), birthDate } }).run;
const stateAfter = (steps: Steps, run: CaseRun) => sendAll(steps, run).folded?.state;
const inHost = leaves.filter(
  (leaf) =>
    !/^(returned|resolved)/.test(leaf) && leaf !== 'relocating.inTransit' && leaf !== 'entered.childTrack',
);

describe('a person who may be a child', () => {
  it('is held apart from the registration on, when the date of birth leaves it open', () => {
    const child = registered('2007');
    expect(child.log.map(({ type }) => type)).toEqual(['EntryRegistered', 'AgeDisputeRaised']);
    expect(child.folded).toMatchObject({ state: 'entered.childTrack', facts: { adult: false } });
    expect(registered('2006').folded?.state).toBe('entered.intake');
  });

  it('is neither screened nor placed, with WRONG_STATE', () => {
    for (const name of ['CompleteScreening', 'PlaceInFacility', 'ReferCivilian'] as const) {
      expect(send(registered('2007'), name).answer).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
    }
  });

  it('gets rights, surrender and identity recorded like everybody', () => {
    expect(stateAfter(['RecordSurrender', 'DeliverRights', 'RecordIdentity'], registered('2007'))).toBe(
      'entered.childTrack',
    );
  });

  it('is held apart when the doubt comes up at the intake or after the screening', () => {
    for (const leaf of ['entered.intake', 'entered.screened'] as const) {
      expect(stateAfter(['RaiseAgeDispute'], at(leaf))).toBe('entered.childTrack');
    }
  });

  it.each(inHost)('is a doubt that may be raised in %s, and ends there with a transfer', (leaf) => {
    const disputed = sendAll(['RaiseAgeDispute'], at(leaf));
    expect(disputed.folded?.state).toBe(leaf.startsWith('entered') ? 'entered.childTrack' : leaf);
    const transferred = sendAll(['TransferToChildProtection'], disputed);
    expect(transferred.folded).toMatchObject({
      state: 'resolved',
      facts: { outcome: 'TRANSFERRED_CHILD_PROTECTION' },
    });
  });

  it('goes no step further while the doubt stands, however far the procedure was', () => {
    for (const [leaf, name] of [
      ['camped.settled', 'RequestReturn'],
      ['camped.settled', 'OpenRelocation'],
      ['camped.settled', 'TransferFacility'],
      ['camped.returning.verified', 'ClearReturn'],
      ['camped.returning.cleared', 'AddToManifest'],
      ['camped.returning.manifested', 'StartMovement'],
      ['camped.returning.inTransit', 'ConfirmHandover'],
      ['relocating.accepted', 'RequestExit'],
      ['relocating.ready', 'ConfirmDeparture'],
    ] as const) {
      const { answer } = send(sendAll(['RaiseAgeDispute'], at(leaf)), name);
      expect([name, 'refusal' in answer && answer.refusal.code]).toEqual([name, 'COMMAND_REFUSED']);
    }
  });

  it('is not counted twice by a dispute that is entered after the determination it came before', () => {
    const found = sendAll(['RaiseAgeDispute', 'DetermineAge'], at('camped.settled'));
    const late = officerCase.fold.step(found.folded, {
      ...{ type: 'AgeDisputeRaised', data: { basis: 'document' } },
      ...{ occurredAt: plus(found.now, -hours(1)), actor: { id: 'med-1', role: 'medical' } },
    }) as Folded<Facts>;
    expect(late.facts.asChild).toBeUndefined();
  });
});

describe('the determination of an age', () => {
  it('sends an adult back to the intake, and opens the procedure again elsewhere', () => {
    expect(stateAfter(['DetermineAge'], at('entered.childTrack'))).toBe('entered.intake');
    expect(stateAfter(['RaiseAgeDispute', 'DetermineAge', 'RequestReturn'], at('camped.settled'))).toBe(
      'camped.returning.requested',
    );
  });

  it('leaves a child where they are, treated as one', () => {
    const found = sendAll([['DetermineAge', { variant: 1 }]], at('entered.childTrack'));
    expect(found.folded).toMatchObject({
      state: 'entered.childTrack',
      facts: { adult: false, asChild: { determined: true } },
    });
  });

  it('of a child counts from the first doubt, also one that is entered after it', () => {
    const disputed = sendAll(['RaiseAgeDispute'], at('camped.settled'));
    const found = sendAll([['DetermineAge', { variant: 1 }]], disputed);
    const earlier = plus(disputed.now, -hours(9));
    const late = sendAll([['RaiseAgeDispute', { at: earlier }]], found);
    expect(late.folded?.facts.asChild).toEqual({ at: earlier, determined: true });
    const adult = sendAll(['DetermineAge', ['RaiseAgeDispute', { at: earlier }]], disputed);
    expect(adult.folded?.facts.asChild).toBeUndefined();
  });

  it('finds no adult while doubt remains, with COMMAND_INVALID', () => {
    from('entered.childTrack')
      .when(
        'DetermineAge',
        { result: 'adult', doubtRemains: true, assessmentNo: 'A', reasons: sealed('reasons') },
        { by: 'cpo-1', confirmedBy: 'med-1' },
      )
      .thenRefused('COMMAND_INVALID');
  });

  it('has a date by which it or the transfer must be done', () => {
    const { folded } = at('entered.childTrack');
    expect(folded && officerCase.dueDates(folded)).toHaveProperty('childProtection');
  });
});

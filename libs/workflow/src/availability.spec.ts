import { describe, expect, it } from '@jest/globals';
import {
  availability,
  defineWorkflow,
  isBySystem,
  statesThatHear,
  type Actor,
  type Command,
  type Folded,
  type Workflow,
} from './index.js';
import { luggage } from './testing/luggage/index.js';

const now = '2025-01-02T00:00:00.000Z';
const clerk: Actor = { id: 'clerk-1', roles: ['clerk'] };

const at = (state: string, facts: object = {}): Folded => ({
  state,
  facts: { filedAt: now, missing: 2, notes: 0, overdue: false, ...facts },
});

describe('availability', () => {
  const told = (folded: Folded, actor?: Actor) =>
    Object.fromEntries(
      availability(luggage, folded, { now, actor }).map(({ command, open, refusal: why }) => [
        command,
        open ? 'open' : why?.code,
      ]),
    );

  it('tells of every command but the opening one whether it is open, or why not', () => {
    expect(told(at('open.searching'))).toEqual({
      TakeNote: 'open',
      TraceBag: 'open',
      PayClaim: 'WRONG_STATE',
      RefuseClaim: 'COMMAND_REFUSED',
      MarkAnswerOverdue: 'open',
    });
  });

  it('says of what is possible whether it is for another role, when the actor is known', () => {
    expect(told(at('open.found', { notes: 1 }), clerk)).toEqual({
      TakeNote: 'open',
      TraceBag: 'open',
      PayClaim: 'open',
      RefuseClaim: 'NOT_PERMITTED',
      MarkAnswerOverdue: 'WRONG_STATE',
    });
  });

  it('leaves out guards that read the form, which nobody has filled in yet', () => {
    const pay = availability(luggage, at('open.found'), { now }).find(
      ({ command }) => command === 'PayClaim',
    );
    expect(pay?.refusal?.refusals).toEqual([{ guard: 'G-NOTED', code: 'NOTE_MISSING', inputs: {} }]);
  });
});
describe('what availability says of a command', () => {
  const payment = (folded: Folded, actor?: Actor) =>
    availability(luggage, folded, { now, actor }).find(({ command }) => command === 'PayClaim');

  it('has each guard: that it holds, with which code it fails, or that it reads the form', () => {
    const limit = { guard: 'G-LIMIT', version: 2, holds: null, code: null, inputs: {} };
    expect(payment(at('open.found'))?.guards).toEqual([
      { guard: 'G-NOTED', version: 1, holds: false, code: 'NOTE_MISSING', inputs: {} },
      limit,
    ]);
    expect(payment(at('open.found', { notes: 2 }))?.guards).toEqual([
      { guard: 'G-NOTED', version: 1, holds: true, code: null, inputs: { notes: 2 } },
      limit,
    ]);
  });

  it('has the guards of what is possible only in another state, too', () => {
    expect(payment(at('open.searching'))).toMatchObject({
      ...{ open: false, possibleHere: false, refusal: { code: 'WRONG_STATE' } },
      guards: [{ holds: false }, { holds: null }],
    });
  });

  it('tells whether the actor may send it apart from whether it is possible', () => {
    const head: Actor = { id: 'head-1', roles: ['head'] };
    expect(payment(at('open.searching'), clerk)).toMatchObject({ permitted: true, possibleHere: false });
    expect(payment(at('open.found'), head)).toMatchObject({ permitted: false, possibleHere: true });
  });

  it('calls open what establishes a fact, and says which of its guards fail', () => {
    const { PayClaim } = luggage.source.commands;
    const establishing = defineWorkflow({
      ...luggage.source,
      commands: { ...luggage.source.commands, PayClaim: { ...PayClaim, establishes: true } },
    } as never) as Workflow;
    const found = availability(establishing, at('open.found'), { now });
    expect(found.find(({ command }) => command === 'PayClaim')).toMatchObject({
      open: true,
      guards: [{ holds: false, code: 'NOTE_MISSING' }, { holds: null }],
    });
  });
});

describe('statesThatHear', () => {
  const heard = (name: string) => statesThatHear(luggage, luggage.commands.get(name) as Command);

  it('are those of the chart; one stands for all states inside it', () => {
    expect(heard('TakeNote')).toEqual(['open', 'closed']);
    expect(heard('PayClaim')).toEqual(['open.found']);
    expect(heard('FileClaim')).toEqual([]);
  });
});

describe('isBySystem', () => {
  it('is what a passed deadline sends', () => {
    expect(isBySystem(luggage, 'MarkAnswerOverdue')).toBe(true);
    expect(isBySystem(luggage, 'TakeNote')).toBe(false);
  });
});

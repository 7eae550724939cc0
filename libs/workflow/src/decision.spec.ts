import { describe, expect, it } from '@jest/globals';
import {
  availability,
  decideCommand,
  openCommands,
  possibleCommands,
  parseInput,
  type Actor,
  type Confirmation,
  type Command,
  type CommandRequest,
  type Folded,
  type Workflow,
} from './index.js';
import { luggage } from './testing/luggage/index.js';

const now = '2025-01-02T00:00:00.000Z';
const clerk: Actor = { id: 'clerk-1', roles: ['clerk'] };
const head: Actor = { id: 'head-1', roles: ['head'] };

const confirmed = (by: Actor): Confirmation<Actor> => ({ by, at: now, contentHash: 'content' });

const at = (state: string, facts: object = {}): Folded => ({
  state,
  facts: { filedAt: now, missing: 2, notes: 0, overdue: false, ...facts },
});
const named = (name: string): Command => luggage.commands.get(name) as Command;

function decide(
  name: string,
  before: Folded | undefined,
  request: Partial<CommandRequest> = {},
  workflow: Workflow = luggage,
) {
  const usual = { command: named(name), input: {}, actor: clerk, contentHash: 'content', now };
  return decideCommand(workflow, before, { ...usual, ...request });
}

const refusal = (name: string, before: Folded | undefined, request: Partial<CommandRequest> = {}) => {
  const decision = decide(name, before, request);
  return decision.accepted ? undefined : decision.refusal;
};

const payment = { input: { amount: 10 }, confirmation: confirmed(head) };

describe('a command that is accepted', () => {
  it('yields events, each with the state and the facts it leads to', () => {
    expect(decide('TakeNote', at('open.found'), { input: { note: 'n' } })).toEqual({
      accepted: true,
      events: [{ type: 'NoteTaken', data: { note: 'n' }, after: at('open.found', { notes: 1 }) }],
      transcript: [],
      persons: { actor: { id: 'clerk-1', role: 'clerk' } },
    });
  });

  it('leaves a transcript of what each guard looked at, in which version', () => {
    expect(decide('PayClaim', at('open.found', { notes: 3 }), payment)).toMatchObject({
      accepted: true,
      transcript: [
        { guard: 'G-NOTED', version: 1, inputs: { notes: 3 } },
        { guard: 'G-LIMIT', version: 2, inputs: {} },
      ],
    });
  });

  it('and decided by no event, which is a mistake of its author, throws', () => {
    const undecided = { ...luggage, decide: () => [] };
    const note = { input: { note: 'n' } };
    expect(() => decide('TakeNote', at('open.found'), note, undecided)).toThrow(
      'luggage: TakeNote is decided by no event',
    );
  });

  it('opens a case from nothing', () => {
    const input = { claimNo: 'C-1', owner: 'A', ownerArabic: 'ا', bags: 1, channel: 'desk' };
    expect(decide('FileClaim', undefined, { input })).toMatchObject({
      accepted: true,
      events: [
        { type: 'ClaimFiled', data: input, after: { state: 'open.searching', facts: { missing: 1 } } },
      ],
    });
  });
});

describe('who may send a command', () => {
  it('is asked before everything else, with NOT_PERMITTED', () => {
    const wrongStateToo = at('closed.paid');
    expect(refusal('RefuseClaim', wrongStateToo, { actor: clerk })).toEqual({
      code: 'NOT_PERMITTED',
      requiredRoles: ['head'],
    });
  });

  it('is asked before who confirms it', () => {
    expect(refusal('PayClaim', at('open.found'), { actor: head })?.code).toBe('NOT_PERMITTED');
  });

  it('needs a second person where the command says so, with SECOND_PERSON_REQUIRED', () => {
    expect(refusal('PayClaim', at('closed.paid'), { input: { amount: 10 } })).toEqual({
      code: 'SECOND_PERSON_REQUIRED',
      requiredRoles: ['head'],
    });
  });

  it.each([
    ['the same person, in the right role', { ...clerk, roles: ['head'] }],
    ['somebody else in the wrong role', { id: 'clerk-2', roles: ['clerk'] }],
  ])('takes as second person not %s, with SECOND_PERSON_INVALID', (_who, by) => {
    expect(
      refusal('PayClaim', at('open.found', { notes: 1 }), { ...payment, confirmation: confirmed(by) }),
    ).toEqual({
      code: 'SECOND_PERSON_INVALID',
      requiredRoles: ['head'],
    });
  });

  it('takes a second person that nobody asked for, when it is one', () => {
    const note = { input: { note: 'n' } };
    expect(decide('TakeNote', at('open.found'), { ...note, confirmation: confirmed(head) }).accepted).toBe(
      true,
    );
    expect(refusal('TakeNote', at('open.found'), { ...note, confirmation: confirmed(clerk) })?.code).toBe(
      'SECOND_PERSON_INVALID',
    );
    const unknown = { id: 'x-1', roles: [] };
    expect(refusal('TakeNote', at('open.found'), { ...note, confirmation: confirmed(unknown) })?.code).toBe(
      'SECOND_PERSON_INVALID',
    );
  });
});

describe('an actor of several roles', () => {
  const both: Actor = { id: 'both-1', roles: ['head', 'clerk'] };
  const other: Actor = { id: 'both-2', roles: ['porter', 'head', 'clerk'] };

  it('acts in the first of them that the command lists', () => {
    const input = { note: 'n' };
    const persons = (name: string, request: Partial<CommandRequest>) => {
      const decision = decide(name, at('open.found', { notes: 1 }), request);
      return decision.accepted ? decision.persons : decision.refusal;
    };
    expect(persons('TakeNote', { actor: both, input })).toEqual({ actor: { id: 'both-1', role: 'clerk' } });
    expect(persons('RefuseClaim', { actor: both, input: { reason: 'r' } })).toEqual({
      actor: { id: 'both-1', role: 'head' },
    });
  });

  it('confirms in a role of the second person, or where nobody is needed in the first they hold', () => {
    const roleIn = (name: string, input: object) => {
      const request = { actor: both, input, confirmation: confirmed(other) };
      const decision = decide(name, at('open.found', { notes: 1 }), request);
      return decision.accepted ? decision.persons.confirmation?.by : decision.refusal;
    };
    expect(roleIn('PayClaim', { amount: 10 })).toEqual({ id: 'both-2', role: 'head' });
    expect(roleIn('TakeNote', { note: 'n' })).toEqual({ id: 'both-2', role: 'porter' });
  });

  it('is seen by guards, decide and facts in that role alone', () => {
    const seen: unknown[] = [];
    const watched: Workflow = {
      ...luggage,
      decide: (command, facts, context) => {
        seen.push(context.actor, context.confirmation);
        return luggage.decide(command, facts, context);
      },
      fold: {
        ...luggage.fold,
        step: (before, event) => {
          seen.push(event.actor, event.confirmation);
          return luggage.fold.step(before, event);
        },
      },
    };
    decide('PayClaim', at('open.found', { notes: 1 }), { ...payment, actor: both }, watched);
    const actor = { id: 'both-1', role: 'clerk' };
    const confirmation = { by: { id: 'head-1', role: 'head' }, at: now, contentHash: 'content' };
    expect(seen).toEqual([actor, confirmation, actor, confirmation]);
  });

  it('does not confirm their own step, in whatever role', () => {
    const own = { ...payment, actor: both, confirmation: confirmed(both) };
    expect(refusal('PayClaim', at('open.found', { notes: 1 }), own)?.code).toBe('SECOND_PERSON_INVALID');
  });
});

describe('a confirmation', () => {
  it('of another content than that of the command is none, with SECOND_PERSON_INVALID', () => {
    const confirmation = { ...confirmed(head), contentHash: 'something else' };
    const sent = { ...payment, confirmation };
    expect(refusal('PayClaim', at('open.found', { notes: 1 }), sent)?.code).toBe('SECOND_PERSON_INVALID');
    const unknown = { ...payment, contentHash: undefined };
    expect(refusal('PayClaim', at('open.found', { notes: 1 }), unknown)?.code).toBe('SECOND_PERSON_INVALID');
  });
});

describe('the state of a case', () => {
  it('is asked before the guards, with WRONG_STATE and what is open instead', () => {
    expect(refusal('PayClaim', at('open.searching'), { ...payment, input: { amount: 9999 } })).toEqual({
      code: 'WRONG_STATE',
      state: 'open.searching',
      openCommands: ['TakeNote', 'TraceBag'],
    });
  });

  it('refuses every command but the opening one before the case is open', () => {
    expect(refusal('TakeNote', undefined, { input: { note: 'n' } })).toEqual({
      code: 'WRONG_STATE',
      openCommands: ['FileClaim'],
    });
  });

  it('refuses the opening command afterwards', () => {
    expect(refusal('FileClaim', at('open.searching'))?.code).toBe('WRONG_STATE');
  });

  it('refuses all of several events when the machine refuses one, with WRONG_STATE', () => {
    const [paid, note] = [
      { type: 'ClaimPaid', data: { amount: 1 } },
      { type: 'BagTraced', data: { place: 'p' } },
    ];
    const greedy = (events: readonly { type: string; data: unknown }[]) =>
      decide('TakeNote', at('open.found'), {}, { ...luggage, decide: () => events });
    expect(greedy([note, paid]).accepted).toBe(true);
    expect(greedy([paid, note])).toMatchObject({ accepted: false, refusal: { code: 'WRONG_STATE' } });
  });
});

describe('the guards of a command', () => {
  it('are all asked; every one that fails is named, with COMMAND_REFUSED', () => {
    expect(refusal('PayClaim', at('open.found'), { ...payment, input: { amount: 9999 } })).toEqual({
      code: 'COMMAND_REFUSED',
      refusals: [
        { guard: 'G-NOTED', code: 'NOTE_MISSING', inputs: {} },
        { guard: 'G-LIMIT', code: 'AMOUNT_TOO_HIGH', inputs: { limit: 1000 } },
      ],
      state: 'open.found',
      // Not the refused command itself, and not the one that needs the note as well.
      openCommands: ['TakeNote', 'TraceBag'],
    });
  });
});

describe('possibleCommands', () => {
  it('are those that availability calls open, as far as people send them', () => {
    for (const state of luggage.chart.leaves) {
      const now = '2025-01-01T00:00:00.000Z';
      const open = availability(luggage, at(state), { now }).filter((one) => one.open);
      const possible = possibleCommands(luggage, at(state), now);
      expect(open.map(({ command }) => command)).toEqual(expect.arrayContaining([...possible]));
      const sent = new Set(openCommands(luggage, state));
      expect(possible).toEqual(open.map(({ command }) => command).filter((name) => sent.has(name)));
    }
  });
});

describe('openCommands', () => {
  it('follows from the chart, and leaves out what only a passed deadline sends', () => {
    expect(openCommands(luggage, 'open.searching')).toEqual(['TakeNote', 'TraceBag', 'RefuseClaim']);
    expect(openCommands(luggage, 'closed.paid')).toEqual(['TakeNote']);
    expect(openCommands(luggage, 'nowhere')).toEqual([]);
  });
});

describe('parseInput', () => {
  it('hands on what the schema makes of the input', () => {
    expect(parseInput(named('TakeNote'), { note: ' looked ' })).toEqual({ input: { note: 'looked' } });
  });

  it('names field and rule of each issue, never what was typed', () => {
    const parsed = parseInput(named('FileClaim'), {
      claimNo: 'C-1',
      owner: 'A',
      ownerArabic: 'ا',
      bags: 'secret',
    });
    expect(parsed).toMatchObject({
      issues: [
        { path: 'bags', code: 'invalid_type' },
        { path: 'channel', code: 'required' },
      ],
    });
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });

  it('takes no input for an empty one', () => {
    expect(parseInput(named('TakeNote'), undefined)).toMatchObject({ issues: [{ path: 'note' }] });
  });
});

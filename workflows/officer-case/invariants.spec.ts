import { describe, expect, it } from '@jest/globals';
import {
  caseMachine,
  days,
  evolveOf,
  hours,
  plus,
  statePath,
  type CaseHistory,
  type PastEvent,
  type PastRefusal,
} from '@safeconduct/workflow';
import fc from 'fast-check';
import { officerCase } from './index.js';
import { invariants } from './invariants.js';
import { meetsPerson } from './roles.js';
import { actingOf, prefixes } from './testing/actors.js';
import { send, type CaseRun, type Recorded } from './testing/case-run.js';
import { at, leaves } from './testing/state-paths.js';
import { commandNames, samples } from './testing/samples.js';
import { everyWalk, logOf, seed, walks } from './testing/every-walk.js';
import type { Attempt } from './testing/random-walk.js';

describe(`random walks through the procedure (seed ${seed})`, () => {
  it.each(invariants)('$id: $says', ({ broken }) => {
    everyWalk((attempts) => {
      expect(broken(historyOf(attempts))).toBeUndefined();
    });
  });

  it('I-2: accept a withdrawal at every step of a return, from every role that meets the person', () => {
    everyWalk((attempts) => {
      for (const [index, { after }] of attempts.entries()) withdrawalIsAccepted(after, index);
    });
  });

  it('I-4: let nobody confirm their own step', () => {
    everyWalk((attempts) => {
      for (const { command, actor, confirmation } of logOf(attempts)) {
        const roles = officerCase.commands.get(command)?.confirmedBy;
        if (roles === undefined) continue;
        expect(confirmation?.by.id).not.toBe(actor.id);
        expect(roles).toContain(confirmation?.by.role);
      }
    });
  });

  it('I-6: count every person who entered in exactly one state, at every moment', () => {
    fc.assert(fc.property(fc.array(walks, { minLength: 2, maxLength: 5 }), fc.nat(), everybodyIsCounted), {
      seed,
      numRuns: 50,
    });
  });

  it('I-8: fold each prefix to the state that was kept, in the table and in the machine alike', () => {
    const machine = caseMachine('officer-case', officerCase.source.chart, evolveOf(officerCase.source));
    everyWalk((attempts) => {
      let folded: ReturnType<typeof officerCase.fold.step>;
      let snapshot: ReturnType<typeof machine.next>;
      for (const event of logOf(attempts)) {
        folded = officerCase.fold.step(folded, event);
        snapshot = snapshot === undefined ? machine.open(event) : machine.next(snapshot, event);
        const { facts, marks } = snapshot?.context as { readonly facts: unknown; readonly marks?: object };
        const kept = JSON.stringify(event.after);
        expect(JSON.stringify(folded)).toBe(kept);
        expect(JSON.stringify({ state: statePath(snapshot?.value), facts, marks })).toBe(kept);
      }
    });
  });

  it('fire no deadline twice for the same date, and each of them on its day', () => {
    everyWalk((attempts) => {
      for (const { after } of attempts) firedOnce(after);
    });
  });

  it('leave a case as it was after a refusal', () => {
    everyWalk((attempts) => {
      for (const { before: was, answer, after } of attempts) {
        if (!answer.accepted) expect(after).toBe(was);
      }
    });
  });

  it('keep facts that are plain JSON', () => {
    everyWalk((attempts) => {
      const { folded } = attempts.at(-1)?.after ?? {};
      expect(JSON.parse(JSON.stringify(folded))).toEqual(folded);
    });
  });

  it('come through every state, and record every command', () => {
    const states = new Set<string>();
    const recorded = new Set<string>();
    everyWalk((attempts) => {
      for (const { command, after } of logOf(attempts)) {
        states.add(after.state);
        recorded.add(command);
      }
    }, 600);
    expect(leaves.filter((leaf) => !states.has(leaf))).toEqual([]);
    // A walk lasts months. An erasure comes years after the end, and `erasure/erasure.spec.ts` goes there.
    const yearsLater = ['LiftErasureRestriction', 'DestroySubjectKey'];
    expect(commandNames.filter((name) => !recorded.has(name) && !yearsLater.includes(name))).toEqual([]);
  });
});

function historyOf(attempts: readonly Attempt[]): CaseHistory {
  const events = pastEvents(logOf(attempts));
  const refusals = attempts.flatMap(({ name, sending, answer, before }) => {
    if (!('refusal' in answer)) return [];
    const actor = actingOf(sending.by ?? samples[name].by);
    return [{ command: name, actor, code: answer.refusal.code, state: before.folded?.state }];
  });
  return { events, refusals };
}

const pastEvents = (log: readonly Recorded[]): readonly PastEvent[] =>
  log.map(({ after: { state }, ...event }) => ({ ...event, state }));

function withdrawalIsAccepted(run: CaseRun, index: number): void {
  const state = run.folded?.state ?? '';
  const command = withdrawalIn(state);
  const role = meetsPerson[index % meetsPerson.length];
  if (role === undefined || state === '') return;
  const { answer } = send(run, command, { by: `${prefixes[role]}8`, at: plus(run.now, hours(index)) });
  expect([state, role, answer.accepted]).toEqual([state, role, true]);
}

function withdrawalIn(state: string): 'WithdrawConsent' | 'WithdrawRelocation' {
  return /^relocating\.(?!inTransit)/.test(state) ? 'WithdrawRelocation' : 'WithdrawConsent';
}

function firedOnce(run: CaseRun): void {
  if (run.folded === undefined) return;
  for (const [deadline, dueAt] of Object.entries(officerCase.dueDates(run.folded))) {
    const then = officerCase.deadlines[deadline]?.then;
    const name = commandNames.find((each) => each === then);
    if (name === undefined) continue;
    expect(samples[name].by).toBe('sys-deadlines');
    const input = { deadline, dueAt };
    expect(send(run, name, { input, at: plus(dueAt, -1) }).answer.accepted).toBe(false);
    const now = dueAt > run.now ? dueAt : run.now;
    const { answer, run: fired } = send(run, name, { input, at: now });
    expect(answer.accepted).toBe(true);
    const next = fired.folded && officerCase.dueDates(fired.folded)[deadline];
    expect(next === undefined || next > dueAt).toBe(true);
  }
}

function everybodyIsCounted(caseload: readonly (readonly Attempt[])[], moment: number): void {
  const logs = caseload.map(logOf);
  const at = plus('2025-01-01T06:00:00.000Z', moment % days(400));
  const entered = logs.filter(([opening]) => opening !== undefined && opening.occurredAt <= at).length;
  const states = logs.flatMap(
    (log) => log.filter(({ occurredAt }) => occurredAt <= at).at(-1)?.after.state ?? [],
  );
  const byState = leaves.map((leaf) => states.filter((state) => state === leaf).length);
  expect(byState.reduce((sum, count) => sum + count, 0)).toBe(entered);
  const resolved = logs.filter((log) => log.at(-1)?.after.state === 'resolved');
  expect(resolved.every((log) => log.at(-1)?.after.facts.outcome !== undefined)).toBe(true);
}

describe('an invariant is broken by', () => {
  const events = pastEvents(at('returned.monitoring').log);
  const broken = (id: string, history: CaseHistory) =>
    invariants.find((one) => one.id === id)?.broken(history);

  it.each([
    'ReturnConsentGiven',
    'VoluntarinessVerified',
    'ReturnCleared',
    'ManifestedForReturn',
    'ReturnMovementStarted',
    'RiskAssessed',
  ])('a crossing without %s', (missing) => {
    expect(broken('I-1', { events, refusals: [] })).toBeUndefined();
    const without = events.filter(({ type }) => type !== missing);
    expect(broken('I-1', { events: without, refusals: [] })).toMatch(/^revision \d+: /);
  });

  it('a crossing after a withdrawal', () => {
    const crossing = events.findIndex(({ type }) => type === 'ReturnCrossingConfirmed');
    const withdrawn = { ...events[crossing], type: 'ReturnConsentWithdrawn' } as PastEvent;
    const history = { events: events.toSpliced(crossing, 0, withdrawn), refusals: [] };
    expect(broken('I-1', history)).toContain('crossed after ReturnConsentWithdrawn');
  });

  it('a withdrawal that is refused on the way to the crossing', () => {
    const refusal: PastRefusal = {
      command: 'WithdrawConsent',
      actor: { id: 'med-1', role: 'medical' },
      code: 'WRONG_STATE',
      state: 'camped.returning.inTransit',
    };
    expect(broken('I-2', { events, refusals: [refusal] })).toContain('was refused');
    const stranger = { ...refusal, actor: { id: 'aud-1', role: 'auditor' } };
    expect(broken('I-2', { events, refusals: [stranger] })).toBeUndefined();
  });

  it('a movement while the person may be a child', () => {
    const [opened, ...later] = events;
    const first = opened as PastEvent;
    const disputed = { ...first, type: 'AgeDisputeRaised', data: { basis: 'document' } } as PastEvent;
    const determined = { ...first, type: 'AgeDetermined', data: { result: 'adult' } } as PastEvent;
    expect(broken('I-3', { events: [first, disputed, ...later], refusals: [] })).toContain(
      'under a doubt about the age',
    );
    expect(broken('I-3', { events: [first, disputed, determined, ...later], refusals: [] })).toBeUndefined();
  });

  it('a movement under a hold', () => {
    const [opened, ...later] = events;
    const held = { ...opened, type: 'HoldPlaced', data: { kind: 'legal', holdNo: 'H' } } as PastEvent;
    expect(broken('I-3', { events: [opened as PastEvent, held, ...later], refusals: [] })).toContain(
      'under a hold',
    );
    const appealed = { ...opened, type: 'AppealFiled', data: { appealNo: 'A' } } as PastEvent;
    expect(broken('I-3', { events: [opened as PastEvent, appealed, ...later], refusals: [] })).toContain(
      'under an appeal',
    );
    const missing = { ...opened, type: 'PersonReportedMissing', data: {} } as PastEvent;
    expect(broken('I-3', { events: [opened as PastEvent, missing, ...later], refusals: [] })).toContain(
      'under a search',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { caseMachine, days, evolveOf, hours, msBetween, plus, statePath } from '@safeconduct/workflow';
import fc from 'fast-check';
import { officerCase } from './index.js';
import { limits } from './limits.js';
import { meetsHim } from './roles.js';
import { send, type Journey, type Recorded } from './testing/journey.js';
import { leaves } from './testing/roads.js';
import { commandNames, samples } from './testing/samples.js';
import { always, logOf, seed, walk } from './testing/walks.js';
import type { Attempt } from './testing/wander.js';

/** The log up to an event, newest first. Invariants are read from the log alone, never from the facts. */
const before = (log: readonly Recorded[], index: number) => log.slice(0, index).reverse();

describe(`random walks through the procedure (seed ${seed})`, () => {
  it('I-1: let nobody cross without consent, a free decision, an accepted risk, a clearance and a fresh yes', () => {
    always((attempts) => {
      const log = logOf(attempts);
      for (const [index, event] of log.entries()) {
        if (event.type === 'ReturnCrossingConfirmed') crossedFreely(before(log, index), event);
      }
    });
  });

  it('I-2: hear a withdrawal at every step of a return, from everybody who meets him', () => {
    always((attempts) => {
      for (const [index, { after }] of attempts.entries()) withdrawalIsHeard(after, index);
    });
  });

  it('I-3: move nobody while a hold stands', () => {
    const movements = [
      ...['FacilityTransferred', 'ManifestedForReturn', 'ReturnMovementStarted'],
      ...['ReturnCrossingConfirmed', 'RelocationDeparted'],
    ];
    always((attempts) => {
      let holds = 0;
      for (const { type } of logOf(attempts)) {
        if (type === 'HoldPlaced') holds += 1;
        if (type === 'HoldReleased') holds -= 1;
        if (movements.includes(type)) expect(holds).toBe(0);
      }
    });
  });

  it('I-4: let nobody confirm his own step', () => {
    always((attempts) => {
      for (const { command, actor, confirmedBy } of logOf(attempts)) {
        const roles = officerCase.commands.get(command)?.confirmedBy;
        if (roles === undefined) continue;
        expect(confirmedBy?.id).not.toBe(actor.id);
        expect(roles).toContain(confirmedBy?.role);
      }
    });
  });

  it('I-6: count every person who entered in exactly one state, at every moment', () => {
    fc.assert(fc.property(fc.array(walk, { minLength: 2, maxLength: 5 }), fc.nat(), everybodyIsCounted), {
      seed,
      numRuns: 50,
    });
  });

  it('I-8: fold each prefix to the state that was kept, in the table and in the machine alike', () => {
    const machine = caseMachine('officer-case', officerCase.source.chart, evolveOf(officerCase.source));
    always((attempts) => {
      let folded: ReturnType<typeof officerCase.fold.step>;
      let snapshot: ReturnType<typeof machine.next>;
      for (const event of logOf(attempts)) {
        folded = officerCase.fold.step(folded, event);
        snapshot = snapshot === undefined ? machine.open(event) : machine.next(snapshot, event);
        const { facts } = snapshot?.context as { readonly facts: unknown };
        const kept = JSON.stringify(event.after);
        expect(JSON.stringify(folded)).toBe(kept);
        expect(JSON.stringify({ state: statePath(snapshot?.value), facts })).toBe(kept);
      }
    });
  });

  it('fire no deadline twice for the same date, and each of them on its day', () => {
    always((attempts) => {
      for (const { after } of attempts) firedOnce(after);
    });
  });

  it('leave a case as it was after a refusal', () => {
    always((attempts) => {
      for (const { before: was, answer, after } of attempts) {
        if (!answer.accepted) expect(after).toBe(was);
      }
    });
  });

  it('keep facts that are plain JSON', () => {
    always((attempts) => {
      const { folded } = attempts.at(-1)?.after ?? {};
      expect(JSON.parse(JSON.stringify(folded))).toEqual(folded);
    });
  });

  it('come through every state, and record every command', () => {
    const states = new Set<string>();
    const recorded = new Set<string>();
    always((attempts) => {
      for (const { command, after } of logOf(attempts)) {
        states.add(after.state);
        recorded.add(command);
      }
    });
    expect(leaves.filter((leaf) => !states.has(leaf))).toEqual([]);
    expect(commandNames.filter((name) => !recorded.has(name))).toEqual([]);
  });
});

function crossedFreely(past: readonly Recorded[], crossing: Recorded): void {
  const consent = past.findIndex(({ type }) => type === 'ReturnConsentGiven');
  expect(consent).toBeGreaterThanOrEqual(0);
  const since = past.slice(0, consent);
  const consentedAt = past[consent]?.occurredAt ?? '';
  expect(since.map(({ type }) => type)).not.toContain('ReturnConsentWithdrawn');
  expect(since.map(({ type }) => type)).not.toContain('ReturnConsentExpired');
  expect(msBetween(consentedAt, crossing.occurredAt)).toBeLessThan(limits.returnConsentLife);
  // Newest first, so what must come later stands nearer to the front.
  const order = ['ReturnMovementStarted', 'ManifestedForReturn', 'ReturnCleared', 'VoluntarinessVerified'];
  const found = order.map((wanted) => since.findIndex(({ type }) => type === wanted));
  expect(found.every((index) => index >= 0)).toBe(true);
  expect(found).toEqual([...found].sort((a, b) => a - b));

  const manifested = past.findIndex(({ type }) => type === 'ManifestedForReturn');
  const risk = past.slice(manifested).find(({ type }) => type === 'RiskAssessed');
  expect(risk?.data).toMatchObject({ outcome: 'NO_SUBSTANTIAL_GROUNDS' });
  const { reconfirmedAt } = past.find(({ type }) => type === 'ReturnMovementStarted')?.data as {
    readonly reconfirmedAt: string;
  };
  expect(reconfirmedAt > consentedAt).toBe(true);
}

function withdrawalIsHeard(journey: Journey, index: number): void {
  const state = journey.folded?.state ?? '';
  const command = withdrawalIn(state);
  const role = meetsHim[index % meetsHim.length];
  const [prefix] = Object.entries(officerCase.source.actors).find(([, each]) => each === role) ?? [];
  if (command === undefined) return;
  const { answer } = send(journey, command, { by: `${prefix}8`, at: plus(journey.now, hours(index)) });
  expect([state, role, answer.accepted]).toEqual([state, role, true]);
}

function withdrawalIn(state: string): 'WithdrawConsent' | 'WithdrawRelocation' | undefined {
  if (state.includes('.returning.')) return 'WithdrawConsent';
  return /^relocating\.(?!inTransit)/.test(state) ? 'WithdrawRelocation' : undefined;
}

function firedOnce(journey: Journey): void {
  if (journey.folded === undefined) return;
  for (const [deadline, dueAt] of Object.entries(officerCase.dueDates(journey.folded))) {
    const then = officerCase.deadlines[deadline]?.then;
    const name = commandNames.find((each) => each === then);
    if (name === undefined) continue;
    expect(samples[name].by).toBe('sys-deadlines');
    const input = { deadline, dueAt };
    expect(send(journey, name, { input, at: plus(dueAt, -1) }).answer.accepted).toBe(false);
    const now = dueAt > journey.now ? dueAt : journey.now;
    const { answer, journey: fired } = send(journey, name, { input, at: now });
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

import { logStart } from '../ports/position.js';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { days, defineWorkflow, hours, plus, type Workflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { evolve, type Facts } from '../../../../workflows/_template/facts.js';
import { template } from '../../../../workflows/_template/index.js';
import type { SentCommand } from '../commands/sent-command.js';
import { createEngine, type EngineWithViews } from '../engine.js';
import type { EventStore } from '../ports/event-store.js';
import type { ViewStore } from '../ports/view-store.js';
import type { Queries } from '../queries/queries.js';
import { ProjectionRunner } from '../projections/runner.js';
import { standardProjections } from '../projections/standard.js';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '../testing/index.js';
import { DeadlineRunner } from './deadline-runner.js';

const start = '2025-03-01T08:00:00.000Z';
const due = plus(start, days(14));

/** A template whose deadline runs again, with the same date, once a note is added behind it. */
const reminded: Workflow = defineWorkflow({
  ...template.source,
  evolve: { ...evolve, NoteAdded: (facts: Facts) => ({ ...facts, overdue: false }) },
} as never);

let clock: ReturnType<typeof fixedClock>;
let events: EventStore;
let views: ViewStore;
let ids: ReturnType<typeof countingIds>;
let engine: EngineWithViews;

beforeEach(async () => {
  clock = fixedClock(start);
  events = openMemoryEvents({ clock });
  views = openMemoryViews();
  ids = countingIds();
  engine = engineOf(template);
  await open('R-1', start);
});

const engineOf = (workflow: Workflow): EngineWithViews =>
  createEngine({ events, views, keys: fixedKeyRing(), clock, ids }, [workflow]);

async function open(requestNo: string, occurredAt: string): Promise<void> {
  await enter(requestNo, occurredAt);
  await project();
}

async function enter(requestNo: string, occurredAt: string): Promise<void> {
  const input = { requestNo, name: 'A', nameArabic: 'ا' };
  await engine.handle({
    target: { workflow: 'template' },
    command: 'OpenRequest',
    input,
    actor: namedActor('clerk-1'),
    occurredAt,
  });
}

const project = () =>
  new ProjectionRunner({
    events,
    views,
    codec: engine.codec,
    projections: standardProjections,
  }).catchUp();

// Each call acts as a process that has just started, without memory of earlier rounds.
const runOnce = () =>
  new DeadlineRunner(
    { queries: engine.queries, clock, register: engine.register, handle: engine.handle },
    { settleMs: hours(1), pollMs: 5 },
  ).runOnce();

const overdueEvents = async () =>
  (await events.readAll({ after: logStart, limit: 100 })).filter(({ type }) => type === 'AnswerOverdue');

describe('a deadline', () => {
  it('is in the inbox with its date until it is met', async () => {
    expect(await engine.queries.inbox(testReader, { filter: {}, limit: 10 })).toMatchObject([
      { reference: 'R-1', deadline: 'answer', role: 'clerk', dueAt: due, overdue: false },
    ]);
    const target = { workflow: 'template', naturalKey: 'R-1' };
    await engine.handle({
      target,
      command: 'GrantRequest',
      input: { decisionNo: 'D' },
      actor: namedActor('clerk-1'),
      confirmation: { by: namedActor('head-1') },
    });
    await project();
    expect(await engine.queries.inbox(testReader, { filter: {}, limit: 10 })).toEqual([]);
  });

  it('does not fire a millisecond early', async () => {
    clock.set(plus(due, -1));
    expect(await runOnce()).toBe(0);
  });

  it('fires once when it has passed, whoever asks and how often', async () => {
    clock.set(due);
    expect(await runOnce()).toBe(1);
    expect(await runOnce()).toBe(0);
    await project();
    expect(await runOnce()).toBe(0);
    const [event, ...more] = await overdueEvents();
    expect(more).toEqual([]);
    expect(JSON.parse(event?.data ?? '')).toEqual({ deadline: 'answer', dueAt: due });
    expect(event?.metadata['actor']).toBe('sys-deadlines');
  });

  it('fires once when two processes see it at the same time', async () => {
    clock.set(due);
    const fired = await Promise.all([runOnce(), runOnce()]);
    expect(fired.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await overdueEvents()).toHaveLength(1);
  });

  it('is sent by the one of two processes that has the lease, and by the other once it is stopped', async () => {
    const sentBy: string[] = [];
    const started = (holder: string) => {
      const handle = (sent: SentCommand) => {
        sentBy.push(holder);
        return engine.handle(sent);
      };
      const lease = { leases: views.leases, name: 'deadlines', holder, forMs: hours(1) };
      const runner = new DeadlineRunner(
        { queries: engine.queries, clock, register: engine.register, handle },
        { settleMs: hours(1), pollMs: 1, lease },
      );
      runner.start((error) => {
        throw error;
      });
      return runner;
    };
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
    };
    clock.set(due);
    const first = started('a');
    await until(() => sentBy.length > 0);
    await first.stop();
    // The view still has the deadline, so whoever takes over sends it, and it is recorded once.
    const second = started('b');
    await until(() => sentBy.includes('b'));
    const third = started('c');
    await project();
    await second.stop();
    await third.stop();
    expect(sentBy).toEqual(['a', 'b']);
    expect(await overdueEvents()).toHaveLength(1);
  });

  it('that was met while the view lagged is refused, not fired', async () => {
    const target = { workflow: 'template', naturalKey: 'R-1' };
    await engine.handle({
      target,
      command: 'GrantRequest',
      input: { decisionNo: 'D' },
      actor: namedActor('clerk-1'),
      confirmation: { by: namedActor('head-1') },
    });
    clock.set(due);
    expect(await runOnce()).toBe(0);
    expect(await overdueEvents()).toEqual([]);
  });

  it('that ended and comes back with the same date fires again, and once', async () => {
    engine = engineOf(reminded);
    clock.set(due);
    expect(await runOnce()).toBe(1);
    const target = { workflow: 'template', naturalKey: 'R-1' };
    await engine.handle({
      target,
      command: 'AddNote',
      input: { note: 'asked again' },
      actor: namedActor('clerk-1'),
    });
    await project();
    clock.set(plus(due, hours(1)));
    expect(await runOnce()).toBe(1);
    expect(await runOnce()).toBe(0);
    await project();
    expect(await runOnce()).toBe(0);
    const dates = (await overdueEvents()).map(({ data }) => (JSON.parse(data) as { dueAt: string }).dueAt);
    expect(dates).toEqual([due, due]);
  });

  it('that was refused is sent again once the case has moved on, and not before', async () => {
    clock.set(plus(due, hours(2)));
    const sent: SentCommand[] = [];
    const handle = (command: SentCommand) => {
      sent.push(command);
      return Promise.resolve({
        accepted: false,
        refusal: { code: 'WRONG_STATE' },
        caseId: undefined,
      } as const);
    };
    const { queries, register } = engine;
    const ports = { queries, clock, register, handle };
    const runner = new DeadlineRunner(ports, { settleMs: 0, pollMs: 5 });
    for (let round = 0; round < 3; round += 1) await runner.runOnce();
    expect(sent).toHaveLength(1);
    const target = { workflow: 'template', naturalKey: 'R-1' };
    await engine.handle({
      target,
      command: 'AddNote',
      input: { note: 'asked again' },
      actor: namedActor('clerk-1'),
    });
    await project();
    await runner.runOnce();
    expect(sent).toHaveLength(2);
  });

  it('of a case that was entered late waits until the case has had no new event for a while', async () => {
    clock.set(plus(start, days(60)));
    await open('R-2', start);
    const overdueCases = async () => (await overdueEvents()).length;
    await runOnce();
    expect(await overdueCases()).toBe(1);
    clock.set(plus(clock.now(), hours(1)));
    await runOnce();
    expect(await overdueCases()).toBe(2);
  });

  it('of an unchanged case fires behind any number of deadlines of cases that were just entered', async () => {
    clock.set(plus(start, days(60)));
    for (let late = 0; late < 450; late += 1) await enter(`LATE-${late}`, plus(start, -days(1)));
    await project();
    const lengths: number[] = [];
    const queries: Pick<Queries, 'passedDeadlines'> = {
      async passedDeadlines(reader, asked) {
        const page = await engine.queries.passedDeadlines(reader, asked);
        lengths.push(page.length);
        return page;
      },
    };
    const ports = { queries, clock, register: engine.register, handle: engine.handle };
    const runner = new DeadlineRunner(ports, {
      settleMs: hours(1),
      pollMs: 5,
      pause: () => Promise.resolve(),
    });
    expect(await runner.runOnce()).toBe(1);
    expect(lengths).toEqual([200, 200, 51]);
    clock.set(plus(clock.now(), hours(1)));
    expect(await runner.runOnce()).toBe(450);
    expect(await runner.runOnce()).toBe(0);
  });

  it('of a case that fails does not stop those of others, and is tried again in the next round', async () => {
    await open('R-2', start);
    clock.set(due);
    const broken = (await engine.queries.findCase(testReader, { reference: 'R-1' })) ?? '';
    const ports = {
      queries: engine.queries,
      clock,
      register: engine.register,
      handle: (sent: SentCommand) =>
        'caseId' in sent.target && sent.target.caseId === broken
          ? Promise.reject(new Error('cannot be read'))
          : engine.handle(sent),
    };
    const runner = new DeadlineRunner(ports, { settleMs: hours(0), pollMs: 5 });
    await expect(runner.runOnce()).rejects.toThrow('sending 1 of the deadlines failed');
    expect(await overdueEvents()).toHaveLength(1);
    ports.handle = engine.handle;
    expect(await runner.runOnce()).toBe(1);
  });

  it('of a case that always fails do not make the rounds rarer', async () => {
    clock.set(due);
    const waits: number[] = [];
    const ports = {
      queries: engine.queries,
      clock,
      register: engine.register,
      handle: () => Promise.reject(new Error('cannot be read')),
    };
    const enough = Promise.withResolvers<undefined>();
    const runner = new DeadlineRunner(ports, {
      settleMs: hours(0),
      pollMs: 5,
      pause: (ms) => {
        if (waits.push(ms) === 5) enough.resolve(undefined);
        return sleep(1);
      },
    });
    const errors: unknown[] = [];
    runner.start((error) => errors.push(error));
    await enough.promise;
    await runner.stop();
    expect(errors.length).toBeGreaterThanOrEqual(5);
    expect(new Set(waits)).toEqual(new Set([5]));
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEngine, eventStoreWith, type EventStore, type ViewStore } from '@safeconduct/engine';
import { fixedClock, fixedKeyRing } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews, uuidIds } from '@safeconduct/stores';
import { defineWorkflow, type Workflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { chart } from '../../../../../workflows/_template/chart.js';
import { template } from '../../../../../workflows/_template/index.js';
import { Lifecycle } from '../../http/lifecycle.js';
import { startOpenCasesCheck } from './open-cases-check.js';

const { AnswerOverdue: _, NoteAdded: _note, ...decided } = chart.states['open']?.on ?? {};
const open = { on: { ...decided, NoteAdded: {}, AnswerOverdue: {} } };

/** Another version of the template, with another chart. */
const versionOf = (version: number, changed: object): Workflow =>
  defineWorkflow({ ...template.source, version, chart: { ...chart, ...changed } } as never);
const closed = chart.states['closed'];
const noNotes = versionOf(2, { states: { open: { on: decided }, closed } });
const renamed = versionOf(2, { initial: 'pending', states: { pending: open, closed } });
const kept = versionOf(2, {
  initial: 'pending',
  states: { pending: { ...open, formerly: ['open'] }, closed },
});
const sound = versionOf(2, { states: { open, closed, archive: { end: true } } });

let events: EventStore;
let views: ViewStore;
const clock = fixedClock('2025-03-01T08:00:00.000Z');
let logged: unknown[];

beforeEach(() => {
  events = openMemoryEvents({ clock });
  views = openMemoryViews();
  logged = [];
});
afterEach(() => views.close());

const engineOf = (workflows: readonly Workflow[]) =>
  createEngine({ events, views, keys: fixedKeyRing(), clock, ids: uuidIds }, workflows);

/** Two cases with a note, one without, and one that is closed. */
async function cases(workflow: Workflow = template): Promise<void> {
  const engine = engineOf([workflow]);
  const send = async (naturalKey: string, command: string, input: object, by = 'clerk-1') => {
    const target = { workflow: workflow.name, naturalKey };
    const outcome = await engine.handle({ target, command, input, actor: namedActor(by) });
    if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
  };
  for (const requestNo of ['R-1', 'R-2', 'R-3', 'R-4'])
    await send(requestNo, 'OpenRequest', { requestNo, name: 'A', nameArabic: 'ا' });
  for (const requestNo of ['R-1', 'R-2', 'R-4']) await send(requestNo, 'AddNote', { note: 'n' });
  await send('R-4', 'DeclineRequest', { reason: 'r' }, 'head-1');
}

/** What a start with these workflows says of the cases once it knows; `undefined` is ready. */
async function started(workflows: readonly Workflow[], log = events) {
  const lifecycle = new Lifecycle();
  const location = { isShared: false };
  const installation = { engine: engineOf(workflows), events: log, clock, location };
  const logger = { error: (one: unknown) => logged.push(one), info: () => {} };
  await startOpenCasesCheck(installation as never, lifecycle, logger as never);
  const first = lifecycle.cases?.status;
  while (lifecycle.cases?.status === 'checking') await sleep(1);
  return { first, ...lifecycle.cases };
}

describe('a start with workflows', () => {
  it('that have not changed reads no case', async () => {
    await cases();
    const readStream = () => Promise.reject(new Error('a case is read'));
    expect(await started([template], eventStoreWith(events, { readStream }))).toEqual({ first: undefined });
  });

  it('of which one has lost a transition is not ready, and says which cases are stuck where', async () => {
    await cases();
    const { first, status, reason } = await started([noNotes]);
    expect([first, status]).toEqual(['checking', 'stuck']);
    expect(reason).toMatch(
      /^template: 2 of 3 open cases cannot go on: 2 in open: NoteAdded cannot follow in open \(such as case [-0-9a-f]{36}\)\. Start the release before, or mend the workflow: 'safeconduct workflow check <name> --against <data>'/,
    );
    expect(reason).not.toContain('R-1');
    // The next start finds the same: nothing was kept as checked.
    expect((await started([noNotes])).status).toBe('stuck');
  });

  it('of which one has renamed a state is not ready until the state keeps its former name', async () => {
    await cases();
    expect((await started([renamed])).reason).toContain(
      '3 in open: the chart has no state open; keep the name',
    );
    expect(await started([kept])).toEqual({ first: 'checking' });
  });

  it('that are changed and sound folds once, and again when another version has decided since', async () => {
    await cases();
    expect(await started([sound])).toEqual({ first: 'checking' });
    expect(await started([sound])).toEqual({ first: undefined });
    const engine = engineOf([template]);
    const target = { workflow: 'template', naturalKey: 'R-3' };
    await engine.handle({ target, command: 'AddNote', input: { note: 'n' }, actor: namedActor('clerk-1') });
    expect((await started([sound])).first).toBe('checking');
  });

  it('of which one is gone is not ready while it has open cases', async () => {
    await cases();
    expect((await started([])).reason).toContain('the workflow template is not registered');
  });

  it('is not ready when the cases cannot be read', async () => {
    await cases();
    const engine = engineOf([sound]);
    Object.assign(engine.queries, { openCases: () => Promise.reject(new Error('gone')) });
    const lifecycle = new Lifecycle();
    const installation = { engine, events, clock, location: { isShared: false } };
    const logger = { error: (one: unknown) => logged.push(one), info: () => {} };
    await startOpenCasesCheck(installation as never, lifecycle, logger as never);
    await sleep(5);
    expect(lifecycle.cases?.status).toBe('checking');
    expect(logged).toHaveLength(1);
  });
});

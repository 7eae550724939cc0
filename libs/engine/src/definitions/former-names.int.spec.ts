import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents, openMemoryViews, uuidIds } from '@safeconduct/stores';
import { defineWorkflow, versioned, type Workflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { z } from 'zod';
import { chart } from '../../../../workflows/_template/chart.js';
import { template } from '../../../../workflows/_template/index.js';
import { createEngine } from '../engine.js';
import { shownData } from '../events/shown-data.js';
import type { EventStore } from '../ports/event-store.js';
import type { ViewStore } from '../ports/view-store.js';
import { ProjectionRunner } from '../projections/runner.js';
import { projectionsOf, standardProjections } from '../projections/standard.js';
import { fixedClock, fixedKeyRing, testReader } from '../testing/index.js';

const { open, closed } = chart.states;
const renamed = defineWorkflow({
  ...template.source,
  version: 2,
  chart: { initial: 'pending', states: { pending: { ...open, formerly: ['open'] }, closed } },
} as never);

const clock = fixedClock('2025-03-01T08:00:00.000Z');
let events: EventStore;
let views: ViewStore;

beforeEach(async () => {
  events = openMemoryEvents({ clock });
  views = openMemoryViews();
  const { handle } = await running(template);
  const input = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
  await handle({
    target: { workflow: 'template' },
    command: 'OpenRequest',
    input,
    actor: namedActor('clerk-1'),
  });
});
afterEach(() => views.close());

/** A process with this version of the workflow, its views filled. */
async function running(workflow: Workflow) {
  const engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: uuidIds }, [workflow]);
  const projections = projectionsOf([workflow]);
  await new ProjectionRunner({ events, views, codec: engine.codec, projections }).catchUp();
  return engine;
}

describe('a state that was renamed', () => {
  it('is shown under its new name in lists, filters and the ledger, now and in the past', async () => {
    await running(template);
    const { queries } = await running(renamed);
    const listed = (state: string) =>
      queries.listCases(testReader, { search: { states: [state] }, limit: 10 }).then(({ cases }) => cases);
    expect(await listed('pending')).toMatchObject([{ reference: 'R-1', state: 'pending' }]);
    await expect(listed('open')).rejects.toThrow(/no state is called open; did you mean pending\?/);
    for (const moment of [undefined, { at: clock.now(), clock: 'recorded' } as const]) {
      const { states } = await queries.population(testReader, { workflow: renamed, moment });
      expect(states).toEqual({ pending: 1, closed: 0 });
    }
  });

  it('is no difference to replay and verify, and history has the name that was recorded', async () => {
    const { queries } = await running(renamed);
    const caseId = (await queries.findCase(testReader, { reference: 'R-1' })) as string;
    expect(await queries.replay(testReader, { caseId })).toMatchObject({ diverged: null });
    expect((await queries.verifyLog(testReader, () => {})).problems).toEqual([]);
    const scratch = openMemoryViews();
    expect(await queries.verifyViews(testReader, { scratch })).toEqual([]);
    await scratch.close();
    const [opened] = await queries.history(testReader, { caseId });
    expect([opened?.envelope.state, opened?.state]).toEqual(['open', 'pending']);
  });

  it('makes other versions of the views that show states, and of no other view', () => {
    expect(projectionsOf([template])).toBe(standardProjections);
    const raised = projectionsOf([renamed]).map(({ view }, index) => [
      view.name,
      view.version !== standardProjections[index]?.view.version,
    ]);
    expect(Object.fromEntries(raised)).toEqual({
      cases: true,
      population: true,
      timeline: false,
      proposals: false,
      refusals: false,
    });
  });
});

describe('the data of an event', () => {
  const shape = z.strictObject({
    requestNo: z.string(),
    name: z.string(),
    nameArabic: z.string(),
    by: z.string(),
  });
  const recorded = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };

  it.each([
    [
      'as they were recorded, where that is the shape of today',
      template,
      { data: recorded, recordedData: null },
    ],
    [
      'in the shape of today, and as they were recorded',
      withOpening(versioned(shape, [(old) => ({ ...old, by: 'unknown' })])),
      { data: { ...recorded, by: 'unknown' }, recordedData: recorded },
    ],
    [
      'as they were recorded, where no upcaster leads to the shape of today',
      withOpening(versioned(shape, [(old) => old])),
      { data: null, recordedData: recorded },
    ],
  ])('are shown %s', async (_name, workflow, expected) => {
    const { queries } = await running(template);
    const caseId = (await queries.findCase(testReader, { reference: 'R-1' })) as string;
    const { codec } = createEngine({ events, keys: fixedKeyRing(), clock, ids: uuidIds }, [workflow]);
    const read = await events.readStream(`case-${caseId}`, { from: 0n, limit: 1 });
    const [event] = await codec.decode(read);
    expect(event?.kind === 'case' && shownData(event)).toEqual({ ...expected, erasedAt: null });
  });

  function withOpening(RequestOpened: unknown): Workflow {
    return defineWorkflow({
      ...template.source,
      version: 2,
      events: { ...template.source.events, RequestOpened },
    } as never);
  }
});

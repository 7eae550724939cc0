import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  createEngine,
  positionOf,
  ProjectionRunner,
  projectionsOf,
  ReadNotPermittedError,
  type CaseCursor,
  type EngineWithViews,
  type Reader,
  type ViewCursor,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { defineWorkflow, type View, type Workflow } from '@safeconduct/workflow';
import { luggage, namedActor } from '@safeconduct/workflow/testing';

const now = '2025-03-01T08:00:00.000Z';
const access = luggage.source.access as NonNullable<typeof luggage.source.access>;
const head = access.roles['head'] as (typeof access.roles)[string];

/** Claims whose heads see no names, and whose clerks get figures of claims that they do not see. */
const blind: Workflow = defineWorkflow({
  ...luggage.source,
  access: {
    ...access,
    roles: {
      ...access.roles,
      head: { ...head, sees: { ...head.sees, identity: 'withheld' } },
      clerk: { ...access.roles['clerk'], cases: [], figures: 'all' },
    },
  },
} as never);
const view = blind.views.get('traced') as View;
const references = ['L-1', 'L-2', 'L-3', 'L-4', 'L-5', 'L-6', 'L-7'];

const readerIn = (role: string): Reader => ({ actor: { id: 'x-1', roles: [role] }, operation: 'test' });
let engine: EngineWithViews;

beforeAll(async () => {
  const clock = fixedClock(now);
  const events = openMemoryEvents({ clock });
  const views = openMemoryViews();
  engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [blind]);
  for (const claimNo of references) {
    const send = (command: string, input: object) =>
      engine.handle({
        target: { workflow: 'luggage', naturalKey: claimNo },
        ...{ command, input, actor: namedActor('clerk-1'), occurredAt: now },
      });
    await send('FileClaim', { claimNo, owner: 'Huda Ahmad', ownerArabic: 'هدى', bags: 2, channel: 'desk' });
    await send('TraceBag', { place: 'Basra' });
  }
  const { codec } = engine;
  await new ProjectionRunner({ events, views, codec, projections: projectionsOf([blind]) }).catchUp();
});

describe('the pages of a reader who sees no references', () => {
  it('of a view have each row once, in the order of the references, and tell none', async () => {
    const rows: string[] = [];
    for (let after: ViewCursor | undefined; ;) {
      const asked = { workflow: blind, view, where: [], limit: 2, after };
      const page = await engine.queries.viewRows(readerIn('head'), asked);
      expect(JSON.stringify(page)).not.toMatch(/L-\d/);
      rows.push(...page.rows.map(({ caseId }) => caseId));
      if (page.next === null) break;
      after = page.next;
    }
    const asked = { workflow: blind, view, where: [], limit: 100 };
    const whole = await engine.queries.viewRows(testReader, asked);
    expect(whole.rows.map(({ reference }) => reference)).toEqual(references);
    expect(rows).toEqual(whole.rows.map(({ caseId }) => caseId));
  });

  it('begin behind a case and not behind a reference that somebody tries', async () => {
    const list = (after?: CaseCursor) =>
      engine.queries.listCases(readerIn('head'), { search: {}, limit: 3, after });
    const first = await list();
    expect(first.next).toMatchObject({ key: '' });
    for (const key of ['', 'L-1', 'L-6', 'Z']) {
      const next = await list({ key, caseId: first.next?.caseId ?? '' });
      expect(next.cases).toHaveLength(3);
      expect(next.cases.map(({ caseId }) => caseId)).toEqual(
        (await list(first.next ?? undefined)).cases.map(({ caseId }) => caseId),
      );
      // A case that there is not is no place in the list.
      expect(await list({ key, caseId: 'no-such-case' })).toEqual(first);
    }
  });

  it('have no row of a case that is named by its reference', async () => {
    const asked = { workflow: blind, view, where: [], limit: 5 };
    expect((await engine.queries.viewRows(readerIn('head'), { ...asked, reference: 'L-1' })).rows).toEqual(
      [],
    );
    expect((await engine.queries.viewRows(testReader, { ...asked, reference: 'L-1' })).rows).toHaveLength(1);
  });
});

describe('figures of cases that a reader does not see', () => {
  const period = { from: '2025-02-27', to: '2025-03-02' };
  const between = { from: '2025-02-27T00:00:00.000Z', to: '2025-03-02T00:00:00.000Z' };

  it('are rounded in the ledger, on each day and between two moments', async () => {
    const clerk = readerIn('clerk');
    const asked = { workflow: blind, clock: 'occurred' } as const;
    const figures = await engine.queries.population(clerk, asked);
    expect(figures).toMatchObject({ roundedTo: 5, roundedTags: ['noted', 'bags'] });
    const series = await engine.queries.populationSeries(clerk, { ...asked, ...period });
    const { roundedTo, flows } = await engine.queries.populationFlows(clerk, { ...asked, ...between });
    expect(roundedTo).toBe(5);
    const counts = [figures, ...series].flatMap(({ total, persons, states, leaves, tags, events }) => [
      ...[total, persons],
      ...[states, leaves, events, ...Object.values(tags)].flatMap((some) => Object.values(some)),
    ]);
    for (const count of [...counts, ...flows.map((flow) => flow.count)]) expect(count % 5).toBe(0);
  });

  it('are exact for a reader who sees them, and those of no reader for whom there are none', async () => {
    const asked = { workflow: blind, clock: 'occurred' } as const;
    expect(await engine.queries.population(readerIn('head'), asked)).toMatchObject({
      total: 7,
      roundedTo: null,
    });
    await expect(engine.queries.population(readerIn('system'), asked)).rejects.toThrow(ReadNotPermittedError);
  });
});

describe('what does not go on by itself', () => {
  const later = '2025-09-01T08:00:00.000Z';
  const asked = {
    ...{ now: later, actedBy: { due: later, quiet: later }, limit: 5 },
    stuck: { cases: [], foundAt: now },
  };

  it('has a pseudonym for the reference of a case that is not seen, and is counted as it is listed', async () => {
    const [group, ...others] = await engine.queries.exceptions(readerIn('head'), asked);
    expect(others).toEqual([]);
    const total = { value: references.length, relation: 'eq' };
    expect(group).toMatchObject({ kind: 'deadline', total });
    expect(group?.items).toHaveLength(5);
    expect(group?.items.map(({ listed }) => listed?.reference).join()).not.toMatch(/L-\d/);
    expect(await engine.queries.countExceptions(readerIn('head'), asked)).toEqual(total);
    const [whole] = await engine.queries.exceptions(testReader, asked);
    expect(whole?.items.map(({ listed }) => listed?.reference)).toEqual(
      expect.arrayContaining([expect.stringMatching(/L-\d/)]),
    );
  });

  it('is nothing for a reader who sees no case', async () => {
    expect(await engine.queries.exceptions(readerIn('clerk'), asked)).toEqual([]);
    const stuck = { foundAt: now, cases: [{ caseId: 'c-1', workflow: 'luggage', what: 'x' }] };
    expect(await engine.queries.countExceptions(readerIn('clerk'), { ...asked, stuck })).toEqual({
      ...{ value: 0, relation: 'eq' },
    });
  });
});

describe('what is the work of the system', () => {
  it('is refused to everybody else', async () => {
    const { queries } = engine;
    const reader = readerIn('head');
    const after = positionOf(1);
    expect(() => queries.log(reader, { after, batchSize: 1 })).toThrow(ReadNotPermittedError);
    expect(() => queries.verifyLog(reader, () => {})).toThrow(ReadNotPermittedError);
    expect(() => queries.openCases(reader)).toThrow(ReadNotPermittedError);
    await expect(queries.passedDeadlines(reader, { now, limit: 1 })).rejects.toThrow(ReadNotPermittedError);
    await expect(queries.recordedDefinitions(reader)).rejects.toThrow(ReadNotPermittedError);
  });
});

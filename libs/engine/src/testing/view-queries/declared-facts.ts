import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText, nextRows, type ColumnValue, type KeptRow, type View } from '@safeconduct/workflow';
import { luggage, namedActor } from '@safeconduct/workflow/testing';
import { createEngine, type EngineWithViews } from '../../engine.js';
import type { EventStore } from '../../ports/event-store.js';
import { logStart } from '../../ports/position.js';
import type { RowOrder } from '../../ports/view-queries.js';
import type { ViewStore } from '../../ports/view-store.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { projectionsOf } from '../../projections/standard.js';
import type { ListedRow, ViewCondition, ViewCursor } from '../../queries/view-rows.js';
import { countingIds } from '../counting-ids.js';
import { fixedClock } from '../fixed-clock.js';
import { fixedKeyRing } from '../fixed-key-ring.js';
import { testReader } from '../test-reader.js';
import { questionsFor, type ViewQueriesAdapter } from './adapter.js';
import { choicesFrom } from './seeded-choices.js';
import { isSealed } from '../../events/metadata.js';
import { closedData } from '../../sealing/sealed-data.js';

const seed = Date.now() % 1_000_000;
const claimsTotal = 80;
const questions = 150;
const places = ['Basra', 'basra', 'البصرة', 'Zakho', '𝐁asra', 'Erbil'];

const { below, pick } = choicesFrom(seed);

const viewNamed = (name: string): View => {
  const view = luggage.views.get(name);
  if (view === undefined) throw new Error(`the luggage workflow has no view ${name}`);
  return view;
};

/** The rows of views that a workflow declares. */
export function declaredFacts(adapter: ViewQueriesAdapter): void {
  describe(`declared views (seed ${seed})`, () => {
    let events: EventStore;
    let views: ViewStore;
    let engine: EngineWithViews;

    beforeAll(async () => {
      const clock = fixedClock('2025-03-01T08:00:00.000Z');
      events = adapter.openEvents({ clock });
      views = await adapter.openViews();
      engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [luggage]);
      for (let claim = 0; claim < claimsTotal; claim += 1) await recordClaim(engine, claim);
      const ports = { events, views, codec: engine.codec, projections: projectionsOf([luggage]) };
      await new ProjectionRunner(ports, { batchSize: 7 }).catchUp();
    });

    afterAll(async () => {
      await views.close();
      await events.close();
    });

    it.each(['claims', 'traced'])(
      'has the rows of %s that follow from the events of each case',
      async (name) => {
        const rows = await rowsByFolding(events, viewNamed(name));
        expect(rows.length).toBeGreaterThan(claimsTotal / 4);
        expect(await allPages(engine, { name, where: [], limit: 500 })).toEqual(
          inOrder(rows, viewNamed(name), { descending: false }),
        );
      },
    );

    it('narrows and orders by columns, page by page, as if it looked at every row', async () => {
      for (let question = 0; question < questionsFor(adapter, questions); question += 1) {
        const name = pick(['claims', 'claims', 'traced']);
        const view = viewNamed(name);
        const rows = await rowsByFolding(events, view);
        const where = conditions(view, rows);
        const order: RowOrder = {
          by: pick([undefined, ...view.filters.map((column) => column.name)]),
          descending: below(2) === 0,
        };
        const wanted = inOrder(
          rows.filter(({ values }) => where.every((one) => isIn(one, values[one.column] ?? null))),
          view,
          order,
        );
        const found = await allPages(engine, { name, where, order, limit: pick([1, 3, 10, 500]) });
        expect({ where, order, found }).toEqual({ where, order, found: wanted });
      }
    });

    it('shows the rows of one case, however its reference is typed', async () => {
      const [row] = await rowsByFolding(events, viewNamed('traced'));
      const reference = row?.reference ?? '';
      const page = await engine.queries.viewRows(testReader, {
        ...{ workflow: luggage, view: viewNamed('traced'), where: [], limit: 50 },
        reference: ` ${reference.toLowerCase()} `,
      });
      expect(new Set(page.rows.map((one) => one.reference))).toEqual(new Set([reference]));
      const asked = { workflow: luggage, view: viewNamed('traced'), where: [], limit: 50 };
      expect(await engine.queries.viewRows(testReader, { ...asked, reference: 'L-none' })).toEqual({
        rows: [],
        next: null,
      });
    });

    it('refuses a column that a view is not narrowed by, with UNKNOWN_NAME', async () => {
      const asked = { workflow: luggage, view: viewNamed('traced'), limit: 5 };
      await expect(
        engine.queries.viewRows(testReader, { ...asked, where: [{ column: 'plaec', from: 'Basra' }] }),
      ).rejects.toThrow('no column is called plaec; did you mean place?; there are place');
    });
  });
}

async function recordClaim(engine: EngineWithViews, claim: number): Promise<void> {
  const claimNo = `L-${String(below(1_000_000))}-${claim}`;
  const bags = 1 + below(4);
  const send = (command: string, input: object, actor: string, confirmedBy?: string) =>
    engine.handle({
      target: { workflow: 'luggage', naturalKey: claimNo },
      ...{ command, input, actor: namedActor(actor), occurredAt },
      confirmation: confirmedBy === undefined ? undefined : { by: namedActor(confirmedBy) },
    });
  const occurredAt = `2025-0${1 + below(2)}-${String(1 + below(28)).padStart(2, '0')}T0${below(9)}:00:00.000Z`;
  const channel = pick(['desk', 'post']);
  await send('FileClaim', { claimNo, owner: 'A', ownerArabic: 'ا', bags, channel }, 'clerk-1');
  for (let traced = below(bags + 1); traced > 0; traced -= 1)
    await send('TraceBag', { place: pick(places) }, `clerk-${below(3)}`);
  if (below(3) > 0) await send('TakeNote', { note: 'n' }, 'clerk-1');
  if (below(3) === 0) await send('PayClaim', { amount: 5 }, 'clerk-1', 'head-1');
}

/** The rows of every case by folding all its events, without any view. */
async function rowsByFolding(events: EventStore, view: View): Promise<readonly ListedRow[]> {
  const cases = new Map<string, { reference: string; rows: readonly KeptRow[] }>();
  for (const recorded of await events.readAll({ after: logStart, limit: 10_000 })) {
    if (!recorded.stream.startsWith('case-')) continue;
    const { type, data: text, occurredAt, metadata, stream } = recorded;
    // Nothing that a view has is sealed.
    const data = (isSealed(metadata) ? closedData(text) : JSON.parse(text)) as { readonly claimNo?: string };
    const actor = { id: metadata['actor'] ?? '', role: metadata['actorRole'] ?? '' };
    const known = cases.get(stream) ?? { reference: data.claimNo ?? '', rows: [] };
    const rows = nextRows(luggage, view, { rows: known.rows, event: { type, data, occurredAt, actor } });
    cases.set(stream, { ...known, rows });
  }
  return [...cases].flatMap(([stream, { reference, rows }]) =>
    rows.map((values) => ({ caseId: stream.slice('case-'.length), reference, values })),
  );
}

/** Some conditions, most of them by a value that some row has. */
function conditions(view: View, rows: readonly ListedRow[]): readonly ViewCondition[] {
  return view.filters
    .filter(() => below(4) === 0)
    .map(({ name }) => {
      const [one, other] = [0, 1].map(() => pick(rows).values[name] ?? undefined);
      return pick<ViewCondition>([
        { column: name, from: one, to: one },
        { column: name, from: one },
        { column: name, from: one, to: other },
      ]);
    });
}

const isIn = ({ from, to }: ViewCondition, value: ColumnValue | null): boolean => {
  if (from === undefined && to === undefined) return true;
  if (value === null) return false;
  return (from === undefined || compare(value, from) >= 0) && (to === undefined || compare(value, to) <= 0);
};

const compare = (left: ColumnValue, right: ColumnValue): number =>
  typeof left === 'string' ? compareText(left, String(right)) : Number(left) - Number(right);

/** Rows in an order; those without a value in its column last. */
function inOrder(rows: readonly ListedRow[], view: View, { by, descending }: RowOrder): readonly ListedRow[] {
  const sign = descending ? -1 : 1;
  const keyOf = ({ reference, caseId, values }: ListedRow) => [
    ...(by === undefined ? [] : [values[by] ?? '']),
    ...[reference, caseId],
    ...view.key.map(({ name }) => values[name] ?? ''),
  ];
  const isAbsent = ({ values }: ListedRow) => Number(by !== undefined && (values[by] ?? null) === null);
  return rows.toSorted((left, right) => {
    const absent = isAbsent(left) - isAbsent(right);
    const [one, other] = [keyOf(left), keyOf(right)];
    const differing = one.findIndex((value, index) => compare(value, other[index] ?? '') !== 0);
    return absent || (differing < 0 ? 0 : sign * compare(one[differing] ?? '', other[differing] ?? ''));
  });
}

interface Asked {
  readonly name: string;
  readonly where: readonly ViewCondition[];
  readonly order?: RowOrder;
  readonly limit: number;
}

async function allPages(
  { queries }: EngineWithViews,
  { name, ...asked }: Asked,
): Promise<readonly ListedRow[]> {
  const found: ListedRow[] = [];
  let after: ViewCursor | undefined;
  do {
    const request = { ...asked, workflow: luggage, view: viewNamed(name), after };
    const page = await queries.viewRows(testReader, request);
    found.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

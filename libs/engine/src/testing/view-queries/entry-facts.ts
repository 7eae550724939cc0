import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../../workflows/_template/index.js';
import { createEngine } from '../../engine.js';
import { entryKinds, type EntryKind } from '../../ports/audit-queries.js';
import type { EventStore } from '../../ports/event-store.js';
import { logStart, type Position } from '../../ports/position.js';
import type { ViewStore } from '../../ports/view-store.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { standardProjections } from '../../projections/standard.js';
import {
  auditEntries,
  type AuditEntry,
  type EntryCursor,
  type EntryFilter,
} from '../../queries/audit-entries.js';
import { systemReader } from '../../queries/reader.js';
import type { ListedReadEntry } from '../../reads/listed-entries.js';
import { countingIds } from '../counting-ids.js';
import { fixedClock } from '../fixed-clock.js';
import { fixedKeyRing } from '../fixed-key-ring.js';
import { questionsFor, type ViewQueriesAdapter } from './adapter.js';
import { choicesFrom } from './seeded-choices.js';

const start = Date.parse('2025-03-01T08:00:00.000Z');
const seed = Date.now() % 1_000_000;
const { below, pick } = choicesFrom(seed);
const actors = ['clerk-1', 'clerk-2', 'head-1'];
const reader = systemReader('test');

/** An entry as the model has it. */
interface Known {
  readonly kind: EntryKind;
  readonly at: string;
  readonly place: number | Position;
  readonly caseId: string;
  readonly actor: string;
}

/** All that is on record as one list, judged by sorting every event, every refusal and every look. */
export function entryFacts(adapter: ViewQueriesAdapter): void {
  describe(`the entries of all kinds (seed ${seed})`, () => {
    const clock = fixedClock(instantOf(start));
    const looks: ListedReadEntry[] = [];
    let events: EventStore;
    let views: ViewStore;
    let record: (steps: number) => Promise<void>;

    beforeAll(async () => {
      views = await adapter.openViews();
      events = adapter.openEvents({ clock });
      const engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [
        template,
      ]);
      const ports = { events, views, codec: engine.codec, projections: standardProjections };
      record = async (steps) => {
        for (let step = 0; step < steps; step += 1) {
          // Much is known at the same moment, and the clock of the log goes back now and then.
          clock.set(instantOf(Date.parse(clock.now()) + pick([0, 0, 0, 1, 60_000, -30_000])));
          if (below(2) === 0) looks.push(lookAt(clock.now(), looks));
          else {
            const requestNo = `R-${below(6)}`;
            await engine.handle({
              target: { workflow: 'template', naturalKey: requestNo },
              ...(below(2) === 0
                ? { command: 'OpenRequest', input: { requestNo, name: 'A', nameArabic: 'ا' } }
                : { command: 'AddNote', input: { note: 'n' } }),
              actor: namedActor(pick(actors)),
            });
          }
        }
        await new ProjectionRunner(ports).catchUp();
      };
      await record(120);
    });
    afterAll(() => views.close());

    const lists: Parameters<typeof auditEntries>[0] = {
      auditEvents: (_reader, { filter, range }) => views.queries.auditEvents(filter, range),
      refusals: (_reader, { filter, range }) => views.queries.refusals(filter, range),
      readEntries(_reader, { filter, from = '', to = '~', newestFirst, after, limit }) {
        const found = looks.filter(
          ({ actor, cases, at, number }) =>
            (filter.actor === undefined || actor === filter.actor) &&
            (filter.caseId === undefined || cases.includes(filter.caseId)) &&
            at >= from &&
            at <= to &&
            (after === undefined || (newestFirst ? number < after : number > after)),
        );
        return Promise.resolve((newestFirst ? found.toReversed() : found).slice(0, limit));
      },
      listCases: async (_reader, { search: { caseIds }, limit }) =>
        views.queries.listCases({ filter: { caseIds }, limit }),
    };

    /** All pages of a list. */
    async function paged(
      filter: EntryFilter,
      newestFirst: boolean,
      between: () => Promise<void> = () => Promise.resolve(),
    ): Promise<readonly Known[]> {
      const all: AuditEntry[] = [];
      for (let after: EntryCursor | undefined; ;) {
        const range = { limit: 1 + below(9), newestFirst, after };
        const page = await auditEntries(lists, reader, { filter, range });
        expect(page.entries.length).toBeLessThanOrEqual(range.limit);
        all.push(...page.entries);
        after = page.next;
        if (after === undefined) return all.map(knownOf);
        await between();
      }
    }

    const questions = Array.from({ length: questionsFor(adapter, 40) }, (_, index) => index);
    it.each(questions)(
      'are every one that a filter leaves, each once, in one order: question %i',
      async () => {
        const known = await everything(events, looks);
        const filter = anyFilter(known);
        const newestFirst = below(2) === 0;
        const wanted = known.filter((one) => fits(one, filter));
        const found = await paged(filter, newestFirst);
        expect({ filter, found }).toEqual({ filter, found: newestFirst ? wanted.toReversed() : wanted });
      },
    );

    it('are neither left out nor shown twice while others come meanwhile, whichever comes first', async () => {
      const before = await everything(events, looks);
      const backwards = await paged({}, true, () => record(2));
      const after = (await everything(events, looks)).toReversed();
      expect(backwards.filter((one) => before.some(isSame(one)))).toEqual(before.toReversed());
      expect(backwards).toEqual(after.filter((one) => backwards.some(isSame(one))));
      let more = 12;
      const found = await paged({}, false, async () => {
        more -= 1;
        if (more > 0) await record(2);
      });
      expect(new Set(found.map(textOf))).toEqual(new Set((await everything(events, looks)).map(textOf)));
      expect(new Set(found.map(textOf)).size).toBe(found.length);
    });

    it('are named by what their one case is called, where the list of cases has it', async () => {
      const range = { limit: 500, newestFirst: false };
      const { entries } = await auditEntries(lists, reader, { filter: {}, range });
      for (const entry of entries) {
        if (entry.kind === 'recorded') expect(entry.reference).toMatch(/^R-\d$/);
        if (entry.kind === 'looked' && entry.line.cases.length !== 1) expect(entry.reference).toBeNull();
      }
    });
  });
}

function lookAt(at: string, looks: readonly ListedReadEntry[]): ListedReadEntry {
  const last = looks.at(-1)?.at ?? '';
  return {
    ...{ number: looks.length + 1, at: at > last ? at : last, hash: '' },
    ...{ actor: pick(actors), roles: [], unit: null, purposes: [], operation: 'getCase', way: 'http' },
    ...{ address: null, requestId: null, searched: null, moment: null, breakGlass: null },
    ...{ cases: ['1', '2'].slice(0, below(3)), classes: [], rows: 1 },
  };
}

/** Every entry, in the order of the list. */
async function everything(events: EventStore, looks: readonly ListedReadEntry[]): Promise<readonly Known[]> {
  let at = '';
  const inLog = (await events.readAll({ after: logStart, limit: 10_000 })).flatMap((event): Known[] => {
    if (event.recordedAt > at) at = event.recordedAt;
    const [, prefix, caseId = ''] = /^(case|refusals)-(.+)$/.exec(event.stream) ?? [];
    if (prefix === undefined) return [];
    const kind = prefix === 'case' ? 'recorded' : 'refused';
    return [{ kind, at, place: event.position, caseId, actor: event.metadata['actor'] ?? '' }];
  });
  const looked = looks.map(({ at: lookedAt, number, cases, actor }): Known => {
    return { kind: 'looked', at: lookedAt, place: number, caseId: cases.join(' '), actor };
  });
  // Both are in their order, and a sort keeps it: at one moment what is in the log comes first.
  return [...inLog, ...looked].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

const knownOf = (entry: AuditEntry): Known => {
  const { kind, at } = entry;
  const actor = entry.line.actor;
  return entry.kind === 'looked'
    ? { kind, at, actor, place: entry.line.number, caseId: entry.line.cases.join(' ') }
    : { kind, at, actor, place: entry.line.position, caseId: entry.line.caseId };
};

const isSame = (one: Known) => (other: Known) => textOf(one) === textOf(other);

const textOf = ({ kind, place }: Known): string => `${kind} ${place}`;

function anyFilter(known: readonly Known[]): EntryFilter {
  const oneOf = <Value>(values: readonly Value[]): Value | undefined =>
    below(3) === 0 ? pick(values) : undefined;
  const times = known.map(({ at }) => at);
  return {
    kinds: below(2) === 0 ? entryKinds.filter(() => below(2) === 0) : undefined,
    actor: oneOf([...actors, 'nobody']),
    caseId: oneOf([...known.map(({ caseId }) => caseId).filter((one) => one.length > 3), '1']),
    from: oneOf(times),
    to: oneOf(times),
  };
}

const fits = ({ kind, at, caseId, actor }: Known, filter: EntryFilter): boolean =>
  (filter.kinds ?? entryKinds).includes(kind) &&
  (filter.actor ?? actor) === actor &&
  (filter.caseId === undefined || caseId.split(' ').includes(filter.caseId)) &&
  at >= (filter.from ?? '') &&
  at <= (filter.to ?? '~');

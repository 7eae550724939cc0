import { logStart, type Position } from '../../ports/position.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../../../../workflows/_template/index.js';
import { createEngine } from '../../engine.js';
import type { AuditEvent, AuditFilter, AuditRefusal } from '../../ports/audit-queries.js';
import type { EventStore, RecordedEvent } from '../../ports/event-store.js';
import type { ViewStore } from '../../ports/view-store.js';
import { ProjectionRunner } from '../../projections/runner.js';
import { standardProjections } from '../../projections/standard.js';
import { countingIds } from '../counting-ids.js';
import { fixedClock } from '../fixed-clock.js';
import { fixedKeyRing } from '../fixed-key-ring.js';
import type { ViewQueriesAdapter } from './adapter.js';

const start = '2025-03-01T08:00:00.000Z';
const minute = 60_000;
const cases = 12;

/** What happened and what was refused, over all cases. */
export function auditFacts(adapter: ViewQueriesAdapter): void {
  describe('the audit', () => {
    let views: ViewStore;
    let log: readonly RecordedEvent[];

    beforeAll(async () => {
      views = await adapter.openViews();
      const clock = fixedClock(start);
      const events = adapter.openEvents({ clock });
      log = await recorded(events, views, clock);
    });
    afterAll(() => views.close());

    const inLog = (prefix: string) => log.filter(({ stream }) => stream.startsWith(prefix));
    const moments = () => log.map(({ recordedAt }) => recordedAt);

    const filters = (): readonly AuditFilter[] => [
      {},
      { workflow: 'template' },
      { workflow: 'no such workflow' },
      { actor: 'clerk-1' },
      { command: 'AddNote' },
      { caseId: caseOf(inLog('case-')[3]) },
      { from: moments()[5], to: moments()[20] },
      { actor: 'head-1', from: moments()[3] },
      { role: 'head' },
      { role: 'clerk', actor: 'clerk-1' },
    ];

    it('has every event that a filter leaves, by position, page by page', async () => {
      for (const filter of filters()) {
        const expected = inLog('case-').filter((event) => fits(event, filter));
        const ask = (after: Position | undefined, newestFirst: boolean) =>
          views.queries.auditEvents(filter, { limit: 5, newestFirst, after });
        expect((await paged(ask, false)).map(shown)).toEqual(expected.map(expectedEvent));
        expect((await paged(ask, true)).map(shown)).toEqual(expected.map(expectedEvent).reverse());
      }
    });

    it('has the events of one type', async () => {
      const found = await views.queries.auditEvents(
        { type: 'NoteAdded' },
        { limit: 100, newestFirst: false },
      );
      expect(found.map(({ position }) => position)).toEqual(
        inLog('case-')
          .filter(({ type }) => type === 'NoteAdded')
          .map(({ position }) => position),
      );
    });

    it('has every refusal that a filter leaves, with its rules, by position, page by page', async () => {
      for (const filter of [...filters(), { code: 'WRONG_STATE' }, { code: 'NOT_PERMITTED' }]) {
        const expected = inLog('refusals-').filter((event) => fits(event, filter));
        const ask = (after: Position | undefined, newestFirst: boolean) =>
          views.queries.refusals(filter, { limit: 5, newestFirst, after });
        expect((await paged(ask, false)).map(shownRefusal)).toEqual(expected.map(expectedRefusal));
        expect((await paged(ask, true)).map(shownRefusal)).toEqual(expected.map(expectedRefusal).reverse());
      }
      expect(inLog('refusals-').length).toBeGreaterThan(cases);
    });

    it('counts what it lists, by kind and by time', async () => {
      for (const filter of filters())
        for (const [part, prefix] of [['events', 'case-'] as const, ['refusals', 'refusals-'] as const]) {
          const asked = { part, filter };
          const listed = inLog(prefix).filter((event) => fits(event, filter));
          expect(await views.queries.countAudit(asked)).toEqual({ value: listed.length, relation: 'eq' });
          const { workflow, caseId, from, to } = filter;
          const others = { workflow, caseId, from, to };
          const kinds = inLog(prefix)
            .filter((event) => fits(event, others))
            .map((event) => kindOf(part, event));
          const groups = await views.queries.auditGroups({ part, filter: others });
          const counted = groups.flatMap(({ values: { type, code, ...who }, lines }) => {
            const text = [type ?? code, who.command, who.actor, who.role].join(' ');
            return Array.from({ length: lines }, () => text);
          });
          expect(counted.sort(compareText)).toEqual(kinds.sort(compareText));
          const times = [...new Set([...moments(), '2025-03-02T00:00:00.000Z'])].sort(compareText);
          expect(await views.queries.auditCounts(asked, times)).toEqual(
            times
              .slice(0, -1)
              .map(
                (at, index) =>
                  listed.filter(({ recordedAt }) => recordedAt >= at && recordedAt < (times[index + 1] ?? ''))
                    .length,
              ),
          );
        }
    });
  });
}

async function recorded(
  events: EventStore,
  views: ViewStore,
  clock: ReturnType<typeof fixedClock>,
): Promise<readonly RecordedEvent[]> {
  const engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [template]);
  for (let index = 0; index < cases; index += 1) {
    clock.set(new Date(Date.parse(start) + index * minute).toISOString());
    const requestNo = `R-${index}`;
    const target = { workflow: 'template', naturalKey: requestNo };
    const send = (command: string, input: object, actor: string, confirmedBy?: string) =>
      engine.handle({
        ...{ target, command, input, actor: namedActor(actor) },
        confirmation: confirmedBy === undefined ? undefined : { by: namedActor(confirmedBy) },
        importedBy: index % 2 === 0 ? 'sys-import' : undefined,
      });
    await send('OpenRequest', { requestNo, name: 'A', nameArabic: 'ا' }, 'clerk-1');
    await send('DeclineRequest', { reason: 'r' }, 'clerk-2');
    await send('AddNote', { note: 'n' }, `clerk-${index % 3}`);
    if (index % 2 === 0) await send('GrantRequest', { decisionNo: 'D' }, 'clerk-1', 'head-1');
    else await send('DeclineRequest', { reason: 'r' }, 'head-1');
    await send('GrantRequest', { decisionNo: 'D' }, 'clerk-1', 'head-1');
  }
  const ports = { events, views, codec: engine.codec, projections: standardProjections };
  await new ProjectionRunner(ports).catchUp();
  return events.readAll({ after: logStart, limit: 10_000 });
}

async function paged<Line extends { readonly position: Position }>(
  ask: (after: Position | undefined, newestFirst: boolean) => Promise<readonly Line[]>,
  newestFirst: boolean,
): Promise<readonly Line[]> {
  const all: Line[] = [];
  for (;;) {
    const page = await ask(all.at(-1)?.position, newestFirst);
    all.push(...page);
    if (page.length === 0) return all;
  }
}

const caseOf = (event: RecordedEvent | undefined): string =>
  event?.stream.replace(/^(case|refusals)-/, '') ?? '';

function fits(event: RecordedEvent, filter: AuditFilter & { readonly code?: string }): boolean {
  const { metadata, recordedAt } = event;
  return (
    (filter.workflow === undefined || metadata['workflow'] === filter.workflow) &&
    (filter.caseId === undefined || caseOf(event) === filter.caseId) &&
    (filter.actor === undefined || metadata['actor'] === filter.actor) &&
    (filter.role === undefined || metadata['actorRole'] === filter.role) &&
    (filter.command === undefined || metadata['command'] === filter.command) &&
    (filter.from === undefined || recordedAt >= filter.from) &&
    (filter.to === undefined || recordedAt <= filter.to) &&
    (filter.code === undefined || (JSON.parse(event.data) as { code: string }).code === filter.code)
  );
}

const kindOf = (part: 'events' | 'refusals', { type, data, metadata }: RecordedEvent): string => {
  const kind = part === 'events' ? type : (JSON.parse(data) as { readonly code: string }).code;
  return [kind, metadata['command'], metadata['actor'], metadata['actorRole']].join(' ');
};

const shown = ({ position, caseId, type, revision, actor, confirmedBy, importedBy }: AuditEvent) => ({
  ...{ position, caseId, type, revision, actor, confirmedBy, importedBy },
});

const expectedEvent = (event: RecordedEvent) => ({
  position: event.position,
  caseId: caseOf(event),
  type: event.type,
  revision: event.revision,
  actor: event.metadata['actor'],
  confirmedBy: event.metadata['confirmedBy'] ?? null,
  importedBy: event.metadata['importedBy'] ?? null,
});

const shownRefusal = ({ position, caseId, code, guards, state, revision, command }: AuditRefusal) => ({
  ...{ position, caseId, code, guards, state, revision, command },
});

function expectedRefusal(event: RecordedEvent) {
  const { code, refusals, state, revision } = JSON.parse(event.data) as {
    readonly code: string;
    readonly refusals: readonly { readonly guard: string; readonly code: string }[];
    readonly state: string | null;
    readonly revision: string;
  };
  return {
    position: event.position,
    caseId: caseOf(event),
    code,
    guards: refusals.map(({ guard, code: failed }) => ({ guard, code: failed })),
    state,
    revision: revision === '-1' ? null : BigInt(revision),
    command: event.metadata['command'],
  };
}

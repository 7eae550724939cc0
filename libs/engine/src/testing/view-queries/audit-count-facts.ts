import { compareText, instantOf } from '@safeconduct/workflow';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  auditFacets,
  type AuditAsked,
  type AuditFacet,
  type AuditPart,
  type RuleCursor,
  type RuleFilter,
  type RuleNotKept,
} from '../../ports/audit-queries.js';
import type { VisibleCases } from '../../ports/view-queries.js';
import type { ViewStore } from '../../ports/view-store.js';
import { standardProjections } from '../../projections/standard.js';
import { isTotalOf, questionsFor, type ViewQueriesAdapter } from './adapter.js';
import { fillCases, type MadeCase } from './made-log.js';
import { choicesFrom } from './seeded-choices.js';

const dayMs = 86_400_000;
const start = Date.parse('2025-01-05T00:00:00.000Z');
const daysTotal = 130;
const linesTotal = 500;
const units = ['NORTH', 'SOUTH', 'EAST'];
/** Few cases are in the south, and most are in the north or in the east. */
const places = [...Array<string>(8).fill('NORTH'), 'SOUTH', ...Array<string>(4).fill('EAST')];

const seed = Date.now() % 1_000_000;
const { below, pick } = choicesFrom(seed);
const oneOf = <Value>(values: readonly Value[]): Value | undefined =>
  below(3) === 0 ? pick(values) : undefined;

const actors = ['clerk-0', 'clerk-1', 'head-0'];
const roles = ['clerk', 'head'];
const commands = ['OpenRequest', 'ReopenRequest'];
const rules = ['noteTaken', 'requestOpen', 'withinYear'];

/** An event in a case of its own, in the order of time; some did not keep rules. */
function madeCase(_: unknown, index: number): MadeCase & { readonly failed: readonly string[] } {
  const failed = below(4) === 0 ? rules.filter(() => below(2) === 0) : [];
  const guards = rules.map((guard) => ({
    ...{ guard, version: 1, inputs: {} },
    ...(failed.includes(guard) && { failed: 'NOT_KEPT' }),
  }));
  return {
    failed,
    caseId: `${String(below(1_000_000)).padStart(6, '0')}-${index}`,
    reference: `R-${index}`,
    latin: 'Huda Ahmad',
    arabic: 'هدى أحمد',
    at: instantOf(start + Math.floor((index * daysTotal * dayMs) / linesTotal)),
    metadata: {
      ...{ actor: pick(actors), actorRole: pick(roles), command: pick(commands), place: pick(places) },
      guards: JSON.stringify(guards),
    },
  };
}

interface Line {
  readonly caseId: string;
  readonly position: number;
  readonly at: string;
  readonly place: string;
  readonly values: Readonly<Partial<Record<AuditFacet, string>>>;
}

/** What the log over all cases counts, judged by looking at every event. */
export function auditCountFacts(adapter: ViewQueriesAdapter): void {
  describe(`the numbers of the audit (seed ${seed})`, () => {
    const made = Array.from({ length: linesTotal }, madeCase);
    const questions = Array.from({ length: questionsFor(adapter, 120) }, (_, n) => n);
    let views: ViewStore;

    beforeAll(async () => {
      views = await adapter.openViews();
      await fillCases(views, made, standardProjections);
    });
    afterAll(() => views.close());

    const linesOf: Readonly<Record<AuditPart, readonly Line[]>> = {
      events: made.map((one, index) => lineOf(one, index, {})),
      refusals: [],
      rulesNotKept: made.flatMap((one, index) => one.failed.map((guard) => lineOf(one, index, { guard }))),
    };

    it.each(questions)('are those of every line that a filter leaves: question %i', async () => {
      const part = pick<AuditPart>(['events', 'events', 'rulesNotKept', 'refusals']);
      const filter = anyFilter(part);
      const asked = { part, filter } as AuditAsked;
      const wanted = linesOf[part].filter((line) => isIn(line, filter));

      const total = await views.queries.countAudit(asked);
      expect({ asked, total, isRight: isTotalOf(adapter, total, wanted.length) }).toEqual({
        ...{ asked, total, isRight: true },
      });
      const { visible, caseId, from, to } = filter;
      const others = { visible, caseId, from, to, workflow: 'template' };
      const grouped = await views.queries.auditGroups({ part, filter: others });
      const groups = textsOf(
        part,
        grouped.flatMap(({ values, lines }) => Array.from({ length: lines }, () => values)),
      );
      expect({ asked, groups }).toEqual({
        asked,
        groups: textsOf(
          part,
          linesOf[part].filter((line) => isIn(line, others)).map(({ values }) => values),
        ),
      });
      const times = wanted.map(({ at }) => at);
      const period = await views.queries.auditPeriod(asked);
      expect({ asked, period }).toEqual({
        asked,
        period: times.length === 0 ? undefined : { first: times[0], last: times.at(-1) },
      });
      const moments = anyMoments();
      const counts = await views.queries.auditCounts(asked, moments);
      expect({ asked, moments, counts }).toEqual({
        ...{ asked, moments },
        counts: moments
          .slice(1)
          .map((end, index) => times.filter((at) => at >= (moments[index] ?? '') && at < end).length),
      });
    });

    it.each(questions.slice(0, 20))(
      'belong to the rules of the list, page by page: question %i',
      async () => {
        const filter: RuleFilter = anyFilter('rulesNotKept');
        const newestFirst = below(2) === 0;
        const found: RuleNotKept[] = [];
        for (;;) {
          const last = found.at(-1);
          const after: RuleCursor | undefined = last && { position: last.position, guard: last.guard };
          const page = await views.queries.rulesNotKept(filter, { limit: 4, newestFirst, after });
          if (page.length === 0) break;
          found.push(...page);
        }
        const wanted = linesOf.rulesNotKept
          .filter((line) => isIn(line, filter))
          .map(({ position, values: { guard } }) => `${position} ${guard} NOT_KEPT`);
        expect(found.map(({ position, guard, failed }) => `${position} ${guard} ${failed}`)).toEqual(
          newestFirst ? wanted.toReversed() : wanted,
        );
      },
    );

    it('are none where no moments are asked for, and of a reader who sees nothing', async () => {
      expect(await views.queries.auditCounts({ part: 'events', filter: {} }, [])).toEqual([]);
      const asked = { part: 'events', filter: { visible: [] } } as const;
      expect(await views.queries.auditGroups(asked)).toEqual([]);
      expect(await views.queries.auditPeriod(asked)).toBeUndefined();
      expect(await views.queries.countAudit(asked)).toEqual({ value: 0, relation: 'eq' });
    });

    function anyFilter(part: AuditPart): RuleFilter {
      const [one, other] = [below(daysTotal), below(daysTotal)];
      const scope = () => ({ workflow: 'template', unit: { at: pick(units), units } });
      return {
        visible:
          below(2) === 0
            ? undefined
            : pick<VisibleCases>([
                [],
                [{ cells: [{ workflow: 'template' }] }],
                ...Array.from({ length: 6 }, () => [{ cells: [scope(), scope()] }]),
              ]),
        workflow: oneOf(['template', 'another']),
        caseId: below(8) === 0 ? pick(made).caseId : undefined,
        actor: oneOf(actors),
        role: oneOf(roles),
        command: oneOf(commands),
        from: below(2) === 0 ? instantOf(start + Math.min(one, other) * dayMs + below(dayMs)) : undefined,
        to: below(2) === 0 ? instantOf(start + Math.max(one, other) * dayMs + below(dayMs)) : undefined,
        ...(part === 'events' && { type: oneOf(['RequestOpened', 'NoteAdded']) }),
        ...(part === 'rulesNotKept' && { guard: oneOf(rules) }),
      };
    }

    /** Bounds of days, of some hours, or of nothing in particular. */
    function anyMoments(): readonly string[] {
      const step = pick([dayMs, 3_600_000, 900_000, 60_000]);
      const count = 1 + below(60);
      const found = Array.from({ length: count }, () => below((daysTotal + 10) * (dayMs / step)));
      return [...new Set(found)]
        .sort((first, second) => first - second)
        .map((index) => instantOf(start - 5 * dayMs + index * step));
    }
  });
}

const lineOf = ({ caseId, at, metadata }: MadeCase, index: number, more: Line['values']): Line => ({
  ...{ caseId, at, position: index + 1, place: metadata['place'] ?? '' },
  values: {
    ...{ type: 'RequestOpened', command: metadata['command'] ?? '', actor: metadata['actor'] ?? '' },
    role: metadata['actorRole'] ?? '',
    ...more,
  },
});

function isIn({ caseId, at, place, values }: Line, filter: RuleFilter): boolean {
  const { visible, workflow = 'template', from = at, to = at } = filter;
  const names = ['type', 'command', 'actor', 'role', 'guard'] as const;
  return (
    (visible ?? [{ cells: [{ unit: undefined }] }]).some(({ cells }) =>
      cells.some(({ unit }) => unit === undefined || unit.at === place),
    ) &&
    workflow === 'template' &&
    (filter.caseId ?? caseId) === caseId &&
    names.every((name) => filter[name] === undefined || filter[name] === values[name]) &&
    at >= from &&
    at <= to
  );
}

/** The values of each line as one text. */
const textsOf = (part: AuditPart, lines: readonly Line['values'][]): readonly string[] =>
  lines.map((values) => auditFacets[part].map((name) => values[name]).join(' ')).sort(compareText);

import { personalFields, type Workflow } from '@safeconduct/workflow';
import type { ViewRow } from './evidence.js';
import type { ReplayedEvent } from './replay.js';
import type { MakeTables } from './views.js';

type AuthorsRow = Readonly<Record<string, string | number | boolean | undefined>>;
type Change = (rows: readonly AuthorsRow[], data: unknown, event: object) => readonly AuthorsRow[];

/**
 * What the views that a workflow declares must show: the author's functions, called for every event of each case from the
 * first one on. No row is kept from one event to the next as the engine keeps it.
 */
export function declaredTables(workflow: Workflow): Readonly<Record<string, MakeTables>> {
  const declared = Object.entries(workflow.source.views ?? {});
  return Object.fromEntries(
    declared.map(([name, { rows, columns }]) => {
      const table = `${workflow.name}/${name}`;
      const make: MakeTables = ({ events }) => {
        const cases = byCase(events);
        const rowsOfCase = ([caseId, history]: readonly [string, readonly ReplayedEvent[]]) =>
          rowsAfter(workflow, rows as Readonly<Record<string, Change | undefined>>, history).map((row) => ({
            ...{ reference: referenceOf(workflow, history), case_id: caseId },
            ...Object.fromEntries(Object.keys(columns).map((column) => [column, shown(row[column])])),
          }));
        return {
          [table]: [...cases].flatMap(rowsOfCase),
          [`${table}/cases`]: [...cases].map(([caseId, history]) => ({
            case_id: caseId,
            reference: referenceOf(workflow, history),
          })),
        };
      };
      return [table, make];
    }),
  );
}

function byCase(events: readonly ReplayedEvent[]): ReadonlyMap<string, readonly ReplayedEvent[]> {
  const cases = new Map<string, ReplayedEvent[]>();
  for (const event of events) cases.set(event.caseId, [...(cases.get(event.caseId) ?? []), event]);
  return cases;
}

function rowsAfter(
  workflow: Workflow,
  changes: Readonly<Record<string, Change | undefined>>,
  history: readonly ReplayedEvent[],
): readonly AuthorsRow[] {
  let rows: readonly AuthorsRow[] = [];
  for (const { past } of history) {
    const { type, data, occurredAt, actor, confirmation } = past;
    rows =
      changes[type]?.(rows, withoutPersonal(workflow, type, data), { occurredAt, actor, confirmation }) ??
      rows;
  }
  return rows;
}

/** A copy of the data of an event, from which each personal field is taken by its path. */
function withoutPersonal({ events }: Workflow, type: string, data: unknown): unknown {
  const copy = structuredClone(data);
  const schema = events.get(type)?.schema;
  for (const path of schema === undefined ? [] : personalFields(schema).keys()) take(copy, path.split('.'));
  return copy;
}

function take(from: unknown, [field = '', ...inner]: readonly string[]): void {
  if (Array.isArray(from)) for (const item of from) take(item, [field, ...inner]);
  else if (typeof from === 'object' && from !== null) {
    const fields = from as Record<string, unknown>;
    if (inner.length > 0) take(fields[field], inner);
    else Reflect.deleteProperty(fields, field);
  }
}

const referenceOf = ({ opening }: Workflow, [opened]: readonly ReplayedEvent[]): string =>
  String((opened?.past.data as Readonly<Record<string, unknown>>)[opening.opens]);

const shown = (value: AuthorsRow[string]): ViewRow[string] =>
  typeof value === 'boolean' ? Number(value) : (value ?? null);

import {
  changesRows,
  keyText,
  nextRows,
  personalFields,
  type ColumnKind,
  type KeptRow,
  type View,
  type Workflow,
} from '@safeconduct/workflow';
import type { CaseEvent } from '../events/case-event.js';
import {
  defineTable,
  type ColumnType,
  type DefinedTable,
  type Key,
  type Row,
  type TableDefinition,
} from '../ports/view-store.js';
import { referenceOf } from './cases.js';
import type { CaseProjection, Rows } from './projection.js';
import { versionWith } from './versions.js';
import { dataInViews, factInViews } from './data-in-views.js';

const caseColumns = {
  case_id: 'case',
  reference: 'text',
  /** The rows of the case, as JSON: what the next event changes. */
  rows: 'text',
} as const;

/** What a view keeps of each case beside its rows. */
export type DeclaredCases = DefinedTable<string, typeof caseColumns>;

const keptAs: Readonly<Record<ColumnKind, 'text' | 'integer' | 'instant'>> = {
  text: 'text',
  code: 'text',
  day: 'text',
  instant: 'instant',
  integer: 'integer',
  boolean: 'integer',
};

/** The name of a declared view among all views. No view that all workflows have has a slash in its name. */
export const declaredName = ({ workflow, name }: Pick<View, 'workflow' | 'name'>): string =>
  `${workflow}/${name}`;

/**
 * The table of a declared view: its columns beside the case, in the order of the references of the cases. Each column
 * that is asked by leads an index, in which equal rows follow each other in that order.
 */
export function declaredTable(view: View): TableDefinition {
  const columns: Record<string, ColumnType> = { reference: 'text', case_id: 'text' };
  for (const { name, kind, optional } of view.columns) {
    columns[name] = optional ? `${keptAs[kind]}?` : keptAs[kind];
  }
  const key = ['reference', 'case_id', ...view.key.map(({ name }) => name)];
  const indexes = view.filters.map(({ name }) => [name, ...key.filter((other) => other !== name)]);
  return { name: declaredName(view), columns, key, indexes };
}

const declaredCases = (view: View): DeclaredCases =>
  defineTable({ name: `${declaredName(view)}/cases`, columns: caseColumns, key: ['case_id'], indexes: [] });

/**
 * The definition of a declared view; another version when its columns or the shape of its events change. A field that is
 * marked as personal from now on is part of that shape: rows that were made from it are made again, without it.
 */
const definitionOf = (workflow: Workflow, view: View, tables: readonly TableDefinition[]) => {
  const { version, columns, key = [], filters = [], rows } = view.source;
  const events = Object.keys(rows).map((type) => {
    const event = workflow.events.get(type);
    return [type, event?.version, ...(event === undefined ? [] : personalFields(event.schema).keys())];
  });
  const shape = JSON.stringify([Object.entries(columns), key, filters, events, workflow.opening.opens]);
  return { name: declaredName(view), version: versionWith(version, [shape]), tables };
};

/** Fills a view that a workflow declares. Events of other workflows, and those it does not follow, cost it nothing. */
export function declaredProjection(workflow: Workflow, view: View): CaseProjection {
  const tables = { rows: declaredTable(view), cases: declaredCases(view) };
  const isOpening = ({ recorded }: CaseEvent) => recorded.revision === 0n;
  const isFollowed = ({ recorded, envelope }: CaseEvent) =>
    envelope.workflow === workflow.name && changesRows(view, recorded.type);
  return {
    view: definitionOf(workflow, view, [tables.rows, tables.cases]),

    reads: (event) =>
      isFollowed(event) && !isOpening(event) ? [{ table: tables.cases, key: [event.caseId] }] : [],

    apply(event, rows) {
      const opens = isOpening(event) && event.envelope.workflow === workflow.name;
      if (!opens && !isFollowed(event)) return;
      const known = opens ? undefined : rows.get(tables.cases, [event.caseId]);
      const reference = known?.reference ?? referenceOf(workflow.opening.opens, dataInViews(event));
      const before = known === undefined ? [] : (JSON.parse(known.rows) as readonly KeptRow[]);
      const after = nextRows(workflow, view, { rows: before, event: factInViews(event) });
      if (!opens && after === before) return;
      rows.put(tables.cases, { case_id: event.caseId, reference, rows: JSON.stringify(after) });
      replaceRows({ view, table: tables.rows, of: [reference, event.caseId] }, rows, [before, after]);
    },
  };
}

interface RowsOfCase {
  readonly view: View;
  readonly table: TableDefinition;
  /** The case: what its rows have before the columns of the view. */
  readonly of: readonly [reference: string, caseId: string];
}

/** Removes the rows that are gone, and puts those that are new or have changed. */
function replaceRows(
  { view, table, of }: RowsOfCase,
  rows: Rows,
  [before, after]: readonly [readonly KeptRow[], readonly KeptRow[]],
): void {
  const known = new Map(before.map((row) => [keyText(view, row), row]));
  for (const row of after) {
    const key = keyText(view, row);
    const same = JSON.stringify(known.get(key)) === JSON.stringify(row);
    known.delete(key);
    if (!same) rows.put(table, { reference: of[0], case_id: of[1], ...stored(row) });
  }
  for (const row of known.values()) {
    const kept = stored(row);
    rows.remove(table, [...of, ...view.key.map(({ name }) => kept[name] ?? null)] satisfies Key);
  }
}

/** A row as the table has it: stores know no yes and no. */
const stored = (row: KeptRow): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );

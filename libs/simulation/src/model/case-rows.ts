import { compareText } from '@safeconduct/workflow';
import type { ViewRow } from './evidence.js';
import type { ReplayedEvent } from './replay.js';
import type { MakeTables } from './views.js';

const neverDue = '9999-12-31T23:59:59.999Z';

interface Listed {
  readonly row: ViewRow;
  readonly leaf: string;
  readonly due: Readonly<Record<string, string>>;
  /** The revision since which each deadline runs with its date. */
  readonly since: Readonly<Record<string, number>>;
}

/** The list of cases, how many each cell has, and the deadlines that run, straight from the envelopes. */
export const caseTables: MakeTables = ({ workflow, events }) => {
  const cases = new Map<string, Listed>();
  for (const event of events) cases.set(event.caseId, listed(workflow, event, cases.get(event.caseId)));
  const all = [...cases.values()];
  return {
    case_list: all.map(({ row }) => row),
    case_cell: counted(all, ['cell']),
    assigned_cell: counted(all, ['assignee', 'cell']),
    deadline: all.flatMap(({ row, due, since }) =>
      Object.entries(due).map(([name, dueAt]) => ({
        case_id: row['case_id'] ?? null,
        name,
        role: workflow.source.deadlines[name]?.role ?? '',
        due_at: dueAt,
        since_revision: since[name] ?? null,
      })),
    ),
  };
};

function listed(
  workflow: Parameters<MakeTables>[0]['workflow'],
  { recorded, caseId, past }: ReplayedEvent,
  before: Listed | undefined,
): Listed {
  const { metadata, occurredAt, recordedAt, revision, position } = recorded;
  const data = past.data as Readonly<Record<string, unknown>>;
  const known = before?.row;
  const tells = workflow.source.subject[past.type] as
    ((data: unknown) => { readonly latin: string; readonly arabic: string }) | undefined;
  const subject = tells?.(data);
  const due =
    metadata['due'] === undefined ? (before?.due ?? {}) : (JSON.parse(metadata['due']) as Listed['due']);
  const leaf = metadata['state'] ?? '';
  const [earliest] = Object.values(due).sort(compareText);
  const [place = '', outcome = '', tags = ''] = ['place', 'outcome', 'tags'].map((name) => metadata[name]);
  const running = Object.keys(due).sort(compareText).join(';');
  const cell = [workflow.name, leaf, place, outcome, tags, running].join('|');
  const latin = subject?.latin ?? known?.['subject_latin'] ?? null;
  const arabic = subject?.arabic ?? known?.['subject_arabic'] ?? null;
  const row: ViewRow = {
    case_id: caseId,
    id_order: caseId,
    reference: known?.['reference'] ?? String(data[workflow.opening.opens]),
    subject_latin: latin,
    subject_arabic: arabic,
    latin_order: letters(latin),
    arabic_order: letters(arabic),
    cell,
    assignee: metadata['assignee'] ?? '',
    revision: Number(revision),
    position: Number(position),
    recorded_at: recordedAt,
    state_since: before?.leaf === leaf ? (before.row['state_since'] ?? null) : occurredAt,
    due_order: earliest ?? neverDue,
  };
  const sinceOf = ([name, dueAt]: readonly [string, string]) =>
    [name, before?.due[name] === dueAt ? before.since[name] : Number(revision)] as const;
  return { row, leaf, due, since: Object.fromEntries(Object.entries(due).map(sinceOf)) as Listed['since'] };
}

/** A name without marks and lengthened strokes, in small letters. */
const letters = (name: ViewRow[string] | undefined): string =>
  (typeof name === 'string' ? name : '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|ـ/gu, '');

/** How many cases are equal in some columns. */
function counted(cases: readonly Listed[], columns: readonly string[]): readonly ViewRow[] {
  const keyOf = ({ row }: Listed) => columns.map((name) => [name, row[name] ?? null] as const);
  const groups = Map.groupBy(cases, (one) => JSON.stringify(keyOf(one)));
  return [...groups.values()].map((some) => ({
    ...Object.fromEntries(some.slice(0, 1).flatMap(keyOf)),
    cases: some.length,
  }));
}

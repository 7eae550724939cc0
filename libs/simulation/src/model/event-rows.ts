import type { ViewRow } from './evidence.js';
import type { MakeTables } from './views.js';

/** One line for each event. */
export const timelineTables: MakeTables = ({ workflow, events, indexOf }) => ({
  timeline: events.map(({ recorded, caseId }) => ({
    position: Number(recorded.position),
    ordinal: indexOf(recorded).ordinal,
    case_id: caseId,
    workflow: workflow.name,
    revision: Number(recorded.revision),
    type: recorded.type,
    command: recorded.metadata['command'] ?? null,
    occurred_at: recorded.occurredAt,
    said_at: recorded.metadata['saidAt'] ?? null,
    recorded_at: recorded.recordedAt,
    known_at: indexOf(recorded).knownAt,
    actor: recorded.metadata['actor'] ?? null,
    role: recorded.metadata['actorRole'] ?? null,
    confirmed_by: recorded.metadata['confirmedBy'] ?? null,
    imported_by: recorded.metadata['importedBy'] ?? null,
    on_behalf_of: recorded.metadata['onBehalfOf'] ?? null,
    state: recorded.metadata['state'] ?? null,
  })),
  timeline_count: countRows(workflow.name, events, indexOf),
  rule_not_kept: events.flatMap(({ recorded }) =>
    guardsOf(recorded.metadata['guards'])
      .filter(({ failed }) => failed !== undefined)
      .map(({ guard, failed = '' }) => ({ position: Number(recorded.position), guard, failed })),
  ),
});

const dayMs = 86_400_000;

/** How many events of each kind each person recorded: ever, in 30 days of UTC, and on a day. */
function countRows(
  workflow: string,
  events: Parameters<MakeTables>[0]['events'],
  indexOf: Parameters<MakeTables>[0]['indexOf'],
): readonly ViewRow[] {
  const counts = new Map<string, { readonly row: ViewRow; events: number }>();
  for (const { recorded } of events) {
    const { command = '', actor = '', actorRole: role = '' } = recorded.metadata;
    const day = Math.floor(Date.parse(indexOf(recorded).knownAt) / dayMs);
    for (const [grain, span] of [0, Math.floor(day / 30), day].entries()) {
      const row = { grain, span, workflow, type: recorded.type, command, actor, role };
      const key = JSON.stringify(row);
      const counted = counts.get(key) ?? { row, events: 0 };
      counted.events += 1;
      counts.set(key, counted);
    }
  }
  return [...counts.values()].map(({ row, events: count }) => ({ ...row, events: count }));
}

const guardsOf = (guards: string | undefined) =>
  guards === undefined
    ? []
    : (JSON.parse(guards) as readonly { readonly guard: string; readonly failed?: string }[]);

interface RefusedData {
  readonly code: string;
  readonly state: string | null;
  readonly revision: string;
  readonly refusals: readonly { readonly guard: string; readonly code: string }[];
}

const prefix = 'refusals-';

/** One line for each refusal. */
export const refusalTables: MakeTables = ({ workflow, log, indexOf }) => ({
  refusal: log
    .filter(({ stream }) => stream.startsWith(prefix))
    .map((event) => {
      const { stream, position, data, metadata, recordedAt } = event;
      const { code, state, revision, refusals } = JSON.parse(data) as RefusedData;
      return {
        position: Number(position),
        case_id: stream.slice(prefix.length),
        workflow: workflow.name,
        command: metadata['command'] ?? null,
        code,
        guards: JSON.stringify(refusals.map(({ guard, code: failed }) => ({ guard, code: failed }))),
        actor: metadata['actor'] ?? null,
        role: metadata['actorRole'] ?? null,
        confirmed_by: metadata['confirmedBy'] ?? null,
        imported_by: metadata['importedBy'] ?? null,
        on_behalf_of: metadata['onBehalfOf'] ?? null,
        state,
        revision: revision === '-1' ? null : Number(revision),
        recorded_at: recordedAt,
        known_at: indexOf(event).knownAt,
      };
    }),
});

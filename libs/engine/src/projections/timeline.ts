import { epochMsOf } from '@safeconduct/workflow';
import { defineTable, type Value } from '../ports/view-store.js';
import { dayMs } from './population.js';
import type { CaseProjection } from './projection.js';

/** One row an event: what happened, when, and who was behind it. No event data. */
export const timeline = defineTable({
  name: 'timeline',
  columns: {
    position: 'integer',
    /** How many events the log has up to this one. */
    ordinal: 'integer',
    case_id: 'case',
    workflow: 'name',
    revision: 'integer',
    type: 'name',
    command: 'name',
    occurred_at: 'instant',
    /** When it happened as it was said, where the event had to stand at a later time. */
    said_at: 'instant?',
    recorded_at: 'instant',
    /** The latest recorded time up to this event: it never goes back, whatever clocks the store has. */
    known_at: 'instant',
    actor: 'name',
    role: 'name',
    confirmed_by: 'name?',
    imported_by: 'name?',
    on_behalf_of: 'text?',
    state: 'name',
  },
  key: ['position'],
  // Positions only grow, so each of these is written at its end, one place a value.
  indexes: [
    ['case_id', 'revision'],
    ['occurred_at'],
    ['known_at'],
    ['actor', 'position'],
    ['role', 'position'],
    ['type', 'position'],
    ['command', 'position'],
  ],
});

/** How many events of one kind one person recorded within one span of the recorded clock. */
export const timelineCounts = defineTable({
  name: 'timeline_count',
  columns: {
    /** Which of the `countSpans` it is. */
    grain: 'integer',
    /** Which span of that length, counted from 1970 on. */
    span: 'integer',
    workflow: 'name',
    type: 'name',
    command: 'name',
    actor: 'name',
    role: 'name',
    events: 'integer',
  },
  key: ['grain', 'span', 'workflow', 'type', 'command', 'actor', 'role'],
  indexes: [],
});

/** One row for each rule that an event did not keep: its fact stands although the rule failed. */
export const rulesNotKept = defineTable({
  name: 'rule_not_kept',
  columns: {
    position: 'integer',
    /** The id of the guard, and the code it failed with. */
    guard: 'name',
    failed: 'name',
  },
  key: ['position', 'guard'],
  indexes: [['guard', 'position']],
});

/**
 * The lengths of spans in which events are counted, in milliseconds, long ones first: the whole log, 30 days and days in
 * UTC, by the time since which an event is known. What is asked of a period costs the long spans in it, the days beside
 * these, and the events of the two days in which it begins and ends.
 */
export const countSpans = [
  { grain: 0, length: Number.POSITIVE_INFINITY },
  { grain: 1, length: 30 * dayMs },
  { grain: 2, length: dayMs },
] as const;

const [, thirtyDays, days] = countSpans;

/** A day is counted in the longer spans that hold it. */
const longerSpans = ([, day, ...counted]: readonly Value[]): readonly (readonly Value[])[] => [
  [countSpans[0].grain, 0, ...counted],
  [thirtyDays.grain, Math.floor(Number(day) / (thirtyDays.length / days.length)), ...counted],
];

/** What happened, in the order in which it was recorded; how much of it; and which rules it did not keep. */
export const timelineProjection: CaseProjection = {
  view: { name: 'timeline', version: 5, tables: [timeline, timelineCounts, rulesNotKept] },

  reads: () => [],

  apply({ recorded, caseId, envelope }, rows, { ordinal, knownAt }) {
    const { actor, confirmation, onBehalfOf, importedBy } = envelope;
    rows.append(timeline, {
      position: Number(recorded.position),
      ordinal,
      case_id: caseId,
      workflow: envelope.workflow,
      revision: Number(recorded.revision),
      type: recorded.type,
      command: envelope.command,
      occurred_at: recorded.occurredAt,
      said_at: envelope.saidAt ?? null,
      recorded_at: recorded.recordedAt,
      known_at: knownAt,
      actor: actor.id,
      role: actor.role,
      confirmed_by: confirmation?.by.id ?? null,
      imported_by: importedBy ?? null,
      on_behalf_of: onBehalfOf ?? null,
      state: envelope.state,
    });
    const { workflow, command } = envelope;
    const day = Math.floor(epochMsOf(knownAt) / days.length);
    rows.add(timelineCounts, [days.grain, day, workflow, recorded.type, command, actor.id, actor.role], 1);
    for (const { guard, failed } of envelope.guards) {
      if (failed === undefined) continue;
      rows.append(rulesNotKept, { position: Number(recorded.position), guard, failed });
    }
  },

  wider: (_table, key) => longerSpans(key),
};

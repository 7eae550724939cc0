import { compareText } from '@safeconduct/workflow';
import { derivedId } from '../events/ids.js';
import type { EventCodec } from '../events/codec.js';
import { readLog } from '../following/log-follower.js';
import type { EventStore } from '../ports/event-store.js';
import { logStart } from '../ports/position.js';
import type { ViewDefinition, ViewStore } from '../ports/view-store.js';
import { caseDefinitions } from '../projections/cases.js';
import { viewsReached } from '../projections/runner.js';

/** A definition under which events were decided. */
export interface RecordedDefinition {
  readonly workflow: string;
  readonly fingerprint: string;
  /** Of its last event. */
  readonly position: number;
}

export interface RecordedDefinitionsPorts {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly codec: EventCodec;
}

const definitionsMax = 10_000;

/** Every definition under which events of the log were decided: from the view, and from the events that it lacks. */
export async function recordedDefinitions(
  { events, views, codec }: RecordedDefinitionsPorts,
  definitions: readonly ViewDefinition[],
): Promise<readonly RecordedDefinition[]> {
  const found = new Map<string, RecordedDefinition>();
  // The position is read first: an event that comes in between is read twice, which changes nothing.
  const after = await viewsReached(
    views,
    definitions.filter(({ tables }) => tables.includes(caseDefinitions)),
  );
  const rows = after === logStart ? [] : await views.scan(caseDefinitions, { limit: definitionsMax });
  for (const row of rows) add(found, row as unknown as RecordedDefinition);
  for await (const batch of readLog({ events, codec }, { after })) {
    for (const event of batch.events) {
      if (event.kind !== 'case') continue;
      const { workflow, fingerprint } = event.envelope;
      add(found, { workflow, fingerprint, position: Number(event.recorded.position) });
    }
  }
  return [...found.values()];
}

function add(found: Map<string, RecordedDefinition>, one: RecordedDefinition): void {
  const key = `${one.workflow} ${one.fingerprint}`;
  const known = found.get(key);
  if (known === undefined || known.position < one.position) found.set(key, one);
}

/**
 * The name under which the log keeps that a definition goes on with the cases of all others: another one when one of the
 * others has decided since.
 */
export function checkedMark(
  workflow: string,
  fingerprint: string,
  recorded: readonly RecordedDefinition[],
): string {
  const others = recorded
    .filter((one) => one.workflow === workflow && one.fingerprint !== fingerprint)
    .map((one) => `${one.fingerprint} ${one.position}`)
    .sort(compareText);
  return `cases-checked-${derivedId(workflow, fingerprint, ...others)}`;
}

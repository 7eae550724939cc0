import { createEngine, type Clock, type Engine, type EventStore, type KeyRing } from '@safeconduct/engine';
import { dryRunEvents, uuidIds } from '@safeconduct/stores';

/** What a dry run starts from. */
export interface DryRunPorts {
  readonly engine: Pick<Engine, 'register'>;
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
}

/**
 * An engine of the same workflows over what is recorded. What it records itself stays in memory, and is there for the
 * commands that follow.
 */
export function dryRunEngine({ engine, events, keys, clock }: DryRunPorts): Engine {
  const ports = { events: dryRunEvents(events, clock), keys, clock, ids: uuidIds };
  return createEngine(ports, [...engine.register.values()]);
}

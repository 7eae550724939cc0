import { createEngine, type Engine } from '@safeconduct/engine';
import { uuidIds } from '@safeconduct/stores';
import type { EventDefinition, Workflow } from '@safeconduct/workflow';
import { z } from 'zod';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { measuredWorkflow } from './installation.js';

/**
 * An engine over the data of an installation that seals nothing: what sealing is compared with. Its workflow is the
 * measured one, whose events say of no field that it is personal. Commands, guards and decisions are the same.
 */
export function unsealedEngine({ engine, events, keys, clock, views, identity }: Installation): Engine {
  const ports = { events, keys, clock, ids: uuidIds, people: identity, views };
  return createEngine(ports, [unmarked(measuredWorkflow(engine))]);
}

const unmarked = (workflow: Workflow): Workflow => ({
  ...workflow,
  events: new Map(Array.from(workflow.events, ([type, event]) => [type, withoutMarks(event)])),
});

const withoutMarks = ({ version, upcasters }: EventDefinition): EventDefinition => ({
  ...{ version, upcasters },
  schema: z.unknown(),
});

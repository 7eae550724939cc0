import type { Instant } from '@safeconduct/workflow';
import type { EventStore } from '../ports/event-store.js';
import type { Position } from '../ports/position.js';
import type { Generation, ViewDefinition, ViewStore } from '../ports/view-store.js';
import type { Projection } from '../projections/projection.js';
import { viewsReached } from '../projections/runner.js';

/** How far the views are behind the log. */
export interface ViewProgress {
  readonly head: Position;
  /** Every view that all workflows have has everything up to here. */
  readonly reached: Position;
  /** When the first event that a view lacks was recorded; null when no view lacks one. */
  readonly missingSince: Instant | null;
  /** Of the views that are filled; one that is kept from another release is none. */
  readonly generations: readonly GenerationProgress[];
}

export interface GenerationProgress extends Generation {
  /** How many events of the log it lacks; `undefined` from a store that cannot count. */
  readonly behind: number | undefined;
}

interface ProgressPorts {
  readonly events: EventStore;
  readonly views: ViewStore;
}

/** How far they are now. */
export async function progressOf(
  { events, views }: ProgressPorts,
  standard: readonly ViewDefinition[],
  projections: readonly Projection[],
): Promise<ViewProgress> {
  // The views are read first, because they are filled meanwhile: they are never ahead of their log.
  const reached = await viewsReached(views, standard);
  const head = await events.head();
  const [missing] = await events.readAll({ after: reached, limit: 1 });
  const generations = await Promise.all(
    (await views.generations())
      .filter(({ view }) => projections.some((one) => one.view.name === view))
      .map(async (generation) => ({
        ...generation,
        behind: await events.countAfter(generation.checkpoint),
      })),
  );
  return { head, reached, missingSince: missing?.recordedAt ?? null, generations };
}

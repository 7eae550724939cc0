import type { Clock } from '../../ports/clock.js';
import type { EventStore } from '../../ports/event-store.js';
import { countedMax as countedMost, type Total } from '../../ports/view-queries.js';
import type { ViewStore } from '../../ports/view-store.js';

/** What the contract needs to know of an adapter. */
export interface ViewQueriesAdapter {
  /** Opens a new, empty view store. */
  openViews(): ViewStore | Promise<ViewStore>;
  /** Opens a new, empty log to fill the views from. */
  openEvents(options: { readonly clock: Clock }): EventStore;
  /** The part of the generated questions to ask where each takes long; they are other ones each time. Left out: all. */
  readonly share?: number;
  /** Up to how many cases it counts one by one; left out: as many as the port says. */
  readonly countedMax?: number | undefined;
}

/** How many questions to generate for a store. */
export const questionsFor = ({ share = 1 }: ViewQueriesAdapter, all: number): number =>
  Math.ceil(all * share);

/** Whether a total is right for a list of so many cases: exactly, or a lower bound where they are more than are counted. */
export const isTotalOf = (
  { countedMax = countedMost }: ViewQueriesAdapter,
  { value, relation }: Total,
  cases: number,
): boolean => (relation === 'eq' ? value === cases : value <= cases && cases > countedMax);

import type { ChartGuard, ChartState, Transition } from '@safeconduct/workflow';
import type { EventData, Events } from '../events.js';
import type { Facts } from '../facts.js';
import { origins, type Origin } from '../vocabulary.js';

export type State = ChartState<Facts, Events>;
export type On = NonNullable<State['on']>;

/** A rule of the chart that looks at the event alone. */
export const when = <T extends keyof Events>(
  name: string,
  test: (data: EventData<T>) => boolean,
): ChartGuard<Facts, EventData<T>> => ({ name, test: (_facts, data) => test(data) });

/** What may be recorded of anybody who is in the host country, wherever his case stands. */
export const inHost: On = {
  IdentityRecorded: {},
  CounsellingHeld: {},
  IntentionStated: {},
  RiskAssessed: {},
};

/** What may be recorded in every case that is not resolved. */
export const unresolved: On = { HoldPlaced: {}, HoldReleased: {} };

/**
 * Back to where the person was before his relocation was opened. The last way has no rule, so that a withdrawal always
 * finds one: the camp is where everybody rests who waits for nothing else.
 */
export function toOrigin<Data>(also?: ChartGuard<Facts, Data>): readonly Transition<Facts, Data>[] {
  const [camp, ...waiting] = origins;
  const back = waiting.map((origin) => ({ target: origin, guard: cameFrom(origin, also) }));
  return [...back, also === undefined ? { target: camp } : { target: camp, guard: also }];
}

const cameFrom = <Data>(origin: Origin, also?: ChartGuard<Facts, Data>): ChartGuard<Facts, Data> => ({
  name: also === undefined ? `came from ${origin}` : `${also.name}, came from ${origin}`,
  test: (facts, data) => facts.relocation?.origin === origin && also?.test(facts, data) !== false,
});

import type { ChartGuard, ChartState } from '@safeconduct/workflow';
import type { EventData, Events } from './events.js';
import type { Facts } from './facts.js';

export type State = ChartState<Facts, Events>;
export type On = NonNullable<State['on']>;

/** A rule of the chart that reads the event alone. */
export const when = <T extends keyof Events>(
  name: string,
  test: (data: EventData<T>) => boolean,
): ChartGuard<Facts, EventData<T>> => ({ name, test: (_facts, data) => test(data) });

/** A relocation begins here, and leads back to where it began when it comes to nothing. */
export const opensRelocation = { target: 'relocating.referred', marks: 'relocation' } as const;
export const endsRelocation = { target: { back: 'relocation', otherwise: 'camped.settled' } } as const;

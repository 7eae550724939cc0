import { givenDay } from '../../language/days.js';

/** What the address of the figures says: the day that is looked at, and those between which cases moved. */
export interface InsightsSearch {
  readonly at?: string;
  readonly from?: string;
  readonly to?: string;
  readonly workflow?: string;
  /** The chart shows for how long cases have been in their states; left out: how many. */
  readonly show?: 'time';
  /** How many days the flows are shown at, the first and the last one included; left out: two. */
  readonly dates?: number;
}

/** How many days flows can be shown at. */
export const datesShown = [2, 3, 4, 5] as const;

const name = /^[a-z][a-z0-9-]{0,63}$/;

export function insightsSearch(given: Readonly<Record<string, unknown>>): InsightsSearch {
  const days = (['at', 'from', 'to'] as const).flatMap((key) => {
    const day = givenDay(given[key]);
    return day === undefined ? [] : [[key, day] as const];
  });
  const { workflow, show } = given;
  const dates = datesShown.find((count) => count === Number(given['dates']));
  return {
    ...Object.fromEntries(days),
    ...(show === 'time' && { show }),
    ...(dates !== undefined && dates > 2 && { dates }),
    ...(typeof workflow === 'string' && name.test(workflow) && { workflow }),
  };
}

import { givenDay } from '../../language/days.js';

/** What the address of the figures says: the day that is looked at, and the two between which cases moved. */
export interface InsightsSearch {
  readonly at?: string;
  readonly from?: string;
  readonly to?: string;
  readonly workflow?: string;
}

const name = /^[a-z][a-z0-9-]{0,63}$/;

export function insightsSearch(given: Readonly<Record<string, unknown>>): InsightsSearch {
  const days = (['at', 'from', 'to'] as const).flatMap((key) => {
    const day = givenDay(given[key]);
    return day === undefined ? [] : [[key, day] as const];
  });
  const { workflow } = given;
  return {
    ...Object.fromEntries(days),
    ...(typeof workflow === 'string' && name.test(workflow) && { workflow }),
  };
}

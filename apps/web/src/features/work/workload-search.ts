export const loadSorts = ['officer', 'open', 'overdue', 'dueSoon', 'waitingOnThem'] as const;
export type LoadSort = (typeof loadSorts)[number];

/** What the address of the workload says. */
export interface WorkloadSearch {
  /** Only cases at this facility. */
  readonly facility?: string;
  /** A column, with `-` before it downwards. Left out: who has the most open cases first. */
  readonly by?: LoadSort | `-${LoadSort}`;
}

const code = /^[\w.-]{1,100}$/;

/** Reads the address. What it cannot be is left out. */
export function workloadSearch({ facility, by }: Readonly<Record<string, unknown>>): WorkloadSearch {
  const sorted = loadSorts.flatMap((one) => [one, `-${one}`] as const).find((one) => one === by);
  return {
    ...(typeof facility === 'string' && code.test(facility) && { facility }),
    ...(sorted !== undefined && { by: sorted }),
  };
}

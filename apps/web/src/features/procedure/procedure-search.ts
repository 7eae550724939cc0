export const parts = ['states', 'steps', 'roles', 'deadlines'] as const;
export type Part = (typeof parts)[number];

/** What the address of the procedure says. */
export interface ProcedureSearch {
  readonly workflow?: string;
  readonly part?: Part;
  /** Of the states: the one that is looked into. Of the steps: only those that are possible in it. */
  readonly state?: string;
  /** Only steps that this role may send or confirm. */
  readonly role?: string;
}

const name = /^[\w.-]{1,120}$/;

/** Reads the address. What it cannot be is left out. */
export function procedureSearch(given: Readonly<Record<string, unknown>>): ProcedureSearch {
  const part = parts.find((one) => one === given['part']);
  const names = (['workflow', 'state', 'role'] as const).flatMap((key) => {
    const value = given[key];
    return typeof value === 'string' && name.test(value) ? [[key, value] as const] : [];
  });
  return { ...(part !== undefined && { part }), ...Object.fromEntries(names) };
}

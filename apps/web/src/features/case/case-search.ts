export const caseTabs = ['summary', 'timeline', 'diagram', 'documents'] as const;
export type CaseTab = (typeof caseTabs)[number];

/** What the address of a case says: which part of it is shown, and which command is being filled in. */
export interface CaseSearch {
  readonly tab?: CaseTab;
  /** Events of this type alone are in the timeline. */
  readonly type?: string;
  readonly do?: string;
}

const name = /^[A-Za-z]\w{0,99}$/;

export function caseSearch(given: Readonly<Record<string, unknown>>): CaseSearch {
  const tab = caseTabs.find((one) => one === given['tab']);
  const { type, do: command } = given;
  return {
    ...(tab !== undefined && { tab }),
    ...(isName(type) && { type }),
    ...(isName(command) && { do: command }),
  };
}

const isName = (given: unknown): given is string => typeof given === 'string' && name.test(given);

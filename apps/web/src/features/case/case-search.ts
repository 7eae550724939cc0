export const caseTabs = ['summary', 'timeline', 'diagram', 'documents'] as const;
export type CaseTab = (typeof caseTabs)[number];

/** What the address of a case says: which part of it is shown, and which command is being filled in. */
export interface CaseSearch {
  readonly tab?: CaseTab;
  readonly do?: string;
}

const commandName = /^[A-Za-z]\w{0,99}$/;

export function caseSearch(given: Readonly<Record<string, unknown>>): CaseSearch {
  const tab = caseTabs.find((one) => one === given['tab']);
  const command = given['do'];
  return {
    ...(tab !== undefined && { tab }),
    ...(typeof command === 'string' && commandName.test(command) && { do: command }),
  };
}

let order: readonly string[] = [];

/** Remembers in which order the cases stood in the list that was shown last. */
export function rememberOrder(caseIds: readonly string[]): void {
  order = caseIds;
}

/** The case after or before one in the list that was shown last; undefined where there is none. */
export function neighbourOf(caseId: string, step: 1 | -1): string | undefined {
  const at = order.indexOf(caseId);
  return at < 0 ? undefined : order[at + step];
}

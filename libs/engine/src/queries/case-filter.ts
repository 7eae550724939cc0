import { identityForm } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { EventCodec } from '../events/codec.js';
import type { AskedDeadlines, AskedLeaves, CaseFilter } from '../ports/view-queries.js';
import { referencesSearched, wordsSearched } from '../search/search-words.js';
import { checkNames } from './check-names.js';
import type { LogQueries } from './log-queries.js';
import type { CaseSearch } from './queries.js';
import type { Reader } from './reader.js';

export interface CaseFilterPorts {
  readonly log: Pick<LogQueries, 'findCases'>;
  readonly codec: EventCodec;
  readonly register: Register;
}

/**
 * The filter for the views; `undefined` when no case can match.
 * @throws UnknownNameError  the search has a name that no definition has
 */
export async function caseFilter(
  { log, codec, register }: CaseFilterPorts,
  reader: Reader,
  search: CaseSearch,
): Promise<CaseFilter | undefined> {
  const { reference, text, referenceText, waitingOn, deadline, caseIds, open, ...others } = search;
  checkNames(register, { ...others, state: others.states, role: waitingOn, deadline });
  const found = text === undefined ? undefined : wordsSearched(text, codec.searchToken);
  const ofReference = referenceText === undefined ? undefined : referencesSearched(referenceText);
  if (found?.length === 0 || ofReference?.length === 0) return undefined;
  const words =
    found === undefined && ofReference === undefined ? undefined : [...(found ?? []), ...(ofReference ?? [])];
  const narrowed = {
    ...others,
    words,
    leaves: leavesAsked(register, open),
    assignee: typeof others.assignee === 'string' ? identityForm(others.assignee) : others.assignee,
    running: runningAsked(register, { waitingOn, deadline }),
  };
  if (reference === undefined) return { ...narrowed, caseIds };
  const cases = await log.findCases(reader, { reference, workflow: narrowed.workflow });
  const ids = cases.map(({ caseId }) => caseId).filter((id) => caseIds?.includes(id) ?? true);
  return ids.length === 0 ? undefined : { ...narrowed, caseIds: ids };
}

/** Which innermost states are meant, in each workflow; nothing where it makes no difference whether a case is open. */
export const leavesAsked = (register: Register, open: boolean | undefined): AskedLeaves | undefined =>
  open === undefined
    ? undefined
    : Object.fromEntries(
        [...register].map(([workflow, { chart }]) => [
          workflow,
          chart.leaves.filter((leaf) => chart.ends.has(leaf) !== open),
        ]),
      );

/** Which deadlines are meant, in each workflow; nothing where none is asked for. */
export function runningAsked(
  register: Register,
  { waitingOn, deadline }: Pick<CaseSearch, 'waitingOn' | 'deadline'>,
): readonly AskedDeadlines[] | undefined {
  const asked: AskedDeadlines[] = [];
  if (waitingOn !== undefined) asked.push(deadlinesOf(register, ({ role }) => waitingOn.includes(role)));
  if (deadline !== undefined) asked.push(deadlinesOf(register, ({ name }) => name === deadline));
  return asked.length === 0 ? undefined : asked;
}

const deadlinesOf = (
  register: Register,
  isMeant: (deadline: { readonly name: string; readonly role: string }) => boolean,
): AskedDeadlines =>
  Object.fromEntries(
    [...register].map(([workflow, { deadlines }]) => [
      workflow,
      Object.entries(deadlines)
        .filter(([name, { role }]) => isMeant({ name, role }))
        .map(([name]) => name),
    ]),
  );

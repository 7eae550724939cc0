import type { CaseEvent, Queries, Reader, ShownCase } from '@safeconduct/engine';
import type { View } from '@safeconduct/workflow';
import { officerCase } from '../../../workflows/officer-case/index.js';
import type { Caseload, LoadedCase } from './caseload.js';

const workflow = officerCase;
const view = officerCase.views.get('irregularities') as View;

const beforeAll = { at: '2000-01-01T00:00:00.000Z', clock: 'recorded' as const };

/** Everything that the door tells of one case, without what it is asked by. */
export async function answersOf(
  { engine: { queries }, now }: Caseload,
  reader: Reader,
  { caseId, reference }: Pick<LoadedCase, 'caseId' | 'reference'>,
): Promise<Readonly<Record<string, unknown>>> {
  const moment = { at: now(), clock: 'recorded' as const };
  const replay = await queries.replay(reader, { caseId });
  const commands = await queries.commands(reader, { caseId });
  return {
    case: factsOf(await queries.case(reader, { caseId })),
    past: factsOf(await queries.case(reader, { caseId, moment })),
    commands: commands && [factsOf(commands.state), commands.commands],
    history: (await queries.history(reader, { caseId })).map(partsOf),
    steps: (await stepsOf(queries, reader, caseId)).map(partsOf),
    replay,
    // Before the case there was nothing, so every fact has changed since.
    differences: await queries.compare(reader, { caseId, from: beforeAll, to: moment }),
    workflow: (await queries.workflowOf(reader, { caseId }))?.name,
    openedAt: await queries.openedAt(reader, { caseId, clock: 'occurred' }),
    subject: await queries.subjectOf(reader, { caseId }),
    listed: await queries.listedCase(reader, { caseId }),
    byId: await listOf(queries, reader, caseId),
    byReference: await listOf(queries, reader, reference),
    found: (await queries.findCases(reader, { reference })).length,
    foundById: (await queries.findCases(reader, { reference: caseId })).length,
    seen: [...(await queries.casesSeen(reader, { caseIds: [caseId] })).values()],
    proposals: await queries.proposalsSeen(reader, { caseId }),
    events: await queries.auditEvents(reader, {
      filter: { caseId },
      range: { limit: 100, newestFirst: false },
    }),
    refusals: await queries.refusals(reader, {
      filter: { caseId },
      range: { limit: 100, newestFirst: false },
    }),
    counted: await Promise.all(
      (['events', 'refusals'] as const).map((part) =>
        queries.auditFacets(reader, { asked: { part, filter: { caseId } }, zone: 'UTC', bars: 'all' }),
      ),
    ),
    rows: await queries.viewRows(reader, { workflow, view, where: [], reference, limit: 10 }),
  };
}

const listOf = (queries: Queries, reader: Reader, reference: string) =>
  queries.listCases(reader, { search: { reference }, limit: 10 });

async function stepsOf(queries: Queries, reader: Reader, caseId: string): Promise<readonly CaseEvent[]> {
  const found: CaseEvent[] = [];
  for await (const step of queries.historySteps(reader, { caseId })) found.push(...step);
  return found;
}

/** A case without its definition, which is the same for everybody. */
const factsOf = (found: ShownCase | undefined) =>
  found && { ...found, workflow: found.workflow.name, done: undefined, possibleAt: undefined };

/** An event as it is read from the log, and as it is shown. */
const partsOf = ({ recorded, envelope, data, fact, withheld }: CaseEvent) => ({
  ...{ recorded, data, fact, withheld, guards: envelope.guards, summary: envelope.summary },
});

interface Listed {
  readonly caseIds: readonly string[];
  readonly total?: number;
}

/** The cases that each list has for a reader. */
export async function listsOf(
  { engine: { queries }, now }: Caseload,
  reader: Reader,
): Promise<Readonly<Record<string, Listed>>> {
  const limit = 100;
  const at = now();
  const idsOf = (items: readonly { readonly caseId: string }[]) => [
    ...new Set(items.map(({ caseId }) => caseId)),
  ];
  const present = await queries.listCases(reader, { search: {}, limit });
  const past = await queries.listCases(reader, { search: {}, limit, moment: { at, clock: 'occurred' } });
  const events = await queries.auditEvents(reader, {
    filter: {},
    range: { limit: 5000, newestFirst: false },
  });
  return {
    now: { caseIds: idsOf(present.cases), total: present.total.value },
    past: { caseIds: idsOf(past.cases) },
    events: { caseIds: idsOf(events) },
  };
}

import {
  logStart,
  systemReader,
  type CaseCursor,
  type CaseOrder,
  type CaseSearch,
  type Moment,
  type Reader,
} from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { sampleCases } from '../caseload/sample-cases.js';
import { roundRobin } from '../load/round-robin.js';
import { measuredWorkflow, workflowName } from '../load/installation.js';
import { quantileOf } from '../statistics.js';
import { queryNames, type QueryCosts, type QueryName, type Size } from './probe-request.js';

const reader = systemReader('benchmark');
const readerIn = (role: string, who: { readonly id?: string; readonly unit?: string } = {}): Reader => ({
  actor: { id: 'reader', ...who, roles: [role] },
  operation: 'benchmark',
});
const mostOfThem = 0.95;
const pageLength = 50;
const warmUp = 20;
const askedForMs = 2000;
const dayMs = 86_400_000;
const soonDays = 7;

/** Runs every kind of query, each time for another case, page or moment. */
export async function probeQueries(installation: Installation, size: Size): Promise<QueryCosts> {
  const ask = await questionsTo(installation, size);
  const costs: [QueryName, number][] = [];
  for (const name of queryNames) {
    await latencies(ask[name], Math.min(warmUp, size.samples));
    costs.push([name, quantileOf(await latencies(ask[name], size.samples), mostOfThem)]);
  }
  return Object.fromEntries(costs) as Record<QueryName, number>;
}

/** Runs this many times, or as often as the time allows. */
async function latencies(ask: () => Promise<unknown>, times: number): Promise<readonly number[]> {
  const found: number[] = [];
  const until = performance.now() + askedForMs;
  while (found.length < times && (found.length === 0 || performance.now() < until)) {
    const asked = performance.now();
    await ask();
    found.push(performance.now() - asked);
  }
  return found;
}

type Questions = Readonly<Record<QueryName, () => Promise<unknown>>>;

async function questionsTo(installation: Installation, { cases, samples }: Size): Promise<Questions> {
  const { engine, keys } = installation;
  const { queries } = engine;
  const workflow = measuredWorkflow(engine);
  const happened = await momentsOf(installation, 'occurred');
  const known = await momentsOf(installation, 'recorded');
  const caseIds = sampleCases(keys, cases, samples + warmUp);
  const [fileOf, historyOf] = [roundRobin(caseIds), roundRobin(caseIds)];
  const list = (search: CaseSearch, by: CaseOrder['by'], descending = false) =>
    pages(installation, reader, { search: { workflow: workflowName, ...search }, order: { by, descending } });
  const listTo = (one: Reader) =>
    pages(installation, one, {
      search: { workflow: workflowName },
      order: { by: 'reference', descending: false },
    });
  const auditor = readerIn('auditor');
  const past = (state: string) => () => {
    const search = { workflow: workflowName, states: [state] };
    return queries.listCases(reader, { search, limit: pageLength, moment: happened() });
  };
  const officer = await someOfficer(installation);
  const now = at(await lastOf(installation), 0);
  const soon = { dueFrom: now, dueBefore: at(now, soonDays) };
  const facetsOf = (search: CaseSearch) => () =>
    queries.caseFacets(reader, { search: { workflow: workflowName, ...search } });
  const numbers: readonly CaseSearch[] = [
    ...[{ assignee: officer }, { place: 'QAIM' }, { assignee: null }].map((one) => ({ ...one, open: true })),
    ...[{ dueBefore: now }, soon],
    ...[{ waitingOn: ['caseOfficer'] }, {}],
  ];
  return {
    'list of an officer, by state': list({ assignee: officer }, 'state'),
    'list of what is due, by name': list({ dueBefore: now }, 'subject'),
    'list of what waits for a role, by officer': list({ waitingOn: ['caseOfficer'] }, 'assignee'),
    'facets of everything': facetsOf({}),
    'facets of what is due soon': facetsOf(soon),
    'numbers of the navigation': async () => {
      for (const search of numbers)
        await queries.countCases(reader, { search: { workflow: workflowName, ...search } });
    },
    'numbers of every officer': () =>
      queries.workload(reader, {
        search: { workflow: workflowName },
        ...{ now, soonUntil: soon.dueBefore, officers: [], rolesOf: () => ['caseOfficer'] },
      }),
    'list by reference': list({}, 'reference'),
    'list by reference, to an officer': listTo(readerIn('caseOfficer', { id: officer })),
    'list by reference, to a unit': listTo(readerIn('supervisor', { unit: 'QAIM' })),
    'list by reference, with pseudonyms': listTo(auditor),
    'list of a state, latest first': list({ states: ['returned'] }, 'updated', true),
    'list of a state and facility, by due date': list({ states: ['camped'], place: 'QAIM' }, 'due'),
    'list by name': list({ text: 'ahmad' }, 'reference'),
    'list by two names': list({ text: 'ahmad husayn' }, 'reference'),
    'list by name, latest first': list({ text: 'ahmad' }, 'updated', true),
    ...searches(installation),
    'list of a past day': past('camped'),
    'list of a rare state of a past day': past('camped.returning.inTransit'),
    async 'case file'() {
      const caseId = fileOf();
      return [await queries.case(reader, { caseId }), await queries.listedCase(reader, { caseId })];
    },
    async 'case file, with pseudonyms'() {
      const caseId = fileOf();
      return [await queries.case(auditor, { caseId }), await queries.listedCase(auditor, { caseId })];
    },
    'history of a case': () => queries.history(reader, { caseId: historyOf() }),
    'ledger when it happened': () => queries.population(reader, { workflow, moment: happened() }),
    'ledger when it was known': () => queries.population(reader, { workflow, moment: known() }),
  };
}

/** What fits a text best, of all cases; and who may have a case already. */
function searches({ engine }: Installation): Pick<Questions, Extract<QueryName, `search${string}`>> {
  const { queries } = engine;
  const workflow = measuredWorkflow(engine);
  return {
    'search by name': () => queries.rankedCases(reader, { text: 'ahmad', limit: 10 }),
    'search by two names': () => queries.rankedCases(reader, { text: 'ahmad husayn', limit: 10 }),
    'search by a number': () => queries.rankedCases(reader, { text: '57', limit: 10 }),
    'search for possible duplicates': () =>
      queries.possibleDuplicates(reader, {
        workflow,
        data: { nameLatin: 'Ahmad Husayn al-Misri', nameArabic: 'أحمد حسين المصري', birthDate: '1985' },
      }),
  };
}

/** Reads one page after the other, and starts again after the last. */
function pages(
  { engine }: Installation,
  reader: Reader,
  { search, order }: { readonly search: CaseSearch; readonly order: CaseOrder },
): () => Promise<unknown> {
  let after: CaseCursor | undefined;
  return async () => {
    const page = await engine.queries.listCases(reader, { search, limit: pageLength, after, order });
    after = page.next ?? undefined;
    return page;
  };
}

/** An officer to whom some case is assigned. */
async function someOfficer({ engine: { queries } }: Installation): Promise<string> {
  const search = { workflow: workflowName };
  const { cases } = await queries.listCases(reader, { search, limit: 1000 });
  return cases.find(({ assignee }) => assignee !== null)?.assignee ?? 'nobody';
}

/** When the last event happened: the caseload lies in the past. */
async function lastOf({ events }: Installation): Promise<string> {
  const last = await events.readAt(await events.head());
  return last?.occurredAt ?? new Date().toISOString();
}

const at = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * dayMs).toISOString();

/** Random moments between the first event and the last, in one of the clocks. */
async function momentsOf({ events }: Installation, clock: Moment['clock']): Promise<() => Moment> {
  const head = await events.head();
  const ends = [
    ...(await events.readAll({ after: logStart, limit: 1 })),
    ...[await events.readAt(head)].filter((event) => event !== undefined),
  ];
  const [first = 0, last = 0] = ends.map(({ occurredAt, recordedAt }) =>
    Date.parse(clock === 'occurred' ? occurredAt : recordedAt),
  );
  return () => ({ clock, at: new Date(first + Math.random() * (last - first)).toISOString() });
}

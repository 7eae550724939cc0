import { type Instant, type Subject, type View, type Workflow } from '@safeconduct/workflow';
import type { Pause } from '../following/pause.js';
import type { Moment } from '../moment.js';
import type { Register } from '../events/case-event.js';
import type { Position } from '../ports/position.js';
import type {
  AuditAsked,
  AuditEvent,
  AuditRange,
  AuditRefusal,
  EventFilter,
  RefusalFilter,
  RuleCursor,
  RuleFilter,
  RuleNotKept,
} from '../ports/audit-queries.js';
import type {
  CaseCursor,
  CaseFilter,
  CaseOrder,
  CasePage,
  DeadlineCursor,
  EarlierState,
  MovedCases,
  InboxFilter,
  InboxItem,
  ListedCase,
  PassedDeadline,
  PassedDeadlinesQuery,
  Total,
  ViewQueries,
} from '../ports/view-queries.js';
import type { Flow, FlowQuery } from '../ports/ledger-queries.js';
import type { ListedProposal } from '../ports/proposal-queries.js';
import type { Generation, ViewDefinition, ViewStore } from '../ports/view-store.js';
import { declaredName } from '../projections/declared.js';
import { viewsReached } from '../projections/runner.js';
import { ViewsWaiting, type WaitOptions } from '../projections/views-waiting.js';
import { projectionsOf, standardProjectionsOf } from '../projections/standard.js';
import type { AuditEntries, AuditEntriesRequest } from './audit-entries.js';
import { entryLists, type EntryFacetCounts, type EntryFacetsRequest } from './entry-facets.js';
import { auditLists, type AuditFacetCounts, type AuditFacetsRequest } from './audit-facets.js';
import type { CaseFacets, CaseFacetsRequest } from './case-facets.js';
import { caseLists } from './case-lists.js';
import { checkNames } from './check-names.js';
import { exceptionQueries, type ExceptionQueries } from './exceptions.js';
import { personAsked } from './person-asked.js';
import { recordedDefinitions, type RecordedDefinition } from '../definitions/recorded-definitions.js';
import {
  ledgerCounts,
  type Counted,
  type CountRequest,
  type CountScope,
  type LedgerCount,
} from './ledger-counts.js';
import { logQueries, type LogQueries, type LogQueryPorts } from './log-queries.js';
import {
  populationAt,
  populationSeries,
  type Population,
  type PopulationOfDay,
  type PopulationRequest,
  type SeriesPeriod,
} from './population.js';
import type { DuplicatesRequest, PossibleDuplicate } from './possible-duplicates.js';
import type { RankedCases, RankRequest } from './rank-cases.js';
import { countedUpTo, listedProposals, type ProposalListRequest } from './listed-proposals.js';
import type { Problem } from '../verify/verify-log.js';
import { verifyViews, type VerifyViewsOptions } from '../verify/verify-views.js';
import type { Reader } from './reader.js';
import {
  statesByAge,
  statesLeft,
  type AgesRequest,
  type MovesRequest,
  type StateAges,
  type StateMoves,
  type Timed,
} from './state-times.js';
import type { OfficerLoad, WorkloadRequest } from './workload.js';
import { progressOf, type ViewProgress } from './view-progress.js';
import { viewRows, type ViewRowsPage, type ViewRowsRequest } from './view-rows.js';

/** Which numbers of a ledger, and what of it the reader gets; the latter is said by the policy alone. */
export interface LedgerCountsRequest extends CountScope {
  readonly workflow: Workflow;
  readonly requests: readonly CountRequest[];
}

/** A search for cases. A condition that is left out does not narrow. */
export interface CaseSearch extends Omit<CaseFilter, 'words' | 'running' | 'leaves'> {
  /** `true`: in a state in which its procedure goes on; `false`: in one in which it may rest for ever. */
  readonly open?: boolean | undefined;
  /** A deadline runs by which one of these roles has to act. */
  readonly waitingOn?: readonly string[] | undefined;
  /** The deadline of this name runs. */
  readonly deadline?: string | undefined;
  /** The reference of one case in each workflow, or the id of one case. */
  readonly reference?: string | undefined;
  /**
   * What a case is found by, all of it: beginnings of words of its reference and, from three letters on, of its names in
   * any script; a year of birth; the whole number of a document. A text without letters and digits finds no case.
   */
  readonly text?: string | undefined;
  /** Beginnings of words of a reference alone. */
  readonly referenceText?: string | undefined;
}

/** Which cases a list has. */
export interface CasesRequest {
  readonly search: CaseSearch;
  /** Left out: now. A past moment is narrowed by what `PastCaseFilter` has. */
  readonly moment?: Moment | undefined;
  /** Only beside a moment: where the cases were before it. */
  readonly earlier?: EarlierState | undefined;
  /** Only beside a moment: the way that the cases went before it. */
  readonly moved?: MovedCases | undefined;
}

export interface CaseListRequest extends CasesRequest {
  readonly limit: number;
  readonly after?: CaseCursor | undefined;
  /** Left out: by reference, which is the only order of a past moment. */
  readonly order?: CaseOrder | undefined;
}

/** How many cases went which way. */
export interface PopulationFlows {
  /** The number of which the counts are multiples; null where they are exact. */
  readonly roundedTo: number | null;
  readonly flows: readonly Flow[];
}

/**
 * The one door for reads: HTTP, the command line, jobs and the loops of the system read only through it. Each
 * function takes the reader first.
 * @throws UnknownNameError  a list is narrowed by a name that no definition has
 */
export interface Queries extends LogQueries, ExceptionQueries {
  listCases(reader: Reader, request: CaseListRequest): Promise<CasePage>;

  /** How many cases `listCases` has in all of its pages. */
  countCases(reader: Reader, request: CasesRequest): Promise<Total>;

  /** How many cases a search would find with each value of a facet, exactly. */
  caseFacets(reader: Reader, request: CaseFacetsRequest): Promise<CaseFacets>;

  /** How much open work each officer has, and how much lies with nobody, exactly. */
  workload(reader: Reader, request: WorkloadRequest): Promise<readonly OfficerLoad[]>;

  /** The cases that fit a text best, each with what of it was searched for; see `rankedCases`. */
  rankedCases(reader: Reader, request: RankRequest): Promise<RankedCases>;

  /** The cases that may be of the person whom the form of an opening command is about; see `possibleDuplicates`. */
  possibleDuplicates(reader: Reader, request: DuplicatesRequest): Promise<readonly PossibleDuplicate[]>;

  /** A case as the list shows it; `undefined` while the views have not seen it. */
  listedCase(reader: Reader, asked: { readonly caseId: string }): Promise<ListedCase | undefined>;

  /** The person a case is about: from the list, or from the events while the views have not seen the case. */
  subjectOf(reader: Reader, asked: { readonly caseId: string }): Promise<Subject | undefined>;

  /** A page of the deadlines that run, the most urgent first. */
  inbox(
    reader: Reader,
    asked: {
      readonly filter: InboxFilter;
      readonly limit: number;
      readonly after?: DeadlineCursor | undefined;
    },
  ): Promise<readonly InboxItem[]>;

  /** A page of the deadlines due at `now` or before, the oldest first. */
  passedDeadlines(reader: Reader, asked: PassedDeadlinesQuery): Promise<readonly PassedDeadline[]>;

  /** The date of the deadline that was the last to pass: a list that says what is overdue is another one from then on. */
  lastPassed(reader: Reader): Promise<Instant | null>;

  /** Events over all cases, by position. */
  auditEvents(
    reader: Reader,
    asked: { readonly filter: EventFilter; readonly range: AuditRange },
  ): Promise<readonly AuditEvent[]>;

  /** Refused commands over all cases, by position. */
  refusals(
    reader: Reader,
    asked: { readonly filter: RefusalFilter; readonly range: AuditRange },
  ): Promise<readonly AuditRefusal[]>;

  /** Rules that events did not keep, over all cases, by position and then by rule. */
  rulesNotKept(
    reader: Reader,
    asked: { readonly filter: RuleFilter; readonly range: AuditRange<RuleCursor> },
  ): Promise<readonly RuleNotKept[]>;

  /** How many lines one of these three lists has in all of its pages. */
  countAudit(reader: Reader, asked: AuditAsked): Promise<Total>;

  /** How many lines it would have with each value of a facet, and in each part of its time, exactly. */
  auditFacets(reader: Reader, request: AuditFacetsRequest): Promise<AuditFacetCounts>;

  /** What was recorded, refused and looked at, as one list; see `auditEntries`. */
  auditEntries(reader: Reader, asked: AuditEntriesRequest): Promise<AuditEntries>;

  /** How many entries that list has of each kind, of each person and in each part of its time, exactly. */
  entryFacets(reader: Reader, asked: EntryFacetsRequest): Promise<EntryFacetCounts>;

  /** A page of what waits for a second person or did, by the date on which it expires. */
  proposals(reader: Reader, request: ProposalListRequest): Promise<readonly ListedProposal[]>;

  /** How many of them there are, up to a number. */
  countProposals(
    reader: Reader,
    asked: { readonly search: ProposalListRequest['search']; readonly most: number },
  ): Promise<Total>;

  /** The ledger now, or at a past moment in either clock. */
  population(reader: Reader, asked: PopulationRequest & { readonly workflow: Workflow }): Promise<Population>;

  /**
   * Single numbers of the ledger, each at a moment of its own and narrowed in every way that lists of cases are.
   * @throws UnknownNameError
   */
  ledgerCounts(reader: Reader, asked: LedgerCountsRequest): Promise<readonly LedgerCount[]>;

  /** The ledger at the end of each day of a period. At most 3,660 days. */
  populationSeries(
    reader: Reader,
    asked: SeriesPeriod & { readonly workflow: Workflow },
  ): Promise<readonly PopulationOfDay[]>;

  /** How many cases went from which state to which between two moments, those that stayed included. */
  populationFlows(
    reader: Reader,
    asked: Omit<FlowQuery, 'workflow'> & { readonly workflow: Workflow },
  ): Promise<PopulationFlows>;

  /** For how long the cases of each state had been in their innermost one, at a moment. */
  populationAges(
    reader: Reader,
    asked: AgesRequest & { readonly workflow: Workflow },
  ): Promise<Timed<StateAges>>;

  /** How many cases went from which innermost state to which in a period, and after how long. */
  populationMoves(
    reader: Reader,
    asked: MovesRequest & { readonly workflow: Workflow },
  ): Promise<Timed<StateMoves>>;

  /** The generations of the views. A view that is made again is another generation. */
  generations(reader: Reader): Promise<readonly Generation[]>;

  /** A page of the rows of a view that a workflow declares. */
  viewRows(reader: Reader, request: ViewRowsRequest): Promise<ViewRowsPage>;

  /**
   * The views that all workflows have, or the one that is named, have everything up to this position; `logStart` while one
   * has never been filled.
   */
  reached(reader: Reader, asked?: { readonly view?: View | undefined }): Promise<Position>;

  /**
   * Waits until they have reached a position: how a reader sees their own write.
   * @throws ViewBehindError  they have not within `timeoutMs`
   */
  waitFor(reader: Reader, asked: WaitOptions & { readonly view?: View | undefined }): Promise<void>;

  /** Every definition under which events of the log were decided; see `recordedDefinitions`. */
  recordedDefinitions(reader: Reader): Promise<readonly RecordedDefinition[]>;

  progress(reader: Reader): Promise<ViewProgress>;

  /** Compares every live view with a replay of the log into empty views; see `verifyViews`. */
  verifyViews(reader: Reader, asked: VerifyViewsOptions): Promise<readonly Problem[]>;
}

export interface QueryPorts extends LogQueryPorts {
  readonly views: ViewStore;
  /** How readers wait for the views. */
  readonly pause?: Pause | undefined;
}

/** The whole door for reads: the log and the views. */
export function createQueries(ports: QueryPorts): Queries {
  const { events, views, clock, register, codec } = ports;
  const log = logQueries(ports);
  const projections = projectionsOf(register.values());
  // What a workflow declares holds nobody up who does not ask for it.
  const standard = standardProjectionsOf(register.values()).map(({ view }) => view);
  const declared = (view: View) =>
    projections.map((one) => one.view).find(({ name }) => name === declaredName(view)) as ViewDefinition;
  const viewsOf = (view: View | undefined) => (view === undefined ? standard : [declared(view)]);
  const readers = new Map<View | undefined, ViewsWaiting>();
  /** Those who wait for the same views share one look at them. */
  const waitingFor = (view: View | undefined) => {
    const found = readers.get(view) ?? new ViewsWaiting(views, viewsOf(view), ports.pause);
    readers.set(view, found);
    return found;
  };
  const ask = views.queries;
  const lists = { ...log, ...caseLists(ask, { log, codec, register }), ...auditLists(ask, register) };
  return {
    ...lists,
    ...exceptionQueries({ ask, log, lists, register, erasures: ports.erasures }),
    ...entryLists(lists, { ask, register, reads: ports.reads }),
    inbox(_reader, { filter, ...page }) {
      checkNames(register, filter);
      return ask.inbox({
        ...page,
        filter: { ...filter, assignee: personAsked(filter.assignee) },
        now: clock.now(),
      });
    },
    passedDeadlines: (_reader, asked) => ask.passedDeadlines(asked),
    lastPassed: () => ask.lastPassed(clock.now()),
    proposals(_reader, { search, ...page }) {
      checkNames(register, { workflow: search.workflow });
      return listedProposals(ask, register, { ...page, search, now: clock.now() });
    },
    async countProposals(_reader, { search, most }) {
      checkNames(register, { workflow: search.workflow });
      const page = { search, limit: most + 1, now: clock.now() };
      return countedUpTo(most, await listedProposals(ask, register, page));
    },
    ...figures(register, ask),
    recordedDefinitions: () => recordedDefinitions(ports, standard),
    generations: () => views.generations(),
    viewRows: (reader, request) => viewRows({ ...ports, log, definition: declared }, reader, request),
    reached: (_reader, { view } = {}) => viewsReached(views, viewsOf(view)),
    waitFor: (_reader, { view, ...wanted }) => waitingFor(view).waitFor(wanted),
    verifyViews: (_reader, asked) => verifyViews({ events, views, codec, projections }, asked),

    progress: () => progressOf(ports, standard, projections),
  };
}

/** What is asked of the list of cases. */
export type CaseListName =
  | 'listCases'
  | 'countCases'
  | 'caseFacets'
  | 'workload'
  | 'listedCase'
  | 'subjectOf'
  | 'rankedCases'
  | 'possibleDuplicates';

/** What is asked of the log over all cases. */
export type AuditName = 'auditEvents' | 'refusals' | 'rulesNotKept' | 'countAudit' | 'auditFacets';

/** What is asked of all cases of a workflow together. */
export type FigureName = 'ledgerCounts' | `population${'' | 'Series' | 'Flows' | 'Ages' | 'Moves'}`;

/** The ledger. */
const figures = (register: Register, ask: ViewQueries): Pick<Queries, FigureName> => ({
  async population(_reader, { workflow, ...asked }) {
    checkNames(register, { workflow: workflow.name, tags: asked.tags });
    return populationAt(ask, workflow, asked);
  },
  async ledgerCounts(_reader, { workflow, ...asked }) {
    for (const { counted, without = [] } of asked.requests)
      for (const one of [counted, ...without]) checkCounted(register, workflow.name, one);
    return ledgerCounts(ask, workflow, asked);
  },
  async populationSeries(_reader, { workflow, ...period }) {
    checkNames(register, { workflow: workflow.name, tags: period.tags });
    return populationSeries(ask, workflow, period);
  },
  async populationFlows(_reader, { workflow: { name }, ...period }) {
    checkNames(register, { workflow: name, tags: period.tags });
    return { roundedTo: null, flows: await ask.flows({ ...period, workflow: name }) };
  },
  async populationAges(_reader, { workflow, ...asked }) {
    checkNames(register, { workflow: workflow.name, tags: asked.tags });
    return statesByAge(ask, workflow, asked);
  },
  async populationMoves(_reader, { workflow, ...asked }) {
    checkNames(register, { workflow: workflow.name, tags: asked.tags });
    return statesLeft(ask, workflow, asked);
  },
});

const checkCounted = (register: Register, workflow: string, counted: Counted): void => {
  const { states: state, outcomes: outcome, place, tags, event: type } = counted;
  checkNames(register, { workflow, state, outcome, place, tags, type });
};

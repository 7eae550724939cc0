import type { z } from 'zod';
import { completedAccess, type Access, type AccessSource, type AnyAccessSource } from './access/access.js';
import type { Chart, ChartState } from './chart.js';
import { checkChartShape } from './check/chart-shape.js';
import { throwFindings } from './check/finding.js';
import { checkOpening, openingEventsOf } from './check/opening.js';
import type { CommandDefinition } from './command.js';
import { compileChart, type CompiledChart } from './compile-chart.js';
import { dueDates, type Deadline } from './deadline.js';
import type { Demo } from './demo.js';
import {
  eventDefinition,
  type DataOf,
  type EventDefinition,
  type EventSources,
  type NewFact,
} from './event.js';
import { foldOf, type FactEvent, type Fold, type Folded } from './fold.js';
import type { DecisionContext } from './guard.js';
import { identityForm } from './identity-form.js';
import { allInputKinds, type InputKinds } from './inputs.js';
import type { Invariant } from './invariant.js';
import { formsThatAreData } from './recorded-shape.js';
import { tagsText, type TagLists } from './tags.js';
import { completedTexts } from './text-skeleton.js';
import type { Language, Texts } from './texts.js';
import type { Instant } from './time.js';
import { withWaysBack } from './way-back.js';
import { viewNamed, type AnyViewSource, type View } from './views/view.js';

/**
 * What lists and the ledger show of a case besides its state. Recorded with each event, so never personal.
 */
export interface Summary<Lists extends TagLists = TagLists> {
  /** Where the person is, as long as the authority that keeps the case answers for it. */
  readonly place?: string | undefined;
  readonly outcome?: string | undefined;
  readonly assignee?: string | undefined;
  /** The code of the case in each of the declared lists. */
  readonly tags?: { readonly [Name in keyof Lists]?: Lists[Name][number] | undefined } | undefined;
}

/** A summary as it is recorded: its tags are one text (`tagsText`); left out where there are none. */
export interface RecordedSummary extends Omit<Summary, 'tags'> {
  readonly tags?: string | undefined;
}

/**
 * The person a case is about, in both scripts. Personal: it is stored in event data and views, nowhere else.
 */
export interface Subject {
  readonly latin: string;
  readonly arabic: string;
}

/** What a case is found by beside its names. */
export interface Identifiers {
  /** It is found by the year; a later date takes the place of an earlier one. */
  readonly birthDate?: string | undefined;
  /** It is found by the whole number, and by those of earlier events. */
  readonly documentNo?: string | undefined;
}

/**
 * The fields of the form of the opening command that say who a person is, each a text. What they say is compared with
 * what the cases are found by; the natural key is compared in every workflow.
 */
export interface ComparedFields {
  /** The name in Latin letters. */
  readonly latin?: string;
  /** The name in Arabic letters. */
  readonly arabic?: string;
  /** A day or a year; compared by its year. */
  readonly birthDate?: string;
  readonly documentNo?: string;
}

/** How each event changes the facts; an event without an entry leaves them as they are. Pure. */
export type FactsByEvent<Facts, E extends EventSources> = {
  readonly [T in keyof E & string]?: (facts: Facts, data: DataOf<E, T>, event: FactEvent) => Facts;
};

/** Values by `field`, or by `Command.field` where one command differs. */
export type Examples = Readonly<Record<string, readonly unknown[]>>;

/**
 * What a workflow author writes. Everything that the engine, the command line and the screens show is derived
 * from it.
 */
export interface WorkflowSource<
  Facts,
  E extends EventSources,
  C extends Readonly<Record<string, CommandDefinition<Facts, z.ZodType, keyof E & string, Role>>>,
  Role extends string,
  Lists extends TagLists,
> {
  readonly name: string;
  readonly version: number;
  readonly roles: readonly Role[];
  readonly events: E;
  /** The facts of a case before its opening event. */
  readonly initialFacts: Facts;
  readonly evolve: FactsByEvent<Facts, E>;
  /**
   * The shape of the facts: everything that can be known of a case, in the order in which it is shown. What each is called and
   * how it is written follows from it.
   */
  readonly facts?: z.ZodType<NoInfer<Facts>>;
  /** The facts by group, each by its first name; left out: one group. */
  readonly factGroups?: Readonly<Record<string, readonly (keyof NoInfer<Facts> & string)[]>>;
  readonly chart: Chart<Facts, E>;
  readonly commands: C;
  readonly deadlines: Readonly<Record<string, Deadline<Facts, Role>>>;
  summary(facts: Facts, state: string): Summary<NoInfer<Lists>>;
  /**
   * The codes that `summary` can give as place and as outcome. A list that is narrowed by another one is refused; where
   * they are left out it is empty. A code that was recorded once stays.
   */
  readonly places?: readonly string[];
  readonly outcomes?: readonly string[];
  /**
   * Further lists of codes by which cases are listed and counted, by name: what a case has of each, `summary` says. Each
   * list multiplies the cells of the ledger, so few of them, with few codes. A code that was recorded once stays.
   */
  readonly tags?: Lists;
  /** The outcomes of cases that turned out to be no person, such as a second registration. */
  readonly notPersons?: readonly string[];
  /** The time zone in which days are counted and times are shown: `Asia/Baghdad`. Left out: UTC. */
  readonly zone?: string;
  /** What the values are that its guards look at, by name, so that texts of codes can show them. */
  readonly inputs?: InputKinds;
  /** Views of this workflow alone, by name, each made by `viewsOf`. */
  readonly views?: Readonly<Record<string, AnyViewSource>>;
  /** Who may read what, made by `accessOf`. Left out: nobody sees anything, and the workflow is not sound. */
  readonly access?: AccessSource<Facts, NoInfer<Role>, keyof E & string>;
  /** Which events say who the case is about. */
  readonly subject: { readonly [T in keyof E & string]?: (data: DataOf<E, T>) => Subject };
  /**
   * What else its case is found by, as events say it. The views keep keyed hashes of it. Those that were made before an
   * event is listed here lack it until they are rebuilt.
   */
  readonly identifiers?: { readonly [T in keyof E & string]?: (data: DataOf<E, T>) => Identifiers };
  /** By which fields of the opening command it is seen that the person may have a case already. */
  readonly compared?: ComparedFields;
  /** What is not written yet stands for itself, and the workflow is under construction. */
  readonly texts: Readonly<Record<Language, Partial<Texts>>>;
  /** Rules that hold for every case; the simulation searches for a history that breaks one. */
  readonly invariants?: readonly Invariant[];
  /**
   * Example values by field or `Command.field`, where a form does not imply them. The simulation sends them.
   */
  readonly examples?: Examples;
  /** The versions that were released, as `releases.json` of the folder has them (`safeconduct workflow release`). */
  readonly releases?: readonly unknown[];
  /** An invented caseload, imported into a new data folder on its first start. */
  readonly demo?: Demo;
}

/** A command of a registered workflow. */
export interface Command extends Omit<CommandDefinition<unknown>, 'opens' | 'notRecorded'> {
  readonly name: string;
  readonly opens?: string;
  readonly notRecorded?: readonly string[];
}

/** A workflow as the engine uses it: the author's source, compiled, without its types. */
export interface Workflow {
  readonly name: string;
  readonly version: number;
  readonly roles: readonly string[];
  readonly events: ReadonlyMap<string, EventDefinition>;
  readonly commands: ReadonlyMap<string, Command>;
  /** The commands whose form is proved to be the data of their event, so that it is not parsed a second time. */
  readonly recordsForm: ReadonlySet<string>;
  /** The command that opens a case, with the input field that is its natural key. */
  readonly opening: Command & { readonly opens: string };
  /** The event types that open a case. Others that the opening command leads to follow them. */
  readonly openingEvents: ReadonlySet<string>;
  readonly deadlines: Readonly<Record<string, Deadline<unknown>>>;
  readonly views: ReadonlyMap<string, View>;
  /** Who may read what. */
  readonly access: Access;
  /** Complete: a name that has no text yet stands for itself. */
  readonly texts: Readonly<Record<Language, Texts>>;
  readonly demo: Demo | undefined;
  /** The time zone in which its days are counted and its times are shown. */
  readonly zone: string;
  /** Of every value that its guards look at. */
  readonly inputs: InputKinds;
  readonly source: AnyWorkflowSource;
  readonly chart: CompiledChart;
  readonly fold: Fold;
  /**
   * The events an accepted command leads to: what its `decide` answers, else its form as the one event it
   * yields.
   */
  decide(command: Command, facts: unknown, context: DecisionContext): readonly NewFact[];
  dueDates(folded: Folded): Readonly<Record<string, Instant>>;
  summary(folded: Folded): RecordedSummary;
  subject(eventType: string, data: unknown): Subject | undefined;
  identifiers(eventType: string, data: unknown): Identifiers | undefined;
}

type AnyFunction = (...given: readonly never[]) => unknown;

/** The source of any workflow. The types of the data that its functions take are erased. */
export interface AnyWorkflowSource {
  readonly name: string;
  readonly version: number;
  readonly roles: readonly string[];
  readonly events: EventSources;
  readonly initialFacts: unknown;
  readonly evolve: Readonly<Record<string, AnyFunction | undefined>>;
  readonly facts?: z.ZodType;
  readonly factGroups?: Readonly<Record<string, readonly string[]>>;
  readonly chart: ChartState<never, EventSources>;
  readonly commands: Readonly<Record<string, Omit<Command, 'name'>>>;
  readonly deadlines: Readonly<Record<string, Deadline<never>>>;
  summary: AnyFunction;
  readonly places?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly tags?: TagLists;
  readonly notPersons?: readonly string[];
  readonly zone?: string;
  readonly inputs?: InputKinds;
  readonly views?: Readonly<Record<string, AnyViewSource>>;
  readonly access?: AnyAccessSource;
  readonly subject: Readonly<Record<string, AnyFunction | undefined>>;
  readonly identifiers?: Readonly<Record<string, AnyFunction | undefined>>;
  readonly compared?: ComparedFields;
  readonly texts: Readonly<Record<Language, Partial<Texts>>>;
  readonly invariants?: readonly Invariant[];
  readonly examples?: Examples;
  readonly releases?: readonly unknown[];
  readonly demo?: Demo;
}

/** A workflow with the types of its source, for scenarios and typed callers. */
export interface DefinedWorkflow<E extends EventSources, C> extends Workflow {
  readonly types?: { readonly events: E; readonly commands: C };
}

/**
 * Compiles a workflow. A wrong event name, field, role or guard does not compile; what types cannot see is
 * found by `checkWorkflow`.
 * @throws WorkflowUnsoundError  the chart names a state that does not exist, or not exactly one command opens a case; one
 *   line each, with file and remedy
 */
export function defineWorkflow<
  Facts,
  E extends EventSources,
  const C extends Readonly<Record<string, CommandDefinition<Facts, z.ZodType, keyof E & string, Role>>>,
  Role extends string,
  const Lists extends TagLists = Readonly<Record<string, never>>,
>(given: WorkflowSource<Facts, E, C, Role, Lists>): DefinedWorkflow<E, C> {
  // The type of `given` has checked that the source is consistent; from here on all workflows have one type.
  const written = given as unknown as AnyWorkflowSource;
  throwFindings(written.name, [...checkChartShape(written), ...checkOpening(written)]);
  const source = { ...written, chart: withWaysBack(written.chart) };
  const commands = new Map(
    Object.entries(source.commands).map(([name, command]) => [name, { ...command, name }]),
  );
  const opening = openingOf(commands);
  const openingEvents = openingEventsOf(source);
  const chart = compileChart(source.chart as Parameters<typeof compileChart>[0]);
  const deadlines = source.deadlines as Readonly<Record<string, Deadline<unknown>>>;
  const events = new Map(
    Object.entries(source.events).map(([type, event]) => [type, eventDefinition(event)]),
  );

  return {
    name: source.name,
    version: source.version,
    roles: source.roles,
    events,
    commands,
    recordsForm: formsThatAreData(commands.values(), events),
    opening,
    openingEvents,
    deadlines,
    views: new Map(
      Object.entries(source.views ?? {}).map(([name, view]) => [name, viewNamed(source.name, name, view)]),
    ),
    access: completedAccess(source.access),
    // Most processes and threads show nothing of a workflow, and to find what has no text takes longer than all else here.
    get texts() {
      return completedTexts(source);
    },
    demo: source.demo,
    zone: source.zone ?? 'UTC',
    inputs: allInputKinds(source.inputs),
    source,
    chart,
    fold: foldOf(chart, openingEvents, evolveOf(source)),
    decide: (command, facts, context) =>
      command.decide?.(context.input, facts, context) ?? recordForm(command, context.input),
    dueDates: (folded) => dueDates(deadlines, folded),
    summary: ({ facts, state }) => recordedSummary(call<Summary>(source.summary, facts, state)),
    subject: (eventType, data) => call<Subject | undefined>(source.subject[eventType], data),
    identifiers: (eventType, data) => call<Identifiers | undefined>(source.identifiers?.[eventType], data),
  };
}

/** A person is recorded in the one form in which they are asked for, tags as one text. */
function recordedSummary({ tags = {}, ...summary }: Summary): RecordedSummary {
  const { assignee } = summary;
  const text = tagsText(tags);
  return {
    ...summary,
    ...(assignee !== undefined && { assignee: identityForm(assignee) }),
    ...(text !== '' && { tags: text }),
  };
}

/** How a source's events change its facts, for the fold and for the machine. */
export function evolveOf(source: AnyWorkflowSource): (facts: unknown, event: FactEvent) => unknown {
  return (facts, event) => {
    const before = facts ?? source.initialFacts;
    const evolve = source.evolve[event.type];
    return evolve === undefined ? before : call(evolve, before, event.data, event);
  };
}

function call<Result>(given: AnyFunction | undefined, ...values: readonly unknown[]): Result {
  return given?.(...(values as readonly never[])) as Result;
}

/** No event when there is not exactly one event type; `checkWorkflow` reports that command. */
function recordForm({ yields }: Command, input: unknown): readonly NewFact[] {
  const [type, ...others] = yields;
  return type === undefined || others.length > 0 ? [] : [{ type, data: input }];
}

/** `checkOpening` has seen that there is exactly one. */
function openingOf(commands: ReadonlyMap<string, Command>): Workflow['opening'] {
  return [...commands.values()].find((command) => command.opens !== undefined) as Workflow['opening'];
}

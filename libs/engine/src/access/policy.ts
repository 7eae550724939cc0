import type {
  CaseScope,
  FigureScope,
  Instant,
  Purpose,
  ReadLogScope,
  RoleAccess,
  Workflow,
} from '@safeconduct/workflow';
import { epochMsOf, instantOf, rulesClass } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { CellScope, VisibleCases, VisiblePart } from '../ports/view-queries.js';
import { isInScope } from '../projections/case-cell.js';
import { isSystem, type Reader } from '../queries/reader.js';

/** What decides who sees a case: how it is now. */
export interface CaseStanding {
  readonly workflow: string;
  /** The innermost state as a dotted path. */
  readonly leaf: string;
  /** Empty where there is none. */
  readonly place: string;
  readonly assignee: string | undefined;
  /** Who opened it, and when that was recorded; left out where it is not known and the case was found by it. */
  readonly opened?: { readonly by: string; readonly at: Instant } | undefined;
}

/** Which data classes a reader sees of a case. */
export interface CaseSight {
  readonly sees: (dataClass: string) => boolean;
  /** Every class of its workflow: nothing is withheld. */
  readonly isWhole: boolean;
}

/** Of which cases a reader gets figures, and which of these are exact. */
export interface FigureAccess {
  /** Only of the cases at this place; of all, when it is left out. */
  readonly place?: string | undefined;
  /** The reader sees each of these cases. */
  readonly isExact: boolean;
  /** The tags that the reader does not see in these cases. */
  readonly hiddenTags: readonly string[];
}

/** What every case of a search must show: the identity, to search by a name; a class, to search by a tag of it; or the rules. */
export interface NeededSight {
  readonly identity?: boolean;
  /** Names of tags. */
  readonly tags?: readonly string[];
  /** Which rules were asked and which failed. */
  readonly rules?: boolean;
}

/**
 * Who may read what. Pure: it knows the matrices that the workflows declare, and nothing of cases, stores or requests.
 * What no line of a matrix gives is not seen.
 */
export interface AccessPolicy {
  /**
   * The cases that a reader sees, for a store to narrow lists by; `undefined` when it is all there are.
   * @param needed  cases that do not show this are left out, because an answer would tell it
   */
  visibleTo(reader: Reader, now: Instant, needed?: NeededSight): VisibleCases | undefined;

  /**
   * What a reader sees of one case; `undefined` when they do not see the case.
   * @param facts  left out in a list, which does not show what depends on them
   */
  sightOf(reader: Reader, standing: CaseStanding, asked: SightRequest): CaseSight | undefined;

  /** Whether a reader sees a class in each case that they see. */
  seesAlways(reader: Reader, classOf: ClassOf): boolean;

  /** What they read for: the purpose they name, or the first one of each of their roles. */
  purposesOf(reader: Reader): readonly Purpose[];

  /** Which entries of the log of reads they may see; nothing of it where there is none. */
  readLogOf(reader: Reader): ReadonlySet<ReadLogScope>;

  /** `undefined` when they get none. */
  figuresOf(reader: Reader, workflow: Workflow): FigureAccess | undefined;
}

export interface SightRequest {
  readonly now: Instant;
  readonly facts?: unknown;
}

/** Which classes of a workflow are meant. */
export type ClassOf = (workflow: Workflow) => readonly string[];

/** Of whoever sees everything. */
export const wholeSight: CaseSight = { sees: () => true, isWhole: true };
const hourMs = 3_600_000;

export function accessPolicy(register: Register): AccessPolicy {
  const workflows = [...register.values()];
  const compiledFor = compiler();
  return {
    visibleTo(reader, now, needed = {}) {
      if (isSystem(reader)) return undefined;
      return workflows.flatMap((workflow) =>
        linesOf(workflow, reader)
          .filter((line) => shows(workflow, line, needed))
          .flatMap((line) => scopesOf(line, reader).flatMap((scope) => partOf(workflow, reader, scope, now))),
      );
    },

    sightOf(reader, standing, { now, facts }) {
      if (isSystem(reader)) return wholeSight;
      const workflow = register.get(standing.workflow);
      if (workflow === undefined) return undefined;
      const { lines, sights } = compiledFor(reader, workflow);
      const giving = lines.filter(({ scopes }) => scopes.some((partsAt) => isSeen(standing, partsAt(now))));
      if (giving.length === 0) return undefined;
      const given = giving.map(({ line }) => line);
      if (facts !== undefined) return sightBy(workflow, given, facts);
      // In a list many rows are given by the same lines.
      const key = giving.map(({ number }) => number).join();
      let sight = sights.get(key);
      if (sight === undefined) sights.set(key, (sight = sightBy(workflow, given, facts)));
      return sight;
    },

    seesAlways(reader, classOf) {
      if (isSystem(reader)) return true;
      return workflows.every((workflow) =>
        linesOf(workflow, reader)
          .filter(({ cases }) => cases.length > 0)
          .every(({ sees }) => classOf(workflow).every((one) => sees[one] === 'seen')),
      );
    },

    purposesOf({ actor, purpose }) {
      if (purpose !== undefined) return [purpose];
      const firsts = workflows.flatMap(({ access }) =>
        actor.roles.flatMap(
          (role) => (Object.hasOwn(access.roles, role) ? access.roles[role] : undefined) ?? [],
        ),
      );
      return [...new Set(firsts.flatMap(({ purposes: [first] }) => first ?? []))];
    },

    readLogOf: (reader) =>
      new Set(
        workflows.flatMap((workflow) => linesOf(workflow, reader)).flatMap(({ readLog = [] }) => readLog),
      ),

    figuresOf(reader, workflow) {
      if (isSystem(reader)) return { isExact: true, hiddenTags: [] };
      const { unit = '' } = reader.actor;
      const lines = linesOf(workflow, reader);
      const isOf = (scope: FigureScope) => lines.some(({ figures }) => figures === scope);
      if (isOf('all')) return figuresBy(workflow, linesWith(lines, reader, ['all']));
      if (!isOf('unit') || !workflow.access.units.includes(unit)) return undefined;
      return { place: unit, ...figuresBy(workflow, linesWith(lines, reader, ['all', 'unit'])) };
    },
  };
}

/** What of a workflow's matrix concerns one reader. */
interface CompiledReader {
  readonly lines: readonly CompiledLine[];
  /** What is seen without facts, by the numbers of the lines that give it. */
  readonly sights: Map<string, CaseSight>;
}

interface CompiledLine {
  readonly line: RoleAccess;
  readonly number: number;
  readonly scopes: readonly ((now: Instant) => readonly VisiblePart[])[];
}

/** Finds the lines of a reader once for all cases that one request shows them. */
function compiler(): (reader: Reader, workflow: Workflow) => CompiledReader {
  const readers = new WeakMap<Reader, Map<string, CompiledReader>>();
  return (reader, workflow) => {
    let ofReader = readers.get(reader);
    if (ofReader === undefined) readers.set(reader, (ofReader = new Map<string, CompiledReader>()));
    let compiled = ofReader.get(workflow.name);
    if (compiled === undefined) ofReader.set(workflow.name, (compiled = compiledReader(reader, workflow)));
    return compiled;
  };
}

const compiledReader = (reader: Reader, workflow: Workflow): CompiledReader => ({
  lines: linesOf(workflow, reader).map((line, number) => ({
    ...{ line, number },
    scopes: scopesOf(line, reader).map((scope) => {
      if (scope.of === 'registered') return (now) => partOf(workflow, reader, scope, now);
      // Of other scopes no part depends on the time.
      const parts = partOf(workflow, reader, scope, '');
      return () => parts;
    }),
  })),
  sights: new Map(),
});

/** The lines that give every case of one of some scopes, in whatever state. */
const linesWith = (lines: readonly RoleAccess[], reader: Reader, scopes: readonly CaseScope['of'][]) =>
  lines.filter((line) =>
    scopesOf(line, reader).some(({ of, states }) => states === undefined && scopes.includes(of)),
  );

/** Figures by the lines that give the cases which they count. */
const figuresBy = ({ access }: Workflow, lines: readonly RoleAccess[]) => ({
  isExact: lines.length > 0,
  hiddenTags: Object.entries(access.tags)
    .filter(([, dataClass]) => !lines.some(({ sees }) => sees[dataClass] === 'seen'))
    .map(([tag]) => tag),
});

/** The lines of the matrix that count: those of the reader's roles which have the purpose. */
const linesOf = ({ access }: Workflow, { actor, purpose }: Reader): readonly RoleAccess[] =>
  actor.roles.flatMap((role) => {
    const line = Object.hasOwn(access.roles, role) ? access.roles[role] : undefined;
    if (line === undefined) return [];
    const [first] = line.purposes;
    return first !== undefined && line.purposes.includes(purpose ?? first) ? [line] : [];
  });

const scopesOf = (
  { cases, purposes: [first] }: RoleAccess,
  { purpose = first }: Reader,
): readonly CaseScope[] =>
  cases.filter(
    ({ purposes }) => purposes === undefined || (purpose !== undefined && purposes.includes(purpose)),
  );

/** One scope of a line as the store is asked for it; none where the reader has no unit that the workflow knows. */
function partOf(
  { name, access: { units } }: Workflow,
  { actor }: Reader,
  { of, states, withinHours = 0 }: CaseScope,
  now: Instant,
): readonly VisiblePart[] {
  const all: CellScope = { workflow: name, states };
  switch (of) {
    case 'all':
      return [{ cells: [all] }];
    case 'assigned':
      return [{ cells: [all], assignee: actor.id }];
    case 'registered': {
      const since = instantOf(epochMsOf(now) - withinHours * hourMs);
      return [{ cells: [all], opened: { by: actor.id, since } }];
    }
    case 'unit': {
      const { unit } = actor;
      return unit === undefined || !units.includes(unit)
        ? []
        : [{ cells: [{ ...all, unit: { at: unit, units } }] }];
    }
  }
}

/** The same as a store tells it, of one case. */
const isSeen = (standing: CaseStanding, parts: readonly VisiblePart[]): boolean =>
  parts.some(({ cells, assignee, opened }) => {
    const cell = { ...standing, outcome: '', tags: '' };
    return (
      cells.some((scope) => isInScope(cell, scope)) &&
      (assignee === undefined || standing.assignee === assignee) &&
      (opened === undefined ||
        standing.opened === undefined ||
        (standing.opened.by === opened.by && standing.opened.at >= opened.since))
    );
  });

/** Several roles together see what one of them sees. */
function sightBy({ access }: Workflow, lines: readonly RoleAccess[], facts: unknown): CaseSight {
  const seen = new Set(
    access.classes.filter((one) =>
      lines.some(({ sees }) => {
        const sight = Object.hasOwn(sees, one) ? sees[one] : undefined;
        if (typeof sight !== 'object') return sight === 'seen';
        return facts !== undefined && sight.holds(facts as never);
      }),
    ),
  );
  return { sees: (one) => seen.has(one), isWhole: seen.size === access.classes.length };
}

/** Whether a line shows what an answer would tell, in each case it gives. */
function shows(
  { access }: Workflow,
  { sees }: RoleAccess,
  { identity = false, tags = [], rules = false }: NeededSight,
) {
  const classes = tags.flatMap((tag) => (Object.hasOwn(access.tags, tag) ? [access.tags[tag]] : []));
  if (identity) classes.push('identity');
  if (rules) classes.push(rulesClass);
  return classes.every((one) => one !== undefined && sees[one] === 'seen');
}

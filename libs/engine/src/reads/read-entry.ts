import type { NewReadEntry } from '../ports/read-log.js';
import type { Instant } from '@safeconduct/workflow';

/** In place of a data class: who read, which is no datum of a case. */
export const readsClass = 'reads';

/** By which way an answer leaves. `engine`: a program that uses the engine itself. */
export const readWays = ['http', 'feed', 'cli', 'export', 'engine'] as const;
export type ReadWay = (typeof readWays)[number];

/**
 * That somebody was handed data of cases. Storage format: these names are in the log of reads for ever. It holds no
 * personal datum but the id of who read.
 */
export interface ReadEntry {
  /** Who read, with the roles and the unit that they had then. */
  readonly actor: string;
  readonly roles: readonly string[];
  readonly unit: string | null;
  /** What for. Several where none was named and the reader has several roles: each reads for its first one. */
  readonly purposes: readonly string[];
  /** What was done: a name from the code. */
  readonly operation: string;
  readonly way: ReadWay;
  /** The address of the network that the server saw; null where there is none. */
  readonly address: string | null;
  readonly requestId: string | null;
  /** What was searched for, as a keyed hash; null where nothing was. */
  readonly searched: string | null;
  /** The ids of the cases that the answer is about; of one case also when nothing of it was shown. */
  readonly cases: readonly string[];
  /** The data classes that were handed over. */
  readonly classes: readonly string[];
  /** How many cases, events or lines; 0 when nothing was shown. */
  readonly rows: number;
  /** The past moment that was asked for, or null. */
  readonly moment: string | null;
  /** The emergency access under which it was read; null for any other read. */
  readonly breakGlass: string | null;
}

/** By what entries are found. */
export interface ReadEntryFilter {
  readonly actor?: string | undefined;
  readonly caseId?: string | undefined;
  readonly purpose?: string | undefined;
  readonly dataClass?: string | undefined;
  readonly unit?: string | undefined;
  readonly operation?: string | undefined;
  /** Only those under emergency access, or only those under this one. */
  readonly breakGlass?: true | string | undefined;
}

const term = {
  actor: (id: string) => `actor:${id}`,
  caseId: (id: string) => `case:${id}`,
  purpose: (purpose: string) => `purpose:${purpose}`,
  dataClass: (name: string) => `class:${name}`,
  unit: (unit: string) => `unit:${unit}`,
  operation: (name: string) => `operation:${name}`,
  breakGlass: (id: string) => `break-glass:${id}`,
};
const anyBreakGlass = 'break-glass';

/** What entries are counted by. */
export type ReadKind = Readonly<
  Pick<ReadEntry, 'actor' | 'unit' | 'operation' | 'purposes' | 'classes'> & { isEmergency: boolean }
>;

/** The entry as a store keeps it. */
export const keptForm = (entry: ReadEntry, at: Instant): NewReadEntry => ({
  at,
  text: JSON.stringify(entry),
  ...foundBy(entry),
});

/** The same of an entry that is kept already: letter by letter. */
export const keptText = (text: string, at: Instant): NewReadEntry => ({
  ...{ at, text },
  ...foundBy(readEntryIn(text)),
});

const foundBy = (entry: ReadEntry) => ({ terms: termsOfEntry(entry), kind: kindOf(entry) });

/** The kind of an entry as a text. Storage format: PostgreSQL makes the same text of the entries that it has. */
const kindOf = ({ actor, unit, operation, purposes, classes, breakGlass }: ReadEntry): string =>
  JSON.stringify([actor, unit, operation, purposes, classes, breakGlass !== null]);

export function readKindIn(text: string): ReadKind {
  const [actor, unit, operation, purposes, classes, isEmergency] = JSON.parse(text) as [
    ...[string, string | null, string],
    ...[readonly string[], readonly string[], boolean],
  ];
  return { actor, unit, operation, purposes, classes, isEmergency };
}

/** Every term by which an entry is found. */
const termsOfEntry = (entry: ReadEntry): readonly string[] => [
  term.actor(entry.actor),
  ...entry.cases.map(term.caseId),
  term.operation(entry.operation),
  ...entry.purposes.map(term.purpose),
  ...entry.classes.map(term.dataClass),
  ...(entry.unit === null ? [] : [term.unit(entry.unit)]),
  ...(entry.breakGlass === null ? [] : [anyBreakGlass, term.breakGlass(entry.breakGlass)]),
];

/** The terms that entries must have to be found. */
export function termsOf({
  actor,
  caseId,
  purpose,
  dataClass,
  unit,
  operation,
  breakGlass,
}: ReadEntryFilter): readonly string[] {
  return [
    actor === undefined ? [] : [term.actor(actor)],
    caseId === undefined ? [] : [term.caseId(caseId)],
    purpose === undefined ? [] : [term.purpose(purpose)],
    dataClass === undefined ? [] : [term.dataClass(dataClass)],
    unit === undefined ? [] : [term.unit(unit)],
    operation === undefined ? [] : [term.operation(operation)],
    breakGlass === undefined ? [] : [breakGlass === true ? anyBreakGlass : term.breakGlass(breakGlass)],
  ].flat();
}

export const readEntryIn = (text: string): ReadEntry => JSON.parse(text) as ReadEntry;

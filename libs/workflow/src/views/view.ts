import type { z } from 'zod';
import type { DataOf, EventDefinition, EventSource, EventSources, Personal } from '../event.js';
import type { FactEvent } from '../fold.js';
import { columnOf, type Column, type ViewColumns, type ViewRow } from './column.js';

/** What a view is told of an event besides its data: when it happened, and who acted. */
export type ViewEvent = Pick<FactEvent, 'occurredAt' | 'actor' | 'confirmation'>;

type SchemaOf<E extends EventSource> = E extends EventDefinition<infer S> ? S : E;

type IsPersonal<S> = S extends Personal | { unwrap(): Personal } ? true : false;

/** The fields of an object that are marked as personal. */
type PersonalFieldsOf<S> =
  S extends z.ZodObject<infer Shape>
    ? { [Field in keyof Shape]: IsPersonal<Shape[Field]> extends true ? Field : never }[keyof Shape]
    : never;

/** The data of an event without its personal fields. */
export type ImpersonalDataOf<E extends EventSources, T extends keyof E> = Omit<
  DataOf<E, T>,
  PersonalFieldsOf<SchemaOf<E[T]>>
>;

/**
 * How each event changes the rows that a view has of its case; an event without an entry leaves them as they are. Pure.
 * What a function returns are all rows of the case from then on. Rows are read and written together, so a case should
 * have few: tens, not thousands.
 */
export type RowsByEvent<E extends EventSources, Columns extends ViewColumns> = {
  readonly [T in keyof E & string]?: (
    rows: readonly ViewRow<Columns>[],
    data: ImpersonalDataOf<E, T>,
    event: ViewEvent,
  ) => readonly ViewRow<Columns>[];
};

/**
 * A view as the author of a workflow declares it: rows of each case that follow from its events and from nothing else,
 * so that they can be made again at any time. Nothing personal reaches them: the functions are not given it.
 */
export interface ViewSource<E extends EventSources, Columns extends ViewColumns> {
  /** Raised when a function of `rows` changes; then the view is made again. It is also when the columns change. */
  readonly version: number;
  readonly columns: Columns;
  /** The columns that tell the rows of one case apart, in their order. Left out: a case has one row at the most. */
  readonly key?: readonly (keyof Columns & string)[];
  /** The columns that rows can be narrowed and ordered by. */
  readonly filters?: readonly (keyof Columns & string)[];
  readonly rows: RowsByEvent<E, Columns>;
}

/** Binds `view(...)` to the events of a workflow. A wrong column, event, field or personal field does not compile. */
export function viewsOf<E extends EventSources>() {
  return <const Columns extends ViewColumns>(view: ViewSource<E, Columns>): ViewSource<E, Columns> => view;
}

/** Rows as they are kept: every column, null where there is no value. */
export type KeptRow = Readonly<Record<string, string | number | boolean | null>>;

type AnyRows = (rows: readonly never[], data: never, event: ViewEvent) => unknown;

/** The source of any view. The types of rows and data are erased. */
export interface AnyViewSource {
  readonly version: number;
  readonly columns: ViewColumns;
  readonly key?: readonly string[];
  readonly filters?: readonly string[];
  readonly rows: Readonly<Record<string, AnyRows | undefined>>;
}

/** A view of a registered workflow. */
export interface View {
  readonly name: string;
  readonly workflow: string;
  readonly columns: readonly Column[];
  /** The columns of its key. */
  readonly key: readonly Column[];
  /** The columns that rows can be narrowed and ordered by. */
  readonly filters: readonly Column[];
  readonly source: AnyViewSource;
}

/** A view by its name. Columns that key and filters name and that do not exist are reported by `checkWorkflow`. */
export function viewNamed(workflow: string, name: string, source: AnyViewSource): View {
  const columns = Object.entries(source.columns).map(([column, type]) => columnOf(column, type));
  const named = (names: readonly string[] = []) =>
    names.flatMap((wanted) => columns.find((column) => column.name === wanted) ?? []);
  return { name, workflow, columns, key: named(source.key), filters: named(source.filters), source };
}

import { isCalendarDay, parseInstant } from '../time.js';

/**
 * What a column of a view holds. A `code` is one of few texts that people read by their label (`values` of the texts), a
 * `text` is shown as it is.
 */
export const columnKinds = ['text', 'code', 'day', 'instant', 'integer', 'boolean'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A kind; with `?` a row may lack the value. */
export type ColumnType = ColumnKind | `${ColumnKind}?`;
export type ViewColumns = Readonly<Record<string, ColumnType>>;

interface ValueOfKind {
  readonly text: string;
  readonly code: string;
  readonly day: string;
  readonly instant: string;
  readonly integer: number;
  readonly boolean: boolean;
}

/** A value of a column. */
export type ColumnValue = ValueOfKind[ColumnKind];

type KindIn<Type extends ColumnType> = Type extends `${infer Kind extends ColumnKind}?` ? Kind : Type;

/** A row of a view, as its author writes it: what may be absent may be left out. */
export type ViewRow<Columns extends ViewColumns> = {
  readonly [Name in keyof Columns as Columns[Name] extends ColumnKind ? Name : never]: ValueOfKind[KindIn<
    Columns[Name]
  > &
    ColumnKind];
} & {
  readonly [Name in keyof Columns as Columns[Name] extends ColumnKind ? never : Name]?:
    ValueOfKind[KindIn<Columns[Name]> & ColumnKind] | undefined;
};

/** A column of a registered view. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether a row may lack the value. */
  readonly optional: boolean;
}

export const columnOf = (name: string, type: ColumnType): Column => ({
  name,
  kind: type.replace('?', '') as ColumnKind,
  optional: type.endsWith('?'),
});

/** The longest text of a column that rows are found or ordered by: it stands in an index. */
export const indexedCharactersMax = 200;
const textCharactersMax = 10_000;

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= textCharactersMax && !value.includes('\u0000');

const fits: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  text: isText,
  code: isText,
  day: (value) => typeof value === 'string' && isCalendarDay(value),
  instant: (value) => typeof value === 'string' && parseInstant(value) === value,
  integer: Number.isSafeInteger,
  boolean: (value) => typeof value === 'boolean',
};

/** Whether a value is of a kind. An instant is in UTC with milliseconds, as events have it. */
export const isOfKind = (kind: ColumnKind, value: unknown): value is ColumnValue => fits[kind](value);

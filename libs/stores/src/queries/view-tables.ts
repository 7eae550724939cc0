import type {
  caseCells,
  caseList,
  caseWords,
  deadlines,
  ledger,
  refusals,
  RowOf,
  stays,
  timeline,
} from '@safeconduct/engine';
import type { Kysely } from 'kysely';

type Table =
  | typeof caseList
  | typeof caseCells
  | typeof caseWords
  | typeof deadlines
  | typeof timeline
  | typeof refusals
  | typeof stays
  | typeof ledger;

/** The tables that queries can name, as the projections define them. */
export type ViewTables = { readonly [One in Table as One['name']]: RowOf<One> };

/** Typed reads of the live generations. It is not used to write. */
export type Db = Kysely<ViewTables>;

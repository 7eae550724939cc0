import type { Instant } from './time.js';

/** The parameters of a caseload. The same request gives the same rows. */
export interface CaseloadRequest {
  readonly persons: number;
  readonly seed: number;
}

/** One file of a caseload as data: the rows of one command, as the bulk import takes them. */
export interface CaseloadFile {
  /** `06-PlaceInFacility`: its number in the order of the files, and its command. */
  readonly name: string;
  readonly columns: readonly string[];
  /**
   * A text for each column, an empty one for an absent field. Rows are made one by one when they are read.
   */
  readonly rows: Iterable<readonly string[]>;
}

/** An invented caseload as bulk files. */
export interface Caseload<Ledger extends object = object> {
  /** How many rows the files have together. */
  readonly commands: number;
  /** In their order. Read the rows of each file to the end before the next file is asked for, and once. */
  readonly files: Iterable<CaseloadFile>;
  /** The expected figures after the import, by name. */
  readonly ledger: Ledger;
}

/** Somebody who works on the cases of a demonstration. */
export interface DemoPerson {
  readonly id: string;
  readonly nameArabic: string;
  readonly nameLatin: string;
  readonly role: string;
  /** Where they work, for roles that read by it. */
  readonly unit?: string;
  /** They can sign in: with a password that the server shows. */
  readonly hasAccount: boolean;
}

/** A figure that somebody outside stated of the persons, as it is recorded in a demonstration. */
export interface DemoFigure {
  /** By which others name it as a part. */
  readonly key: string;
  /** Who records it. */
  readonly by: string;
  readonly source: string;
  readonly published: string;
  readonly speaksOf: string;
  readonly quote: string;
  readonly figure: number;
  readonly relation: 'exactly' | 'about' | 'atLeast' | 'moreThan' | 'atMost';
  readonly counts: {
    readonly states?: readonly string[];
    readonly outcomes?: readonly string[];
    readonly facility?: string;
    readonly tags?: Readonly<Record<string, readonly string[]>>;
    readonly event?: string;
    readonly since?: string;
  };
  /** The keys of figures that come before it. */
  readonly parts: readonly string[];
}

/** Invents caseloads of any size, for demonstrations and measurements. */
export interface Demo {
  /** The default number of persons of the demonstration. */
  readonly persons: number;
  /** The moment after the last step of its caseload, at which the clock of the demonstration begins to run. */
  readonly startsAt: Instant;
  /** Pure. Neither the files nor their rows are held in memory as a whole. */
  generate(request: CaseloadRequest): Caseload;
  /** Everybody who works on it, by whom the directory of people is begun. */
  people(): readonly DemoPerson[];
  /** What others stated of the persons. Left out: nothing. */
  figures?(): readonly DemoFigure[];
}

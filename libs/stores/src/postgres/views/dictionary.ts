import type { DictionaryName } from '../../queries/coded-columns.js';
import type { Row, TransactionQuery } from '../database.js';
import { textArray } from './array-parameters.js';
import { inSchema } from './table-sql.js';

const keptMax = 50_000;

interface Known extends Row {
  readonly code: number;
  readonly text: string;
}

/**
 * Numbers that stand for texts, for the one who writes. A text keeps its number as long as the schema is there. The texts
 * met last are kept in memory; the others are asked for, and new ones get their numbers, in one statement a batch.
 */
export class Dictionary {
  readonly #codes = new Map<string, number>();

  constructor(private readonly name: DictionaryName) {}

  /** The number of a text that is remembered, or was learnt for this transaction. */
  codeOf(text: string): number | undefined {
    // Half a pair of surrogates is no character, so no database has it: it stands there as U+FFFD.
    return this.#codes.get(text) ?? this.#codes.get(text.toWellFormed());
  }

  /** Learns the numbers of texts. Those that have none get one. Only within the transaction that writes the rows. */
  async give(query: TransactionQuery, texts: ReadonlySet<string>): Promise<void> {
    this.#makeRoom(texts);
    // A text that another transaction gave a number meanwhile is in neither part; it is there when it is asked for again.
    for (let missing = this.#missing(texts); missing.length > 0; missing = this.#missing(texts)) {
      this.#keep(await query<Known>({ text: this.#giving, values: [textArray(missing)] }));
    }
  }

  /** Learns the numbers of those texts that have one. */
  async find(query: TransactionQuery, texts: ReadonlySet<string>): Promise<void> {
    const missing = this.#missing(texts);
    if (missing.length === 0) return;
    const text = `SELECT code, text FROM ${inSchema(this.name)} WHERE text = ANY ($1::text[])`;
    this.#keep(await query<Known>({ text, values: [textArray(missing)] }));
  }

  /** To be called when a transaction was taken back, and with it the numbers that it gave. */
  forget(): void {
    this.#codes.clear();
  }

  get #giving(): string {
    const table = inSchema(this.name);
    return `WITH given AS (SELECT unnest($1::text[]) AS text),
      known AS (SELECT code, text FROM ${table} JOIN given USING (text)),
      made AS (
        INSERT INTO ${table} (text)
        SELECT text FROM given WHERE NOT EXISTS (SELECT FROM known WHERE known.text = given.text)
        ON CONFLICT (text) DO NOTHING RETURNING code, text)
      SELECT code, text FROM known UNION ALL SELECT code, text FROM made`;
  }

  #missing(texts: ReadonlySet<string>): readonly string[] {
    return [...texts].filter((text) => this.codeOf(text) === undefined);
  }

  /** Never between two texts of one batch: each must still be there when its rows are written. */
  #makeRoom({ size }: ReadonlySet<string>): void {
    if (this.#codes.size + size > keptMax) this.#codes.clear();
  }

  #keep(known: readonly Known[]): void {
    for (const { code, text } of known) this.#codes.set(text, code);
  }
}

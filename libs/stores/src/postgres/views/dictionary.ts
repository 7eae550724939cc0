import type { DictionaryName } from '../../queries/coded-columns.js';
import type { Row, TransactionQuery } from '../database.js';
import { textArray } from './array-parameters.js';
import { inSchema } from './table-sql.js';

const keptMax = 50_000;

export interface Known extends Row {
  readonly code: number;
  readonly text: string;
}

/**
 * Numbers that stand for texts, as committed transactions have given them. A text keeps its number as long as the schema
 * is there. Those that were used last are remembered.
 */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  #newest: Known | undefined;

  constructor(readonly name: DictionaryName) {}

  /**
   * The text whose number was given last. Numbers are given in the order of commits, and a database that crashes or fails
   * over loses the last of these. So if this text still has its number, so has every other one.
   */
  get newest(): Known | undefined {
    return this.#newest;
  }

  find(text: string): number | undefined {
    return this.#codes.get(text);
  }

  /** Only what is committed: the numbers of a transaction that is taken back go with it. */
  keep(codes: ReadonlyMap<string, number>): void {
    if (this.#codes.size + codes.size > keptMax) this.#codes.clear();
    for (const [text, code] of codes) {
      this.#codes.set(text, code);
      if (code > (this.#newest?.code ?? 0)) this.#newest = { code, text };
    }
  }

  /** To be called when the dictionary in the database is another one, or has lost its end. */
  forget(): void {
    this.#codes.clear();
    this.#newest = undefined;
  }
}

/** The numbers of the texts of one batch. What is not remembered is asked for, in one statement a batch. */
export class CodesOfBatch {
  readonly #codes = new Map<string, number>();

  constructor(private readonly dictionary: Dictionary) {}

  /** The number of a text, after `give` or `find`; `undefined` for one that has none. */
  codeOf(text: string): number | undefined {
    // Half a pair of surrogates is no character, so no database has it: it stands there as U+FFFD.
    return this.#codes.get(text) ?? this.#codes.get(text.toWellFormed());
  }

  /** Learns the numbers of texts. Those that have none get one. Only within the transaction that writes the rows. */
  async give(query: TransactionQuery, texts: ReadonlySet<string>): Promise<void> {
    // A text that another transaction gave a number meanwhile is in neither part; it is there when it is asked for again.
    for (let missing = this.#recall(texts); missing.length > 0; missing = this.#recall(texts)) {
      this.#learn(await query<Known>({ text: giving(this.dictionary), values: [textArray(missing)] }));
    }
  }

  /** Learns the numbers of those texts that have one. */
  async find(query: TransactionQuery, texts: ReadonlySet<string>): Promise<void> {
    const missing = this.#recall(texts);
    if (missing.length === 0) return;
    const text = `SELECT code, text FROM ${inSchema(this.dictionary.name)} WHERE text = ANY ($1::text[])`;
    this.#learn(await query<Known>({ text, values: [textArray(missing)] }));
  }

  /** To be called when the batch is committed. */
  keep(): void {
    this.dictionary.keep(this.#codes);
  }

  /** Takes over what is remembered. @returns the texts that are not */
  #recall(texts: ReadonlySet<string>): readonly string[] {
    const missing: string[] = [];
    for (const text of texts) {
      const code = this.codeOf(text) ?? this.dictionary.find(text);
      if (code === undefined) missing.push(text);
      else this.#codes.set(text, code);
    }
    return missing;
  }

  #learn(known: readonly Known[]): void {
    for (const { code, text } of known) this.#codes.set(text, code);
  }
}

function giving({ name }: Dictionary): string {
  const table = inSchema(name);
  return `WITH given AS (SELECT unnest($1::text[]) AS text),
    known AS (SELECT code, text FROM ${table} JOIN given USING (text)),
    made AS (
      INSERT INTO ${table} (text)
      SELECT text FROM given WHERE NOT EXISTS (SELECT FROM known WHERE known.text = given.text)
      ON CONFLICT (text) DO NOTHING RETURNING code, text)
    SELECT code, text FROM known UNION ALL SELECT code, text FROM made`;
}

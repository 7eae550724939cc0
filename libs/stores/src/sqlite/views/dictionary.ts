import type Database from 'better-sqlite3';
import type { DictionaryName } from '../../queries/coded-columns.js';

const keptMax = 50_000;

/**
 * Numbers that stand for texts, for the one who writes. A text keeps its number as long as there is the file. The texts
 * met last are kept in memory, so that most are found without asking SQLite.
 */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly #texts = new Map<number, string>();
  readonly #select: Database.Statement<[string], number>;
  readonly #selectText: Database.Statement<[number], string>;
  readonly #insert: Database.Statement<[string], number>;

  constructor(db: Database.Database, name: DictionaryName) {
    this.#select = db.prepare<[string], number>(`SELECT code FROM ${name} WHERE text = ?`).pluck();
    this.#selectText = db.prepare<[number], string>(`SELECT text FROM ${name} WHERE code = ?`).pluck();
    this.#insert = db
      .prepare<[string], number>(`INSERT INTO ${name} (text) VALUES (?) RETURNING code`)
      .pluck();
  }

  /** The number of a text; `undefined` when it has none. */
  find(text: string): number | undefined {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#select.get(text);
    return code === undefined ? undefined : this.#keep(text, code);
  }

  /** The number of a text, which gets one if it has none. Only within the transaction that writes the row. */
  codeOf(text: string): number {
    return this.find(text) ?? this.#keep(text, this.#insert.get(text) as number);
  }

  textOf(code: number): string {
    const known = this.#texts.get(code);
    if (known !== undefined) return known;
    const text = this.#selectText.get(code);
    if (text === undefined) throw new Error(`no text has the number ${code}`);
    this.#keep(text, code);
    return text;
  }

  /** To be called when a transaction was taken back, and with it the numbers that it gave. */
  forget(): void {
    this.#codes.clear();
    this.#texts.clear();
  }

  #keep(text: string, code: number): number {
    if (this.#codes.size >= keptMax) this.forget();
    this.#codes.set(text, code);
    this.#texts.set(code, text);
    return code;
  }
}

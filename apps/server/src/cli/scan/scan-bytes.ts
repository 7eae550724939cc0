import type { SearchForm } from './search-forms.js';

/** A value that was found, and how it was written there. Never the value itself. */
export interface Finding {
  readonly place: string;
  /** Index of the value among those that were looked for. */
  readonly value: number;
  readonly form: string;
  /** Where in the place: the first byte, or the row. */
  readonly at: string;
}

/**
 * Looks for values in the bytes of one place, which come in pieces. Each value is told once a form, where it is first.
 * What lies across the border of two pieces is found as well.
 */
export class PlaceScan {
  readonly #found = new Map<string, Finding>();
  readonly #overlap: number;
  #kept: Buffer = Buffer.alloc(0);
  #offset = 0;

  constructor(
    private readonly place: string,
    private readonly forms: readonly SearchForm[],
  ) {
    this.#overlap = Math.max(0, ...forms.map(({ bytes }) => bytes.length - 1));
  }

  /** The next piece. */
  add(piece: Buffer): void {
    const bytes = Buffer.concat([this.#kept, piece]);
    const from = this.#offset - this.#kept.length;
    this.#search(bytes, (index) => `byte ${from + index}`);
    this.#offset += piece.length;
    this.#kept = Buffer.from(bytes.subarray(Math.max(0, bytes.length - this.#overlap)));
  }

  /** A piece that stands by itself, such as a value of a row. */
  addWhole(bytes: Buffer, at: string): void {
    this.#search(bytes, () => at);
  }

  get findings(): readonly Finding[] {
    return [...this.#found.values()];
  }

  #search(bytes: Buffer, atOf: (index: number) => string): void {
    for (const { value, form, bytes: wanted } of this.forms) {
      const key = `${value} ${form}`;
      if (this.#found.has(key)) continue;
      const index = bytes.indexOf(wanted);
      if (index >= 0) this.#found.set(key, { place: this.place, value, form, at: atOf(index) });
    }
  }
}

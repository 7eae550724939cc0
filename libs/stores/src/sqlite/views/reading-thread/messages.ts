/** What the thread that reads is asked: a statement, or to end. */
export type Question =
  { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] } | 'close';

/** What came of a statement. An error crosses without its class. */
export type Answer = { readonly id: number } & ({ readonly rows: unknown[] } | { readonly failed: Failed });

export interface Failed {
  readonly code: string;
  readonly message: string;
}

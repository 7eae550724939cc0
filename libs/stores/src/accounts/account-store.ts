/** Something that is kept about how people sign in, such as a password or a session. Whoever keeps it gives it its form. */
export interface AccountRecord {
  /** What it is, such as `password`. */
  readonly kind: string;
  /** Unique among the records of its kind. Where it is a secret, its hash. */
  readonly id: string;
  /** Whose it is; null: nobody's yet. */
  readonly person: string | null;
  /** JSON. */
  readonly body: string;
  /** When it ends, in milliseconds since 1970; null: it does not end by itself. */
  readonly endsAtMs: number | null;
}

export interface KeptRecord extends AccountRecord {
  /** 1 when it is put first, then one more each time. */
  readonly version: number;
}

/** A record without what it says. */
export type RecordHead = Omit<KeptRecord, 'body'>;

/**
 * Where accounts, sessions and drafts are kept, apart from cases and from the log: they are no facts about cases, and they go.
 * What writes is durable when it resolves. A record that has ended is found until it is removed.
 */
export interface AccountStore {
  find(kind: string, id: string): Promise<KeptRecord | undefined>;

  /** All of a kind, of one person or of everybody, by id. */
  list(kind: string, person?: string): Promise<readonly KeptRecord[]>;

  /** The same without their bodies, so that many large ones cost little. */
  heads(kind: string, person?: string): Promise<readonly RecordHead[]>;

  /**
   * Puts a record in place of the one with that version; version 0: where none is.
   * @returns whether it did; not, when somebody else was first
   */
  put(record: AccountRecord, version: number): Promise<boolean>;

  /** @returns whether there was one. Of several who remove the same, one hears so. */
  remove(kind: string, id: string): Promise<boolean>;

  /** Removes all of a kind that a person has. @returns how many */
  removeOf(kind: string, person: string): Promise<number>;

  /** Removes those of all kinds that had ended at a moment. @returns how many */
  removeEnded(atMs: number): Promise<number>;

  close(): Promise<void>;
}

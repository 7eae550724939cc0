import {
  isDestroyed,
  StoreCorruptError,
  StoreReadOnlyError,
  type Awaitable,
  type DestroyedSubjectKey,
  type DataClass,
  type Instant,
  type LiveSubjectKey,
  type SubjectKey,
  type SubjectKeys,
} from '@safeconduct/engine';
import { createSecretKey, hash, type KeyObject } from 'node:crypto';
import { isLive, type KeyRow, type KeyStore, type LiveKeyRow } from './key-store.js';
import { pooledRandomBytes } from './random-pool.js';
import { subjectUse, unwrap, wrap, type MasterKey } from './wrapping.js';

/** The master keys of a process: the one that wraps, and during a rotation the one before it. */
export interface MasterKeys {
  readonly current: MasterKey;
  readonly former?: MasterKey | undefined;
}

export const masterKeyWithId = ({ current, former }: MasterKeys, id: string): MasterKey | undefined =>
  [current, former].find((key) => key?.id === id);

const secretBytes = 32;
const idBytes = 8;
/** At some 500 bytes each. */
const knownMax = 50_000;
const batchMax = 500;

interface Waiting {
  readonly row: LiveKeyRow;
  readonly key: LiveSubjectKey;
  readonly done: (key: SubjectKey) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The keys of subjects over a store of wrapped keys. Those that were used last are in memory. New keys that come while
 * others are written are written together, so that many callers share one flush.
 */
export class StoredSubjectKeys implements SubjectKeys {
  readonly #known = new Map<string, SubjectKey>();
  readonly #making = new Map<string, Promise<SubjectKey>>();
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(
    private readonly store: KeyStore,
    private readonly masters: MasterKeys,
  ) {}

  find(subjects: readonly string[]): Awaitable<ReadonlyMap<string, SubjectKey>> {
    const found = new Map<string, SubjectKey>();
    const unknown: string[] = [];
    for (const subject of subjects) {
      const key = this.#known.get(subject);
      if (key === undefined) unknown.push(subject);
      else found.set(subject, key);
    }
    if (unknown.length === 0) return found;
    const rows = this.store.find(unknown);
    const withRows = (read: readonly KeyRow[]) => {
      for (const row of read) found.set(row.subject, this.#learn(row));
      return found;
    };
    return rows instanceof Promise ? rows.then(withRows) : withRows(rows);
  }

  make(subject: string, isNew = false): Awaitable<SubjectKey> {
    const known = this.#known.get(subject) ?? this.#making.get(subject);
    if (known !== undefined) return known;
    if (isNew) return this.#remembered(subject, this.#make(subject));
    const rows = this.store.find([subject]);
    if (rows instanceof Promise)
      return this.#remembered(
        subject,
        rows.then((later) => this.#madeUnless(subject, later)),
      );
    const made = this.#madeUnless(subject, rows);
    return made instanceof Promise ? this.#remembered(subject, made) : made;
  }

  async destroy(subject: string, at: Instant): Promise<DestroyedSubjectKey> {
    const keys = await this.find([subject]);
    const keyId = keys.get(subject)?.id ?? newId();
    const row = await this.store.destroy({ subject, keyId, destroyedAt: at });
    this.#known.delete(subject);
    return this.#learn(row) as DestroyedSubjectKey;
  }

  forget(subject: string): void {
    this.#known.delete(subject);
  }

  #madeUnless(subject: string, [row]: readonly KeyRow[]): Awaitable<SubjectKey> {
    return row === undefined ? this.#make(subject) : this.#learn(row);
  }

  /** Whoever asks for the same keys meanwhile gets the same answer. */
  #remembered(subject: string, making: Promise<SubjectKey>): Promise<SubjectKey> {
    this.#making.set(subject, making);
    const forget = () => this.#making.delete(subject);
    making.then(forget, forget);
    return making;
  }

  #make(subject: string): Promise<SubjectKey> {
    const { current } = this.masters;
    const keyId = newId();
    const secret = pooledRandomBytes(secretBytes);
    const wrapped = wrap(current, subjectUse(subject, keyId), secret);
    const row = { subject, keyId, masterId: current.id, wrapped };
    const key = liveKey(keyId, secret);
    return new Promise((done, failed) => {
      this.#waiting.push({ row, key, done, failed });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    // What is made in this turn of the event loop is written together: a tick comes after the promises of a turn.
    await new Promise<void>((done) => {
      process.nextTick(done);
    });
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, batchMax);
      try {
        const kept = await this.store.keep(batch.map(({ row }) => row));
        const bySubject = new Map(kept.map((row) => [row.subject, row]));
        for (const { row, key, done } of batch) {
          const found = bySubject.get(row.subject);
          // Another process may have been first.
          done(
            found === undefined || found.keyId === row.keyId
              ? this.#know(row.subject, key)
              : this.#learn(found),
          );
        }
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#isWriting = false;
  }

  #learn(row: KeyRow): SubjectKey {
    const key = isLive(row) ? this.#unwrapped(row) : { id: row.keyId, destroyedAt: row.destroyedAt };
    return this.#know(row.subject, key);
  }

  #know(subject: string, key: SubjectKey): SubjectKey {
    this.#known.set(subject, key);
    if (this.#known.size > knownMax) {
      // The one that was learnt first.
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    return key;
  }

  #unwrapped({ subject, keyId, masterId, wrapped }: LiveKeyRow): LiveSubjectKey {
    const master = masterKeyWithId(this.masters, masterId);
    const where = `the key of ${subject}`;
    if (master === undefined)
      throw new StoreCorruptError(
        this.store.name,
        `${where} is wrapped by master key ${masterId}, which is not here`,
      );
    try {
      return liveKey(keyId, unwrap(master, subjectUse(subject, keyId), wrapped));
    } catch (error) {
      throw new StoreCorruptError(this.store.name, `${where} does not unwrap`, error);
    }
  }
}

/** The keys of a log that has nothing sealed, for somebody who only reads it. */
export const noSubjectKeys: SubjectKeys = {
  find: () => new Map(),
  make: () => Promise.reject(new StoreReadOnlyError('the key store')),
  destroy: () => Promise.reject(new StoreReadOnlyError('the key store')),
  forget: () => {},
};

/** Keys of the data classes, made when they are first used. */
function liveKey(id: string, secret: Buffer): LiveSubjectKey {
  const keys = new Map<DataClass, KeyObject>();
  return {
    id,
    of(dataClass) {
      let key = keys.get(dataClass);
      if (key === undefined) keys.set(dataClass, (key = classKey(secret, dataClass)));
      return key;
    },
  };
}

/** The one-step key derivation of NIST SP 800-56C (revision 2, 4.1) with SHA-256: a counter, the secret, the use. */
function classKey(secret: Buffer, dataClass: DataClass): KeyObject {
  const use = Buffer.from(`safeconduct data class ${dataClass}`, 'utf8');
  return createSecretKey(hash('sha256', Buffer.concat([firstBlock, secret, use]), 'buffer'));
}

const firstBlock = Buffer.from([0, 0, 0, 1]);

const newId = (): string => pooledRandomBytes(idBytes).toString('hex');

/**
 * The same keys for somebody who tries what is then not recorded: keys that are missing are made in memory and gone
 * with this object.
 */
export function dryRunSubjectKeys(keys: SubjectKeys): SubjectKeys {
  const tried = new Map<string, SubjectKey>();
  const madeUnless = (subject: string, found: ReadonlyMap<string, SubjectKey>): SubjectKey => {
    const key = found.get(subject) ?? tried.get(subject) ?? liveKey(newId(), pooledRandomBytes(secretBytes));
    if (!isDestroyed(key)) tried.set(subject, key);
    return key;
  };
  const withTried = (subjects: readonly string[], found: ReadonlyMap<string, SubjectKey>) => {
    const known = subjects.map((subject) => [subject, found.get(subject) ?? tried.get(subject)] as const);
    return new Map(known.filter((one): one is [string, SubjectKey] => one[1] !== undefined));
  };
  return {
    find(subjects) {
      const found = keys.find(subjects);
      return found instanceof Promise
        ? found.then((later) => withTried(subjects, later))
        : withTried(subjects, found);
    },
    make(subject) {
      const found = keys.find([subject]);
      return found instanceof Promise
        ? found.then((later) => madeUnless(subject, later))
        : madeUnless(subject, found);
    },
    destroy: () => Promise.reject(new Error('a dry run destroys nothing')),
    forget(subject) {
      keys.forget(subject);
    },
  };
}

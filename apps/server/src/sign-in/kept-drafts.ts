import { DraftContent, draftKeptDays, draftsMax } from '@safeconduct/contracts';
import {
  isDestroyed,
  openBox,
  sealBox,
  SubjectErasedError,
  type Erasures,
  type LiveSubjectKey,
} from '@safeconduct/engine';
import type { RecordHead } from '@safeconduct/stores';
import type { AccountRecords } from './account-records.js';

/** What a person has begun to type for a command of a case. */
export interface DraftPlace {
  readonly person: string;
  readonly caseId: string;
  readonly command: string;
}

/** A draft without what was typed. */
export interface DraftHead {
  readonly caseId: string;
  readonly command: string;
  /** 1 when it is kept first, then one more each time. */
  readonly version: number;
  readonly keptAtMs: number;
  readonly endsAtMs: number;
}

export interface OpenedDraft extends DraftHead {
  readonly content: DraftContent;
}

/** The draft is not of the version that was named. `head`: the one that is there; `undefined`: there is none. */
export class DraftChangedError extends Error {
  readonly code = 'DRAFT_CHANGED';
  constructor(readonly head: DraftHead | undefined) {
    super('the draft was changed meanwhile');
  }
}

/** The person has as many drafts as one person may have. */
export class DraftsTooManyError extends Error {
  readonly code = 'DRAFTS_TOO_MANY';
  constructor(readonly limit: number) {
    super(`one person has at most ${limit} drafts`);
  }
}

/** What was typed does not open: the keys of the person of the case are missing or others, or the record was changed. */
export class DraftUnreadableError extends Error {
  readonly code = 'SEAL_BROKEN';
  constructor(caseId: string, options?: ErrorOptions) {
    super(
      `a draft of case ${caseId} does not open with the keys that the key store has for the case`,
      options,
    );
  }
}

const keptMs = draftKeptDays * 86_400_000;
/** What is proposed is sealed in the same class: the input of a command, whatever form it has. */
const dataClass = 'narrative';

/**
 * What people have begun to type and not sent. Each draft is of one person, and nobody else gets it. It is sealed with the
 * keys of the person of the case, so it cannot be read any more once that person is erased, and then it goes.
 */
export class KeptDrafts {
  /** Cases whose person was erased, and whose drafts were not looked for yet. */
  readonly #erased = new Set<string>();

  constructor(
    private readonly records: AccountRecords,
    private readonly erasures: Pick<Erasures, 'keys' | 'of' | 'finished' | 'onErased'>,
  ) {
    for (const { caseId } of erasures.finished) this.#erased.add(caseId);
    erasures.onErased((caseId) => {
      this.#erased.add(caseId);
    });
  }

  /** The drafts of a person, the one kept last first. */
  async of(person: string): Promise<readonly DraftHead[]> {
    const heads = (await this.records.store.heads(kind, person)).map(headOf);
    const now = Date.now();
    return heads
      .filter(({ endsAtMs, caseId }) => endsAtMs > now && this.erasures.of(caseId) === undefined)
      .sort((one, other) => other.keptAtMs - one.keptAtMs);
  }

  /** @throws DraftUnreadableError */
  async find(place: DraftPlace): Promise<OpenedDraft | undefined> {
    const found = await this.records.find(kind, idOf(place));
    if (found === undefined) return undefined;
    const key = (await this.erasures.keys.find([place.caseId])).get(place.caseId);
    if (key !== undefined && isDestroyed(key)) return undefined;
    if (key?.id !== found.body.key) throw new DraftUnreadableError(place.caseId);
    return { ...headOf(found), content: opened(place, key, found.body.box) };
  }

  /**
   * Keeps a draft in place of the version that is named; 0: where there is none.
   * @throws DraftChangedError, DraftsTooManyError
   * @throws SubjectErasedError  the person of the case was erased
   */
  async keep(place: DraftPlace, content: DraftContent, version: number): Promise<DraftHead> {
    const { person, caseId } = place;
    const key = await this.erasures.keys.make(caseId);
    if (isDestroyed(key)) throw new SubjectErasedError(caseId, key.destroyedAt);
    const id = idOf(place);
    // Removes one that has ended, in whose place the new one comes.
    const before = await this.records.find(kind, id);
    if ((before?.version ?? 0) !== version) throw new DraftChangedError(before && headOf(before));
    if (version === 0 && (await this.of(person)).length >= draftsMax) throw new DraftsTooManyError(draftsMax);
    const box = sealBox(key.of(dataClass), contextOf(place, key), JSON.stringify(content));
    const record = { id, person, body: { key: key.id, box }, endsAtMs: Date.now() + keptMs };
    if (!(await this.records.put(kind, record, version))) throw await this.#changed(id);
    const erased = this.erasures.of(caseId);
    if (erased !== undefined) {
      // The erasure came in between, and may have looked for drafts before this one was there.
      await this.records.store.remove(kind, id);
      throw new SubjectErasedError(caseId, erased.destroyedAt);
    }
    return headOf({ id, version: version + 1, endsAtMs: record.endsAtMs });
  }

  /**
   * Removes the version that is named, and no later one.
   * @returns whether there was one
   * @throws DraftChangedError
   */
  async remove(place: DraftPlace, version: number): Promise<boolean> {
    const id = idOf(place);
    const found = await this.records.find(kind, id);
    if (found === undefined) return false;
    if (found.version !== version) throw new DraftChangedError(headOf(found));
    // It ends first, by its version: what another device keeps meanwhile is not removed with it.
    if (!(await this.records.put(kind, { ...found, endsAtMs: 0 }, version))) throw await this.#changed(id);
    await this.records.store.remove(kind, id);
    return true;
  }

  /** Removes the drafts of cases whose person was erased. Nobody can read them; this is so that nothing is left of them. */
  async removeErased(): Promise<void> {
    const erased = new Set(this.#erased);
    if (erased.size === 0) return;
    for (const { id } of await this.records.store.heads(kind))
      if (erased.has(partsOf(id).caseId)) await this.records.store.remove(kind, id);
    for (const caseId of erased) this.#erased.delete(caseId);
  }

  async #changed(id: string): Promise<DraftChangedError> {
    const found = await this.records.find(kind, id);
    return new DraftChangedError(found && headOf(found));
  }
}

const kind = 'draft';

/** A storage format: the parts of an id have no space in them. */
const idOf = ({ person, caseId, command }: DraftPlace): string => `${caseId} ${command} ${person}`;

function partsOf(id: string): Pick<DraftPlace, 'caseId' | 'command'> {
  const [caseId = '', command = ''] = id.split(' ');
  return { caseId, command };
}

/** When it was kept follows from when it ends, so that a list need not read what is sealed. */
function headOf({ id, version, endsAtMs }: Pick<RecordHead, 'id' | 'version' | 'endsAtMs'>): DraftHead {
  const ends = endsAtMs ?? 0;
  return { ...partsOf(id), version, keptAtMs: ends - keptMs, endsAtMs: ends };
}

/** What is authenticated beside the sealed text: in another place it does not open. */
const contextOf = ({ person, caseId, command }: DraftPlace, { id }: LiveSubjectKey): string =>
  ['draft-1', caseId, command, person, id].join('\n');

function opened(place: DraftPlace, key: LiveSubjectKey, box: string): DraftContent {
  try {
    return DraftContent.parse(JSON.parse(openBox(key.of(dataClass), contextOf(place, key), box)));
  } catch (error) {
    throw new DraftUnreadableError(place.caseId, { cause: error });
  }
}

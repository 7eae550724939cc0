import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataClass } from '@safeconduct/workflow';
import {
  isDestroyed,
  type LiveSubjectKey,
  type SubjectKey,
  type SubjectKeys,
} from '../ports/subject-keys.js';

/** The keys of subjects, open. */
export interface OpenedSubjectKeys {
  readonly keys: SubjectKeys;
  close(): Promise<void>;
}

/** What the contract needs to know of an adapter. */
export interface SubjectKeysAdapter {
  /** Opens the keys of a new installation. Opened again, what is there is the same. */
  readonly fresh: () => Promise<() => Promise<OpenedSubjectKeys>>;
}

const classes: readonly DataClass[] = ['identity', 'narrative', 'medical', 'witness'];
const erasedAt = '2025-03-01T08:00:00.000Z';
const callers = 64;

/** What every store of the keys of subjects must do. */
export function subjectKeysContract(name: string, { fresh }: SubjectKeysAdapter): void {
  describe(`subject keys contract: ${name}`, () => {
    let open: () => Promise<OpenedSubjectKeys>;
    let opened: OpenedSubjectKeys[];
    let keys: SubjectKeys;

    const another = async (): Promise<SubjectKeys> => {
      const one = await open();
      opened.push(one);
      return one.keys;
    };
    const found = async (by: SubjectKeys, subject: string) => (await by.find([subject])).get(subject);

    beforeEach(async () => {
      open = await fresh();
      opened = [];
      keys = await another();
    });
    afterEach(async () => {
      for (const one of opened.reverse()) await one.close();
    });

    it('have a key of 32 bytes for each data class of each subject, no two alike', async () => {
      const made = [await keys.make('one'), await keys.make('two')];
      const all = made.flatMap((key) => classes.map((dataClass) => bytesOf(key, dataClass)));
      expect(all.every((bytes) => /^[0-9a-f]{64}$/.test(bytes))).toBe(true);
      expect(new Set(all).size).toBe(all.length);
      expect(made[0]?.id).not.toBe(made[1]?.id);
    });

    it('are found for subjects that have some, and for no other', async () => {
      const one = await keys.make('one');
      const all = await keys.find(['none', 'one', 'neither']);
      expect([...all]).toEqual([['one', one]]);
      expect((await keys.find([])).size).toBe(0);
    });

    it('are the same for whoever asks, here and in another process, one after the other or at once', async () => {
      const other = await another();
      const made = await Promise.all([keys.make('one'), other.make('one'), keys.make('one')]);
      made.push(await other.make('one'), await keys.make('one'));
      for (const key of [...made, await found(other, 'one'), await found(keys, 'one')])
        expect(allOf(key)).toEqual(allOf(made[0]));
    });

    it('are those that are there, also for whoever expects none', async () => {
      const made = await keys.make('one', true);
      for (const by of [keys, await another()])
        expect(allOf(await by.make('one', true))).toEqual(allOf(made));
      await keys.destroy('one', erasedAt);
      for (const by of [keys, await another()])
        expect(await by.make('one', true)).toEqual({ id: made.id, destroyedAt: erasedAt });
    });

    it('are there when the store is opened again', async () => {
      const made = await keys.make('one');
      await opened.pop()?.close();
      keys = await another();
      expect(allOf(await found(keys, 'one'))).toEqual(allOf(made));
    });

    it(`are seen by another process as soon as they are made, those of ${callers} callers at once`, async () => {
      const other = await another();
      const subjects = Array.from({ length: callers }, (_, index) => `subject ${index}`);
      await Promise.all(
        subjects.map(async (subject) => {
          const made = await keys.make(subject);
          expect(allOf(await found(other, subject))).toEqual(allOf(made));
        }),
      );
    });

    it('are gone when they were destroyed, and others are not', async () => {
      const [one, two] = [await keys.make('one'), await keys.make('two')];
      const destroyed = { id: one.id, destroyedAt: erasedAt };
      expect(await keys.destroy('one', erasedAt)).toEqual(destroyed);
      expect(await found(keys, 'one')).toEqual(destroyed);
      expect(await found(await another(), 'one')).toEqual(destroyed);
      expect(allOf(await found(keys, 'two'))).toEqual(allOf(two));
    });

    it('are gone for another process, which had them in memory, once it forgets them', async () => {
      const other = await another();
      await keys.make('one');
      expect(allOf(await found(other, 'one'))).toHaveLength(classes.length + 1);
      const destroyed = await keys.destroy('one', erasedAt);
      other.forget('one');
      other.forget('none');
      expect(await found(other, 'one')).toEqual(destroyed);
    });

    it('are never made again after that, also where there were none', async () => {
      await keys.make('one');
      await keys.destroy('one', erasedAt);
      await keys.destroy('none', erasedAt);
      for (const subject of ['one', 'none']) {
        expect(await keys.make(subject)).toMatchObject({ destroyedAt: erasedAt });
        expect(await (await another()).make(subject)).toMatchObject({ destroyedAt: erasedAt });
      }
    });

    it('were destroyed when it was done first', async () => {
      await keys.make('one');
      const first = await keys.destroy('one', erasedAt);
      expect(await keys.destroy('one', '2026-01-01T00:00:00.000Z')).toEqual(first);
      expect(await (await another()).destroy('one', '2026-01-01T00:00:00.000Z')).toEqual(first);
    });
  });
}

const bytesOf = (key: SubjectKey, dataClass: DataClass): string =>
  isDestroyed(key) ? 'destroyed' : key.of(dataClass).export().toString('hex');

/** Everything of live keys, so that two objects can be compared. */
function allOf(key: SubjectKey | undefined): readonly string[] {
  expect(key).toBeDefined();
  const live = key as LiveSubjectKey;
  return [live.id, ...classes.map((dataClass) => bytesOf(live, dataClass))];
}

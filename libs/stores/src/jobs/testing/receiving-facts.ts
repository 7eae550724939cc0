import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { FileTooLargeError, type JobFile, type JobStore } from '../job-store.js';
import { add, bytesOf, open, piecesOf, type JobsTest } from './jobs-under-test.js';

/** How a job is received: whole or not at all. */
export function receivingFacts(test: JobsTest): void {
  const isNothingLeft = async (jobs: JobStore, file: JobFile) => {
    expect(await jobs.find(file.jobId)).toBeUndefined();
    expect(await jobs.list({ limit: 10 })).toEqual([]);
    // So the same id can be received again.
    await add(jobs, file, { content: 'again' });
    expect((await bytesOf(jobs, file)).toString()).toBe('again');
  };

  describe('a job that is received', () => {
    it('has its record and the bytes of its file, however they came', async () => {
      const { jobs } = test();
      const file = test().nextFile();
      const bytes = randomBytes(2_500_001);
      const cuts = [0, 1, 3, 70_000, 70_000, 1_900_000, bytes.length];
      const pieces = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
      const record = await jobs.add(file, piecesOf(pieces), {
        bytesMax: bytes.length,
        recordOf: () => '{"endedAt":null,"text":"\\u0000 خط"}',
      });
      expect(record).toMatchObject({ id: file.jobId, text: '{"endedAt":null,"text":"\\u0000 خط"}' });
      expect(await jobs.find(file.jobId)).toEqual(record);
      expect((await bytesOf(jobs, file)).equals(bytes)).toBe(true);
    });

    it('may have an empty file', async () => {
      const { file } = await test().added('');
      expect(await bytesOf(test().jobs, file)).toHaveLength(0);
    });

    it('is not there before its file is', async () => {
      const { jobs } = test();
      const file = test().nextFile();
      const seen: unknown[] = [];
      async function* content() {
        yield Buffer.from('first');
        seen.push(await jobs.find(file.jobId), await jobs.list({ limit: 10 }), await jobs.oldestOpen());
        yield Buffer.from(' second');
      }
      let isWhole = false;
      const recordOf = () => {
        isWhole = seen.length === 3;
        return open;
      };
      await jobs.add(file, content(), { bytesMax: 100, recordOf });
      expect(seen).toEqual([undefined, [], undefined]);
      expect(isWhole).toBe(true);
      expect((await bytesOf(jobs, file)).toString()).toBe('first second');
    });

    it('is refused when its file is too long, without waiting for the end, and leaves nothing', async () => {
      const { jobs } = test();
      const file = test().nextFile();
      async function* endless() {
        yield Buffer.alloc(60);
        yield Buffer.alloc(41);
        await new Promise(() => {});
      }
      const added = jobs.add(file, endless(), { bytesMax: 100, recordOf: () => open });
      await expect(added).rejects.toBeInstanceOf(FileTooLargeError);
      await isNothingLeft(jobs, file);
    });

    it('leaves nothing when its sender breaks off', async () => {
      const { jobs } = test();
      const file = test().nextFile();
      async function* broken() {
        yield await Promise.resolve(Buffer.alloc(1_000_000));
        throw new Error('connection lost');
      }
      const added = jobs.add(file, broken(), { bytesMax: 2_000_000, recordOf: () => open });
      await expect(added).rejects.toThrow('connection lost');
      await isNothingLeft(jobs, file);
    });

    it('leaves nothing when its record cannot be made', async () => {
      const { jobs } = test();
      const file = test().nextFile();
      const recordOf = () => {
        throw new Error('no record');
      };
      await expect(jobs.add(file, piecesOf(['a']), { bytesMax: 9, recordOf })).rejects.toThrow('no record');
      await isNothingLeft(jobs, file);
    });
  });

  describe('sweeping', () => {
    it('leaves the jobs that were accepted, and the one that is being received', async () => {
      const { jobs } = test();
      const { file, record } = await test().added('kept');
      const next = test().nextFile();
      async function* content() {
        yield Buffer.from('be');
        await jobs.sweep();
        yield Buffer.from('fore');
        await jobs.sweep();
      }
      await jobs.add(next, content(), { bytesMax: 100, recordOf: () => open });
      await jobs.sweep();
      expect(await jobs.find(file.jobId)).toEqual(record);
      expect((await bytesOf(jobs, file)).toString()).toBe('kept');
      expect((await bytesOf(jobs, next)).toString()).toBe('before');
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import { add, bytesOf, ended, open, openWith, textOf, type JobsTest } from './jobs-under-test.js';

/** How records are changed and found, and the rejected rows that go with them. */
export function recordFacts(test: JobsTest): void {
  describe('a record', () => {
    it('is replaced, and has a higher version then', async () => {
      const { jobs } = test();
      const { record } = await test().added();
      const replaced = await jobs.replace(record, openWith(1));
      expect(replaced).toMatchObject({ id: record.id, text: openWith(1) });
      expect(replaced?.version).toBeGreaterThan(record.version);
      expect(await jobs.find(record.id)).toEqual(replaced);
    });

    it('is not replaced by whoever read it before another change, so an end stands', async () => {
      const { jobs } = test();
      const { record } = await test().added();
      const cancelled = await jobs.replace(record, ended('cancelled'));
      expect(await jobs.replace(record, openWith(7))).toBeUndefined();
      expect(await jobs.find(record.id)).toEqual(cancelled);
    });

    it('is replaced by one of many who try at once', async () => {
      const { jobs } = test();
      const { record } = await test().added();
      const tried = await Promise.all([1, 2, 3, 4, 5].map((done) => jobs.replace(record, openWith(done))));
      const won = tried.filter((one) => one !== undefined);
      expect(won).toHaveLength(1);
      expect(await jobs.find(record.id)).toEqual(won[0]);
    });

    it('is not there under an id that was never received', async () => {
      const { jobId } = test().nextFile();
      expect(await test().jobs.find(jobId)).toBeUndefined();
      expect(await test().jobs.replace({ id: jobId, text: open, version: 1 }, open)).toBeUndefined();
      expect(await test().jobs.find(jobId)).toBeUndefined();
    });
  });

  describe('a list of records', () => {
    it('has the newest first, page by page', async () => {
      const { jobs } = test();
      expect(await jobs.list({ limit: 10 })).toEqual([]);
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) ids.unshift((await test().added()).record.id);
      const idsOf = async (before: string | undefined, limit: number) =>
        (await jobs.list({ before, limit })).map(({ id }) => id);
      expect(await idsOf(undefined, 10)).toEqual(ids);
      expect(await idsOf(undefined, 2)).toEqual(ids.slice(0, 2));
      expect(await idsOf(ids[1], 2)).toEqual(ids.slice(2, 4));
      expect(await idsOf(ids[3], 2)).toEqual(ids.slice(4));
      expect(await idsOf(ids[4], 2)).toEqual([]);
    });
  });

  describe('the oldest open job', () => {
    it('is the first received of those that have not ended', async () => {
      const { jobs } = test();
      expect(await jobs.oldestOpen()).toBeUndefined();
      const [first, second, third] = [
        (await test().added()).record,
        (await test().added()).record,
        (await test().added()).record,
      ];
      expect(await jobs.oldestOpen()).toEqual(first);
      await jobs.replace(second, ended('cancelled'));
      expect(await jobs.oldestOpen(first)).toEqual(third);
      await jobs.replace(first, ended('done'));
      expect(await jobs.oldestOpen()).toEqual(third);
      expect(await jobs.oldestOpen(third)).toBeUndefined();
    });

    it('is none whose record is damaged; that one is still there', async () => {
      const { jobs } = test();
      const damaged = await add(jobs, test().nextFile(), { text: '{"endedAt": nul' });
      const { record } = await test().added();
      expect(await jobs.oldestOpen()).toEqual(record);
      expect(await jobs.find(damaged.id)).toEqual(damaged);
      expect(await jobs.list({ limit: 10 })).toEqual([record, damaged]);
    });
  });

  describe('rejected rows', () => {
    it('are none at first, and come with a change of the record', async () => {
      const { jobs } = test();
      const { file, record } = await test().added();
      expect(await jobs.rejectedRows(file)).toBeUndefined();
      const rows = 'a,rejectedReason\n1,late\n'.repeat(60_000);
      const path = await test().localText(rows);
      const replaced = await jobs.replace(record, ended('done'), { rejected: { file, path } });
      expect(replaced).toMatchObject({ text: ended('done') });
      expect(await textOf(await jobs.rejectedRows(file))).toBe(rows);
    });

    it('stay when a change says nothing of them, and go when it says that there are none', async () => {
      const { jobs } = test();
      const { file, record } = await test().added();
      const path = await test().localText('rows');
      const withRows = await jobs.replace(record, open, { rejected: { file, path } });
      const later = withRows && (await jobs.replace(withRows, openWith(1)));
      expect(await textOf(await jobs.rejectedRows(file))).toBe('rows');
      await (later && jobs.replace(later, openWith(2), { rejected: { file, path: undefined } }));
      expect(await jobs.rejectedRows(file)).toBeUndefined();
    });

    it('go with the file of the job when nobody needs them any more, and its record stays', async () => {
      const { jobs } = test();
      const { file, record } = await test().added();
      const path = await test().localText('rows');
      const withRows = await jobs.replace(record, ended('done'), { rejected: { file, path } });
      const withoutFile = withRows && (await jobs.replace(withRows, ended('read'), { removed: file }));
      await expect(bytesOf(jobs, file)).rejects.toThrow();
      expect(await textOf(await jobs.rejectedRows(file))).toBe('rows');
      const gone = { removed: file, rejected: { file, path: undefined } };
      const last = withoutFile && (await jobs.replace(withoutFile, ended('old'), gone));
      expect(await jobs.rejectedRows(file)).toBeUndefined();
      expect(await jobs.find(file.jobId)).toEqual(last);
      expect(last?.text).toBe(ended('old'));
    });

    it('and the file stay when a change is refused that would remove them', async () => {
      const { jobs } = test();
      const { file, record } = await test().added('content');
      const path = await test().localText('rows');
      await jobs.replace(record, ended('done'), { rejected: { file, path } });
      const gone = { removed: file, rejected: { file, path: undefined } };
      expect(await jobs.replace(record, ended('old'), gone)).toBeUndefined();
      expect((await bytesOf(jobs, file)).toString()).toBe('content');
      expect(await textOf(await jobs.rejectedRows(file))).toBe('rows');
    });

    it('are not kept with a change that is refused', async () => {
      const { jobs } = test();
      const { file, record } = await test().added();
      await jobs.replace(record, ended('cancelled'));
      const path = await test().localText('rows');
      expect(await jobs.replace(record, ended('done'), { rejected: { file, path } })).toBeUndefined();
      expect(await jobs.rejectedRows(file)).toBeUndefined();
    });
  });
}

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jobLeaseFacts } from './job-lease-facts.js';
import { bytesOf, ended, JobsUnderTest, openWith, textOf, type JobStoreAdapter } from './jobs-under-test.js';
import { receivingFacts } from './receiving-facts.js';
import { recordFacts } from './record-facts.js';
import { sharedFacts } from './shared-facts.js';

/** What every store of jobs must do. */
export function jobStoreContract(name: string, adapter: JobStoreAdapter): void {
  describe(`job store contract: ${name}`, () => {
    let test: JobsUnderTest;

    beforeEach(async () => {
      test = await JobsUnderTest.open(adapter);
    });

    afterEach(() => test.remove());

    receivingFacts(() => test);
    recordFacts(() => test);
    jobLeaseFacts(() => test);
    if (adapter.shared) sharedFacts(() => test);

    it('says whether several servers may work on it', () => {
      expect(test.jobs.isShared).toBe(adapter.shared);
    });

    it('goes on where it was when it is opened again', async () => {
      const { file, record } = await test.added('content');
      const { record: second } = await test.added();
      const path = await test.localText('rows');
      await test.jobs.replace(record, ended('done'), { rejected: { file, path } });
      await test.jobs.replace(second, openWith(3));
      await test.reopen();
      await test.jobs.sweep();
      const texts = (await test.jobs.list({ limit: 10 })).map(({ text }) => text);
      expect(texts).toEqual([openWith(3), ended('done')]);
      expect((await bytesOf(test.jobs, file)).toString()).toBe('content');
      expect(await textOf(await test.jobs.rejectedRows(file))).toBe('rows');
      const oldest = await test.jobs.oldestOpen();
      expect(oldest?.id).toBe(second.id);
      expect(await (oldest && test.jobs.replace(oldest, openWith(4)))).toMatchObject({ text: openWith(4) });
    });

    it('answers STORE_UNAVAILABLE once it is closed, and can be closed twice', async () => {
      const { record } = await test.added();
      await test.jobs.close();
      await test.jobs.close();
      const unavailable = { code: 'STORE_UNAVAILABLE' };
      await expect(test.jobs.find(record.id)).rejects.toMatchObject(unavailable);
      await expect(test.jobs.replace(record, openWith(1))).rejects.toMatchObject(unavailable);
      await expect(test.added()).rejects.toMatchObject(unavailable);
    });
  });
}

import { LeaseLostError } from '@safeconduct/engine';
import { describe, expect, it } from '@jest/globals';
import { acquired, takenOver } from './job-lease-facts.js';
import {
  add,
  bytesOf,
  ended,
  fileWithId,
  open,
  openWith,
  piecesOf,
  textOf,
  type JobsTest,
} from './jobs-under-test.js';

/** What two servers see of each other's work. */
export function sharedFacts(test: JobsTest): void {
  describe('two servers over the same jobs', () => {
    it('see all of what the other one received and wrote', async () => {
      const [one, other] = [test().jobs, await test().openAnother()];
      const { file, record } = await test().added('a\n1\n', one);
      expect(await other.find(file.jobId)).toEqual(record);
      expect(await other.oldestOpen()).toEqual(record);
      expect((await bytesOf(other, file)).toString()).toBe('a\n1\n');
      const path = await test().localText('rows');
      const replaced = await other.replace(record, ended('done'), { rejected: { file, path } });
      expect(await one.list({ limit: 10 })).toEqual([replaced]);
      expect(await textOf(await one.rejectedRows(file))).toBe('rows');
      expect(await one.oldestOpen()).toBeUndefined();
    });

    it('do not undo each other’s changes: a job that one cancelled stays cancelled', async () => {
      const [running, other] = [test().jobs, await test().openAnother()];
      const { record } = await test().added();
      const lease = await acquired(running.leases, 'a');
      const begun = await running.replace(record, openWith(1), { lease });
      const found = await other.find(record.id);
      expect(found).toEqual(begun);
      const cancelled = found && (await other.replace(found, ended('cancelled')));
      expect(await (begun && running.replace(begun, openWith(2), { lease }))).toBeUndefined();
      expect(await running.find(record.id)).toEqual(cancelled);
    });

    it('have one lease, and the one who lost it writes nothing more', async () => {
      const [one, other] = [test().jobs, await test().openAnother()];
      const { record } = await test().added();
      const lost = await acquired(one.leases, 'a', 1);
      const lease = await takenOver(other.leases, 'b');
      expect(await one.leases.acquire('jobs', 'a', 1000)).toBeUndefined();
      await expect(one.replace(record, openWith(1), { lease: lost })).rejects.toBeInstanceOf(LeaseLostError);
      expect(await other.replace(record, openWith(2), { lease })).toMatchObject({ text: openWith(2) });
    });

    it('run jobs in the order in which they were received, whatever the clocks say that made their ids', async () => {
      const [one, other] = [test().jobs, await test().openAnother()];
      const late = await add(one, fileWithId(900));
      const early = await add(other, fileWithId(800));
      expect(await other.oldestOpen()).toEqual(late);
      expect(await other.oldestOpen(late)).toEqual(early);
    });

    it('sweep nothing that the other one is receiving', async () => {
      const [one, other] = [test().jobs, await test().openAnother()];
      const file = test().nextFile();
      async function* content() {
        yield* piecesOf([Buffer.alloc(1_000_000)]);
        await other.sweep();
        yield Buffer.from('end');
      }
      await one.add(file, content(), { bytesMax: 2_000_000, recordOf: () => open });
      expect(await bytesOf(other, file)).toHaveLength(1_000_003);
    });
  });
}

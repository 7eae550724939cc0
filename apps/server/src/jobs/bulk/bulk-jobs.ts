import { sealedLength, type Clock, type KeyedHashes } from '@safeconduct/engine';
import { uuidIds, type JobStore } from '@safeconduct/stores';
import { JobFiles } from '../job-files.js';
import type { JobRecords } from '../job-records.js';
import { fileOf, queuedJob, type StoredJob } from '../job.js';
import { contentBytes, jsonIn, type BulkContent } from './bulk-content.js';
import { BulkResults, type BulkItem, type BulkResult } from './bulk-results.js';

/** A job that somebody asks for. */
export interface BulkAsked {
  readonly workflow: string;
  readonly command: string;
  readonly actor: string;
  /** The job that is sent again. */
  readonly again: string | null;
  /** Of the sender, for this request: the same one is the same job. Left out: each request is a job. */
  readonly key: string | undefined;
  /** What was asked for, which the same key must come with again. */
  readonly request: unknown;
  /** What is sent; asked for once it is a new job. */
  readonly content: () => Promise<BulkContent>;
}

/** Another request came under the same key. */
export class BulkKeyReusedError extends Error {}

interface BulkJobParts {
  readonly ports: { readonly clock: Clock; readonly keys: KeyedHashes; readonly jobs: JobStore };
  readonly records: JobRecords;
  /** Called when a job was queued. */
  readonly queued: () => void;
  /** The items of a job that is running in this process. */
  readonly running: (jobId: string) => readonly BulkItem[] | undefined;
}

/** Among so many of the newest jobs the one of a key is looked for; beyond them its cases are recognised one by one. */
const jobsOfKeys = 1000;

/** Starts jobs that send one command to many cases, and tells what became of each case. */
export class BulkJobs {
  /** One after the other, so that two requests of one key find each other. */
  private starting: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: BulkJobParts) {}

  /**
   * Stores what is to be sent and queues the job. When it resolves, the job survives a crash.
   * @throws BulkKeyReusedError
   */
  start(asked: BulkAsked): Promise<{ readonly job: StoredJob; readonly isRepeated: boolean }> {
    const started = this.starting.then(() => this.startNow(asked));
    this.starting = started.catch(() => {});
    return started;
  }

  /** Every case of a job; `undefined` when that is not kept any more, or it has none. */
  async items(job: StoredJob): Promise<readonly BulkItem[] | undefined> {
    if (job.kind !== 'bulk' || job.files === 'none') return undefined;
    const running = this.parts.running(job.id);
    if (running !== undefined) return running;
    const { cases } = await this.content(job);
    return new BulkResults(cases, await keptResults(this.parts.ports, job)).items;
  }

  /** What a job sends. */
  async content(job: StoredJob): Promise<BulkContent> {
    const { jobs, keys } = this.parts.ports;
    const local = await jobs.localFile(fileOf(job));
    try {
      return await jsonIn<BulkContent>(JobFiles.of(keys, job).bytesAt(local.path)());
    } finally {
      await local.release();
    }
  }

  private async startNow(asked: BulkAsked): Promise<{ job: StoredJob; isRepeated: boolean }> {
    const { ports, records, queued } = this.parts;
    const { workflow, command, actor, again, key } = asked;
    const requestHash = hashed(ports.keys, [workflow, command, asked.request]);
    const sentAs = key === undefined ? undefined : `bulk.${hashed(ports.keys, [actor, key])}`;
    const before = sentAs === undefined ? undefined : await this.startedAs(sentAs);
    if (before !== undefined) {
      if (before.requestHash !== requestHash)
        throw new BulkKeyReusedError('the key is that of another request');
      return { job: before, isRepeated: true };
    }
    const content = await asked.content();
    const id = uuidIds.next();
    const { files, sealedKey } = JobFiles.begin(ports.keys, id);
    const request = {
      kind: 'bulk',
      format: 'jsonl',
      dryRun: false,
      workflow,
      command,
      actor,
      again,
    } as const;
    const job = queuedJob(request, { id, createdAt: ports.clock.now(), filesKey: sealedKey });
    const length = Buffer.byteLength(JSON.stringify(content));
    const stored = await records.add(
      { ...job, requestHash, ...(sentAs !== undefined && { sentAs }) },
      {
        content: files.sealed(contentBytes(content)),
        bytesMax: sealedLength(length),
        total: () => content.cases.length,
      },
    );
    queued();
    return { job: stored, isRepeated: false };
  }

  private async startedAs(sentAs: string): Promise<StoredJob | undefined> {
    let looked = 0;
    for await (const job of this.parts.records.all()) {
      if (job.sentAs === sentAs) return job;
      looked += 1;
      if (looked === jobsOfKeys) return undefined;
    }
    return undefined;
  }
}

/** The results of a job as they were kept last. */
export async function keptResults(
  { jobs, keys }: { readonly jobs: JobStore; readonly keys: KeyedHashes },
  job: StoredJob,
): Promise<readonly BulkResult[]> {
  const kept = await jobs.rejectedRows(fileOf(job));
  return kept === undefined ? [] : jsonIn(JobFiles.of(keys, job).rejectedRows(kept));
}

/** A name in place of what may be personal: nobody finds it by trying. */
const hashed = (keys: KeyedHashes, parts: readonly unknown[]): string =>
  keys.keyedHash('requests of bulk jobs', JSON.stringify(parts), 'hex').slice(0, hashDigits);
const hashDigits = 32;

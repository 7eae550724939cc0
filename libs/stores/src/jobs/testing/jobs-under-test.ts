import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { JobFile, JobRecord, JobStore } from '../job-store.js';

/** What the contract needs to know of an adapter. */
export interface JobStoreAdapter {
  /** Opens the store that belongs to a folder; the same folder again is the same store. */
  open(folder: string): Promise<JobStore> | JobStore;
  /** Whether several may be open at once, as several servers have them. */
  readonly shared: boolean;
}

/** A store of jobs of its own. */
export class JobsUnderTest {
  private readonly opened: JobStore[] = [];
  private ids = 0;

  private constructor(
    private readonly adapter: JobStoreAdapter,
    readonly folder: string,
    public jobs: JobStore,
  ) {
    this.opened.push(jobs);
  }

  static async open(adapter: JobStoreAdapter): Promise<JobsUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'job-store-'));
    return new JobsUnderTest(adapter, folder, await adapter.open(join(folder, 'store')));
  }

  /** The same store once more, as another server has it open. */
  async openAnother(): Promise<JobStore> {
    const another = await this.adapter.open(join(this.folder, 'store'));
    this.opened.push(another);
    return another;
  }

  /** Closes the store and opens it again, as after a restart. */
  async reopen(): Promise<void> {
    await this.jobs.close();
    this.jobs = await this.openAnother();
  }

  /** A file with an id of its own; ids ascend. */
  nextFile(): JobFile {
    this.ids += 1;
    return fileWithId(this.ids);
  }

  /** A job that was received. */
  async added(content = 'a\n1\n', jobs = this.jobs): Promise<{ file: JobFile; record: JobRecord }> {
    const file = this.nextFile();
    return { file, record: await add(jobs, file, { content }) };
  }

  /** A file of this machine with this text. */
  async localText(text: string): Promise<string> {
    const path = join(this.folder, `rows-${(this.ids += 1)}.csv`);
    await writeFile(path, text);
    return path;
  }

  async remove(): Promise<void> {
    for (const jobs of this.opened) await jobs.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export type JobsTest = () => JobsUnderTest;

export const open = JSON.stringify({ endedAt: null });
export const openWith = (done: number): string => JSON.stringify({ endedAt: null, done });
export const ended = (state: string): string =>
  JSON.stringify({ endedAt: '2026-01-01T00:00:00.000Z', state });

export const fileWithId = (id: number): JobFile => ({
  jobId: `00000000-0000-7000-8000-${id.toString(16).padStart(12, '0')}`,
  name: '01-RegisterEntry.csv',
});

const plenty = 100_000_000;

export function add(
  jobs: JobStore,
  file: JobFile,
  { content = '', text = open }: { readonly content?: string; readonly text?: string } = {},
): Promise<JobRecord> {
  return jobs.add(file, piecesOf([content]), { bytesMax: plenty, recordOf: () => text });
}

export async function* piecesOf(pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await Promise.resolve();
    yield Buffer.from(piece);
  }
}

/** The bytes of a job's file, by way of this machine. */
export async function bytesOf(jobs: JobStore, file: JobFile): Promise<Buffer> {
  const local = await jobs.localFile(file);
  const bytes = await readFile(local.path);
  await local.release();
  return bytes;
}

export async function textOf(stream: Readable | undefined): Promise<string | undefined> {
  if (stream === undefined) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

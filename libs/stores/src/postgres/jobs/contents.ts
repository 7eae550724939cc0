import { StoreCorruptError, StoreUnavailableError } from '@safeconduct/engine';
import type { QueryOptions, Row, Statement } from '../database.js';

/** So much of a file stands in memory at a time. */
const chunkBytes = 2 ** 19;

/** Deleting a large file takes longer than other statements. */
const deleteDeadlineMs = 10 * 60_000;

/** Asks the database of the jobs. */
export type JobsQuery = <Result extends Row>(
  statement: Statement,
  options?: QueryOptions,
) => Promise<readonly Result[]>;

/**
 * Files as rows of chunks. Each chunk is a transaction of its own, because a file comes as slowly as its sender sends
 * it. So a file that nobody names may be one that is still coming, or one whose receiver died.
 */
export class Contents {
  /** @param databaseName  for people */
  constructor(
    private readonly query: JobsQuery,
    private readonly databaseName: string,
  ) {}

  /** Stores a file. When that fails nothing of it is left. @returns its number */
  async store(pieces: AsyncIterable<Uint8Array>): Promise<number> {
    const content = await this.#begin();
    try {
      let [number, length] = [0, 0];
      for await (const chunk of chunksOf(pieces)) {
        await this.#add(content, number, chunk);
        number += 1;
        length += chunk.length;
      }
      await this.#end(content, length);
      return content;
    } catch (error) {
      await this.removeUnnamed(content).catch(() => {});
      throw error;
    }
  }

  /** A file, chunk by chunk. @throws StoreCorruptError  a part of it is missing */
  async *read(content: number): AsyncGenerator<Buffer> {
    let length = 0;
    for (let number = 0; ; number += 1) {
      const bytes = await this.#chunk(content, number);
      if (bytes === undefined) break;
      length += bytes.length;
      yield bytes;
    }
    if (length === (await this.#lengthOf(content))) return;
    throw new StoreCorruptError(`${this.databaseName}, file ${content} of a job`, 'a part of it is missing');
  }

  /** Removes a file that no job names. */
  async removeUnnamed(content: number): Promise<void> {
    await this.query(
      {
        text: `DELETE FROM safeconduct_jobs.content AS content WHERE id = $1 AND ${unnamed}`,
        values: [content],
      },
      { deadlineMs: deleteDeadlineMs },
    );
  }

  /** Removes the files that no job names, and that were begun so long ago that nobody can be sending them. */
  async removeAbandoned(afterMs: number): Promise<void> {
    await this.query(
      {
        text: `DELETE FROM safeconduct_jobs.content AS content
          WHERE begun_at < clock_timestamp() - $1 * interval '1 millisecond' AND ${unnamed}`,
        values: [afterMs],
      },
      { deadlineMs: deleteDeadlineMs },
    );
  }

  async #begin(): Promise<number> {
    const [begun] = await this.query<{ readonly id: number }>({
      text: 'INSERT INTO safeconduct_jobs.content DEFAULT VALUES RETURNING id',
    });
    return begun?.id ?? 0;
  }

  async #add(content: number, number: number, bytes: Buffer): Promise<void> {
    await this.query({
      text: 'INSERT INTO safeconduct_jobs.chunk (content, number, bytes) VALUES ($1, $2, $3)',
      values: [content, number, bytes],
    });
  }

  async #end(content: number, length: number): Promise<void> {
    const ended = await this.query({
      text: 'UPDATE safeconduct_jobs.content SET length = $2 WHERE id = $1 RETURNING id',
      values: [content, length],
    });
    if (ended.length > 0) return;
    throw new StoreUnavailableError(
      this.databaseName,
      'the file took so long to arrive that it was taken for abandoned; send it again',
    );
  }

  async #chunk(content: number, number: number): Promise<Buffer | undefined> {
    const [found] = await this.query<{ readonly bytes: Buffer }>({
      text: 'SELECT bytes FROM safeconduct_jobs.chunk WHERE content = $1 AND number = $2',
      values: [content, number],
    });
    return found?.bytes;
  }

  async #lengthOf(content: number): Promise<number | null | undefined> {
    const [found] = await this.query<{ readonly length: number | null }>({
      text: 'SELECT length FROM safeconduct_jobs.content WHERE id = $1',
      values: [content],
    });
    return found?.length;
  }
}

const unnamed = `NOT EXISTS (SELECT FROM safeconduct_jobs.job WHERE file = content.id)
  AND NOT EXISTS (SELECT FROM safeconduct_jobs.job WHERE rejected = content.id)`;

/** The same bytes in pieces of one size, the last one aside. */
async function* chunksOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length;) {
      const part = piece.subarray(from, from + chunkBytes - size);
      waiting.push(part);
      size += part.length;
      from += part.length;
      if (size < chunkBytes) continue;
      yield Buffer.concat(waiting);
      [waiting, size] = [[], 0];
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

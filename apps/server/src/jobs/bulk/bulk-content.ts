import type { Purpose } from '@safeconduct/workflow';

/** One case that a command is sent to. */
export interface BulkCase {
  readonly caseId: string;
  /** The last revision that the sender knows, in digits; left out: any. */
  readonly expectedRevision?: string | undefined;
}

/** What a job sends, and to whom: the file of a job of the kind `bulk`, as JSON. It may hold personal values. */
export interface BulkContent {
  readonly data: unknown;
  readonly occurredAt?: string | undefined;
  readonly purpose?: string | undefined;
  /** What the sender read for; left out: the first purpose of each of their roles. */
  readonly readsFor?: Purpose | undefined;
  /** Each case once. */
  readonly cases: readonly BulkCase[];
}

/** The content as bytes, in one piece: a request is no longer than its bound. */
// oxlint-disable-next-line typescript/require-await -- the store takes pieces as they come
export async function* contentBytes(content: BulkContent): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(content));
}

/** The JSON that stands in a file of a job. */
export async function jsonIn<Value>(bytes: AsyncIterable<Buffer>): Promise<Value> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString('utf8')) as Value;
}

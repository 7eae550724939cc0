import type { Refusal } from '@safeconduct/workflow';
import { rename } from 'node:fs/promises';
import type { OpenPartFile } from '../../import/results/part-file.js';
import type { JobProgress } from '../job.js';
import type { BulkCase } from './bulk-content.js';

/** Why a case was not done: a refusal, or an error that comes each time and says nothing of other cases. */
export type Hindrance =
  Refusal | { readonly code: 'APPEND_TOO_LARGE' | 'HISTORY_DIVERGED' | 'SUBJECT_ERASED' };

/** An error that comes each time the command is sent to this case, and says nothing of the others. */
export function errorOfOneCase(error: unknown): Hindrance | undefined {
  const { code } = error as { readonly code?: string };
  if (code === 'APPEND_TOO_LARGE' || code === 'HISTORY_DIVERGED' || code === 'SUBJECT_ERASED')
    return { code };
  return undefined;
}

/** What became of a case that the command was sent to. */
export interface BulkResult {
  readonly caseId: string;
  /** Left out: it is done. */
  readonly refused?: Hindrance | undefined;
}

/** A case of a job, and what became of it. */
export interface BulkItem extends BulkResult {
  readonly status: 'done' | 'refused' | 'waiting';
}

/** What became of the cases of a job so far. */
export class BulkResults {
  private readonly byCase = new Map<string, BulkResult>();

  constructor(
    private readonly cases: readonly BulkCase[],
    before: readonly BulkResult[] = [],
  ) {
    for (const result of before) this.add(result);
  }

  add(result: BulkResult): void {
    this.byCase.set(result.caseId, result);
  }

  /** The cases that have no result, in the order of the request. */
  get left(): readonly BulkCase[] {
    return this.cases.filter(({ caseId }) => !this.byCase.has(caseId));
  }

  /** Every case in the order of the request. */
  get items(): readonly BulkItem[] {
    return this.cases.map(({ caseId }) => {
      const result = this.byCase.get(caseId);
      if (result === undefined) return { caseId, status: 'waiting' };
      return { ...result, status: result.refused === undefined ? 'done' : 'refused' };
    });
  }

  get progress(): JobProgress {
    const rejectedByCode: Record<string, number> = {};
    for (const { refused } of this.byCase.values())
      if (refused !== undefined) rejectedByCode[refused.code] = (rejectedByCode[refused.code] ?? 0) + 1;
    const rejected = Object.values(rejectedByCode).reduce((sum, count) => sum + count, 0);
    const done = this.byCase.size;
    return { done, accepted: done - rejected, rejected, rejectedByCode };
  }

  /** Writes them beside the file of the job. The file appears whole. @returns its path */
  async writeBeside(path: string, open: OpenPartFile): Promise<string> {
    const target = `${path}.rejected.csv`;
    const file = await open(`${target}.part`);
    await file.append(JSON.stringify([...this.byCase.values()]));
    await file.complete();
    await rename(`${target}.part`, target);
    return target;
  }
}

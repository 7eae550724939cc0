import { describe, expect, it } from '@jest/globals';
import { cancelled, finished, progressed, queuedJob, started, type StoredJob } from './job.js';

const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:01:00.000Z'];
const origin = { workflow: 'template', command: 'OpenRequest', format: 'csv' } as const;
const request = { ...origin, dryRun: false, actor: 'clerk-1' };
const queued = queuedJob(request, { id: 'job', createdAt: early });
const running: StoredJob = { ...queued, state: 'running', startedAt: early, done: 10, accepted: 10 };
const cancelledJob: StoredJob = { ...running, state: 'cancelled', endedAt: early };
const done: StoredJob = { ...running, state: 'done', endedAt: early };
const end = { state: 'done', endedAt: late, progress: { done: 20, accepted: 19, rejected: 1 } } as const;

describe('a job', () => {
  it('is started once, and started again after a restart it keeps the time of the first start', () => {
    expect(started(early)(queued)).toMatchObject({ state: 'running', startedAt: early });
    expect(started(late)(running)).toMatchObject({ state: 'running', startedAt: early });
  });

  it('that has ended is neither started nor cancelled, and its figures stay', () => {
    for (const ended of [cancelledJob, done]) {
      expect(started(late)(ended)).toBeUndefined();
      expect(cancelled(late, { done: 11 })(ended)).toBeUndefined();
      expect(progressed({ done: 11 })(ended)).toBeUndefined();
    }
    expect(finished(end)(done)).toBeUndefined();
  });

  it('is cancelled with what is known of its progress', () => {
    expect(cancelled(late, { done: 11 })(running)).toMatchObject({
      ...{ state: 'cancelled', endedAt: late, done: 11, accepted: 10 },
    });
  });

  it('keeps the figures of the run that came furthest, whichever run stops next', () => {
    const again = { done: 4, accepted: 4, problem: 'the file, line 1: no such field' };
    const figures = { done: 10, accepted: 10 };
    expect(progressed(again)(running)).toEqual({ ...running, problem: again.problem });
    expect(cancelled(late, again)(running)).toMatchObject({ state: 'cancelled', ...figures });
    expect(finished({ ...end, state: 'failed', progress: again })(running)).toMatchObject({
      ...{ state: 'failed', problem: again.problem, ...figures },
    });
    expect(progressed({ done: 10, accepted: 9 })(running)).toMatchObject({ done: 10, accepted: 9 });
  });

  it('ends as its run ended', () => {
    expect(finished(end)(running)).toMatchObject({ state: 'done', endedAt: late, done: 20, rejected: 1 });
  });

  it('that was cancelled stays cancelled since then, with the figures that the run reached', () => {
    expect(finished(end)(cancelledJob)).toMatchObject({
      ...{ state: 'cancelled', endedAt: early, done: 20, accepted: 19 },
    });
  });

  it('does not go back in its figures after its end', () => {
    expect(finished({ ...end, progress: { done: 9 } })(cancelledJob)).toBeUndefined();
    expect(finished({ ...end, progress: {} })(cancelledJob)).toBeUndefined();
  });
});

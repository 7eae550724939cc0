import { operations, type Job, type JobPage, type Operations } from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import { FileTooLargeError } from '@safeconduct/stores';
import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { JobRunner } from '../../jobs/job-runner.js';
import type { StoredJob } from '../../jobs/job.js';
import { cursorText, readCursor, writeCursor } from '../cursor.js';
import type { HttpLimits } from '../limits.js';
import { mediaTypeOf } from '../media-type.js';
import { linkNext } from '../pages.js';
import { HttpProblem } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { limitsToken, servedToken, type Served } from '../tokens.js';
import { jobAnswer, jobUrl } from '../answers/job-answer.js';
import { jobsSeenBy, seenJob } from './seen-jobs.js';

const { startImport, listJobs, getJob, getRejectedRows, cancelJob } = operations;

/** Jobs: starts them, shows them, cancels them. */
@Controller()
export class JobsController {
  constructor(
    @Inject(JobRunner) private readonly jobs: JobRunner,
    @Inject(servedToken) private readonly served: Served,
    @Inject(Lookup) private readonly lookup: Lookup,
    @Inject(limitsToken) private readonly limits: HttpLimits,
  ) {}

  @Route(startImport)
  async startImport(
    @Parsed(startImport) { query, reader }: RequestWithReader<Operations['startImport']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Job> {
    const workflow = this.lookup.workflow(query.workflow);
    if (!workflow.commands.has(query.command)) throw new HttpProblem('UNKNOWN_COMMAND');
    const importRequest = {
      workflow: workflow.name,
      command: query.command,
      format: mediaTypeOf(request.headers['content-type']) === 'text/csv' ? 'csv' : 'jsonl',
      dryRun: query.dryRun === 'true',
      actor: reader.actor.id,
    } as const;
    const job = await this.jobs
      .submit(importRequest, request.body as Readable, this.limits.importBytes)
      .catch((error: unknown) => {
        if (!(error instanceof FileTooLargeError)) throw error;
        throw new HttpProblem('BODY_TOO_LARGE', { limit: this.limits.importBytes }, { connection: 'close' });
      });
    reply.header('location', jobUrl(job.id));
    return this.answer(job);
  }

  @Route(listJobs)
  async listJobs(
    @Parsed(listJobs) { query, reader }: RequestWithReader<Operations['listJobs']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobPage> {
    const before = readCursor(cursorText, query.cursor);
    const { state, kind, limit } = query;
    const isSeen = await jobsSeenBy(reader, this.served.identity);
    const { jobs, isLast } = await this.jobs.list({ state, kind, limit, before, isSeen });
    const last = isLast ? undefined : jobs.at(-1);
    const next = last === undefined ? null : writeCursor(last.id);
    linkNext(request, reply, next);
    return { items: jobs.map((job) => this.answer(job)), next };
  }

  @Route(getJob)
  async getJob(@Parsed(getJob) { params, reader }: RequestWithReader<Operations['getJob']>): Promise<Job> {
    return this.answer(await this.find(reader, params.jobId));
  }

  @Route(getRejectedRows)
  async getRejectedRows(
    @Parsed(getRejectedRows) { params, reader }: RequestWithReader<Operations['getRejectedRows']>,
  ): Promise<StreamableFile> {
    const rows = await this.jobs.rejectedRows(await this.find(reader, params.jobId));
    if (rows === undefined) throw new HttpProblem('JOB_NOT_FOUND');
    return new StreamableFile(rows, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="rejected.csv"',
    });
  }

  @Route(cancelJob)
  async cancelJob(
    @Parsed(cancelJob) { params, reader }: RequestWithReader<Operations['cancelJob']>,
  ): Promise<Job> {
    const { id } = await this.find(reader, params.jobId);
    const job = await this.jobs.cancel(id);
    if (job === undefined) throw new HttpProblem('JOB_FINISHED');
    return this.answer(job);
  }

  private find(reader: Reader, id: string): Promise<StoredJob> {
    return seenJob(this.jobs, id, { reader, identity: this.served.identity });
  }

  private answer(stored: StoredJob): Job {
    return jobAnswer(stored, this.jobs.rejectedUntil(stored));
  }
}

import {
  apiBase,
  operations,
  type ParsedRequest,
  type Job,
  type JobPage,
  type Operations,
} from '@safeconduct/contracts';
import { FileTooLargeError } from '@safeconduct/stores';
import { epochMsOf } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { JobRunner } from '../jobs/job-runner.js';
import type { StoredJob } from '../jobs/job.js';
import { readCursor, writeCursor } from './cursor.js';
import type { HttpLimits } from './limits.js';
import { mediaTypeOf } from './media-type.js';
import { linkNext } from './pages.js';
import { HttpProblem } from './problem.js';
import { Lookup } from './lookup.js';
import type { RequestWithReader } from './reading.js';
import { Parsed, Route } from './route.js';
import { limitsToken } from './tokens.js';

const { startImport, listJobs, getJob, getRejectedRows, cancelJob } = operations;

/** Jobs: starts them, shows them, cancels them. */
@Controller()
export class JobsController {
  constructor(
    @Inject(JobRunner) private readonly jobs: JobRunner,
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
    @Parsed(listJobs) { query }: ParsedRequest<Operations['listJobs']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobPage> {
    const before = readCursor(z.string(), query.cursor);
    const { state, limit } = query;
    const { jobs, isLast } = await this.jobs.list({ state, limit, before });
    const last = isLast ? undefined : jobs.at(-1);
    const next = last === undefined ? null : writeCursor(last.id);
    linkNext(request, reply, next);
    return { items: jobs.map((job) => this.answer(job)), next };
  }

  @Route(getJob)
  async getJob(@Parsed(getJob) { params }: ParsedRequest<Operations['getJob']>): Promise<Job> {
    return this.answer(await this.find(params.jobId));
  }

  @Route(getRejectedRows)
  async getRejectedRows(
    @Parsed(getRejectedRows) { params }: ParsedRequest<Operations['getRejectedRows']>,
  ): Promise<StreamableFile> {
    const rows = await this.jobs.rejectedRows(await this.find(params.jobId));
    if (rows === undefined) throw new HttpProblem('JOB_NOT_FOUND');
    return new StreamableFile(rows, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="rejected.csv"',
    });
  }

  @Route(cancelJob)
  async cancelJob(@Parsed(cancelJob) { params }: ParsedRequest<Operations['cancelJob']>): Promise<Job> {
    const { id } = await this.find(params.jobId);
    const job = await this.jobs.cancel(id);
    if (job === undefined) throw new HttpProblem('JOB_FINISHED');
    return this.answer(job);
  }

  private async find(id: string): Promise<StoredJob> {
    const job = await this.jobs.find(id);
    if (job === undefined) throw new HttpProblem('JOB_NOT_FOUND');
    return job;
  }

  private answer(stored: StoredJob): Job {
    const { format: _format, filesKey: _filesKey, files: _files, ...job } = stored;
    const until = this.jobs.rejectedUntil(stored);
    return {
      ...job,
      ...paceOf(stored),
      rejectedRows: until === null ? null : `${jobUrl(job.id)}/rejected.csv`,
      rejectedRowsUntil: until,
    };
  }
}

const jobUrl = (id: string): string => `${apiBase}/jobs/${id}`;

function paceOf(job: StoredJob): Pick<Job, 'perSecond' | 'secondsLeft'> {
  const endMs = job.endedAt === null ? Date.now() : epochMsOf(job.endedAt);
  const seconds = job.startedAt === null ? 0 : (endMs - epochMsOf(job.startedAt)) / 1000;
  const perSecond = seconds > 0 ? Math.round(job.done / seconds) : null;
  const left = Math.max(0, job.total - job.done);
  const isRunning = job.state === 'running' && perSecond !== null && perSecond > 0;
  return { perSecond, secondsLeft: isRunning ? Math.ceil(left / perSecond) : null };
}

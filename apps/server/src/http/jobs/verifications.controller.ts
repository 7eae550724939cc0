import {
  operations,
  type Operations,
  type Verification,
  type VerificationPage,
  type VerificationProblems,
} from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JobRunner } from '../../jobs/job-runner.js';
import type { StoredJob } from '../../jobs/job.js';
import {
  verificationAnswer,
  verificationProblemsAnswer,
  verificationUrl,
} from '../answers/verification-answer.js';
import { cursorText, readCursor, writeCursor } from '../cursor.js';
import { linkNext } from '../pages.js';
import { HttpProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { verifiersFor } from './seen-jobs.js';

const {
  startVerification,
  listVerifications,
  getVerification,
  listVerificationProblems,
  cancelVerification,
} = operations;

/** Checks of the whole log: starts them, shows them and what they found, cancels them. */
@Controller()
export class VerificationsController {
  constructor(
    @Inject(JobRunner) private readonly jobs: JobRunner,
    @Inject(servedToken) private readonly served: Served,
  ) {}

  @Route(startVerification)
  async startVerification(
    @Parsed(startVerification) { reader }: RequestWithReader<Operations['startVerification']>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Verification> {
    this.mustBeVerifier(reader);
    const job = await this.jobs.verifications.start(reader.actor.id);
    reply.header('location', verificationUrl(job.id));
    return verificationAnswer(job);
  }

  @Route(listVerifications)
  async listVerifications(
    @Parsed(listVerifications) { query, reader }: RequestWithReader<Operations['listVerifications']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VerificationPage> {
    this.mustBeVerifier(reader);
    const before = readCursor(cursorText, query.cursor);
    const asked = { state: undefined, kind: 'verification', limit: query.limit, before } as const;
    const { jobs, isLast } = await this.jobs.list(asked);
    const last = isLast ? undefined : jobs.at(-1);
    const next = last === undefined ? null : writeCursor(last.id);
    linkNext(request, reply, next);
    return { items: jobs.map(verificationAnswer), next };
  }

  @Route(getVerification)
  async getVerification(
    @Parsed(getVerification) { params, reader }: RequestWithReader<Operations['getVerification']>,
  ): Promise<Verification> {
    return verificationAnswer(await this.find(reader, params.jobId));
  }

  @Route(listVerificationProblems)
  async listVerificationProblems(
    @Parsed(listVerificationProblems)
    { params, reader }: RequestWithReader<Operations['listVerificationProblems']>,
  ): Promise<VerificationProblems> {
    return verificationProblemsAnswer(await this.find(reader, params.jobId));
  }

  @Route(cancelVerification)
  async cancelVerification(
    @Parsed(cancelVerification) { params, reader }: RequestWithReader<Operations['cancelVerification']>,
  ): Promise<Verification> {
    const { id } = await this.find(reader, params.jobId);
    const job = await this.jobs.cancel(id);
    if (job === undefined) throw new HttpProblem('JOB_FINISHED');
    return verificationAnswer(job);
  }

  private async find(reader: Reader, id: string): Promise<StoredJob> {
    this.mustBeVerifier(reader);
    const job = await this.jobs.find(id);
    if (job?.kind !== 'verification') throw new HttpProblem('JOB_NOT_FOUND');
    return job;
  }

  private mustBeVerifier(reader: Reader): void {
    const { roles, isOne } = verifiersFor(reader, this.served.engine.register.values());
    if (!isOne) throw new HttpProblem('NOT_PERMITTED', { requiredRoles: roles });
  }
}

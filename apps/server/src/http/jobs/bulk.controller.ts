import {
  operations,
  type BulkForeseen,
  type Job,
  type JobItemPage,
  type Operations,
} from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import { inRole, parseInput, type Command, type Workflow } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BulkKeyReusedError, type BulkAsked } from '../../jobs/bulk/bulk-jobs.js';
import type { BulkItem } from '../../jobs/bulk/bulk-results.js';
import { JobRunner } from '../../jobs/job-runner.js';
import { isEnded, type StoredJob } from '../../jobs/job.js';
import { problemTitle } from '../../texts/problem-text.js';
import { jobAnswer, jobUrl } from '../answers/job-answer.js';
import { readCursor, writeCursor } from '../cursor.js';
import { languageOf } from '../language.js';
import { Lookup } from '../lookup.js';
import { linkNext } from '../pages.js';
import { HttpProblem, RefusedProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { casesOf } from './bulk-cases.js';
import { foreseeBulk, reasonOf } from './foresee-bulk.js';
import { seenJob } from './seen-jobs.js';

const { startBulk, listJobItems, repeatJob } = operations;
const foreseenStatus = 200;

/** One command for many cases: what it would lead to, the job that sends it, and what became of each case. */
@Controller()
export class BulkController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(JobRunner) private readonly jobs: JobRunner,
    private readonly lookup: Lookup,
  ) {}

  @Route(startBulk)
  async startBulk(
    @Parsed(startBulk) { params, query, headers, body, reader }: RequestWithReader<Operations['startBulk']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Job | BulkForeseen> {
    const { cases, filter, ...said } = body;
    const workflow = this.lookup.workflow(params.workflow);
    const { command } = params;
    checkSending(workflow, { command, reader, data: said.data });
    const content = async () => {
      const found = await casesOf(this.served, { cases, filter }, { reader, workflow });
      return { ...said, readsFor: reader.purpose, cases: found };
    };
    if (query.dryRun === 'true') {
      const language = languageOf(request.headers['accept-language']);
      reply.code(foreseenStatus);
      return foreseeBulk(this.served, { reader, workflow, command, content: await content(), language });
    }
    const asked = {
      ...{ workflow: workflow.name, command, actor: reader.actor.id, again: null, request: body },
      ...{ key: headers['idempotency-key'], content },
    };
    return this.start(asked, reply);
  }

  @Route(listJobItems)
  async listJobItems(
    @Parsed(listJobItems) { params, query, reader }: RequestWithReader<Operations['listJobItems']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobItemPage> {
    const job = await this.find(reader, params.jobId);
    const first = readCursor(z.number().int().nonnegative(), query.cursor) ?? 0;
    const items = (await this.itemsOf(job))
      .map((item, place) => ({ item, place }))
      .filter(({ item, place }) => place >= first && (query.status ?? item.status) === item.status);
    const page = items.slice(0, query.limit);
    const after = items[query.limit];
    const next = after === undefined ? null : writeCursor(after.place);
    linkNext(request, reply, next);
    const caseIds = page.map(({ item }) => item.caseId);
    const told: ToldOfItems = {
      references: await this.served.engine.queries.casesSeen(reader, { caseIds }),
      workflow: this.served.engine.register.get(job.workflow),
      language: languageOf(request.headers['accept-language']),
      isOwn: job.actor === reader.actor.id,
    };
    return { items: page.map(({ item }) => itemAnswer(item, told)), next };
  }

  @Route(repeatJob)
  async repeatJob(
    @Parsed(repeatJob) { params, headers, reader }: RequestWithReader<Operations['repeatJob']>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Job> {
    const job = await this.find(reader, params.jobId);
    if (!isEnded(job)) throw new HttpProblem('JOB_NOT_ENDED');
    const left = (await this.itemsOf(job)).filter(({ status }) => status !== 'done');
    if (left.length === 0) throw new HttpProblem('JOB_NOTHING_LEFT');
    const sent = await this.jobs.bulk.content(job);
    const { workflow, command } = job;
    checkSending(this.lookup.workflow(workflow), { command, reader, data: sent.data });
    const cases = left.map(({ caseId }) => ({ caseId }));
    const asked = {
      ...{ workflow, command, actor: reader.actor.id, again: job.id, request: { again: job.id } },
      key: headers['idempotency-key'],
      content: () => Promise.resolve({ ...sent, readsFor: reader.purpose, cases }),
    };
    return this.start(asked, reply);
  }

  private async start(asked: BulkAsked, reply: FastifyReply): Promise<Job> {
    const nonEmpty = async () => {
      const content = await asked.content();
      if (content.cases.length === 0) throw new HttpProblem('BULK_NO_CASES');
      return content;
    };
    const started = this.jobs.bulk.start({ ...asked, content: nonEmpty });
    const { job, isRepeated } = await started.catch((error: unknown) => {
      throw error instanceof BulkKeyReusedError ? new HttpProblem('COMMAND_ID_REUSED') : error;
    });
    reply.header('location', jobUrl(job.id));
    if (isRepeated) reply.header('idempotency-replayed', 'true');
    return jobAnswer(job, this.jobs.rejectedUntil(job));
  }

  private async itemsOf(job: StoredJob): Promise<readonly BulkItem[]> {
    const items = await this.jobs.bulk.items(job);
    if (items === undefined) throw new HttpProblem('JOB_ITEMS_GONE');
    return items;
  }

  private find(reader: Reader, id: string): Promise<StoredJob> {
    return seenJob(this.jobs, id, { reader, identity: this.served.identity });
  }
}

interface AskedStep {
  readonly command: string;
  readonly reader: Reader;
  readonly data: unknown;
}

/** What would be refused in every case is refused at once. */
function checkSending(workflow: Workflow, { command: name, reader, data }: AskedStep): void {
  const command: Command | undefined = workflow.commands.get(name);
  if (command === undefined) throw new HttpProblem('UNKNOWN_COMMAND');
  if (command.inBulk !== true) throw new HttpProblem('COMMAND_NOT_IN_BULK');
  const { roles: requiredRoles } = command;
  if (inRole(reader.actor, requiredRoles) === undefined)
    throw new RefusedProblem({ code: 'NOT_PERMITTED', requiredRoles }, workflow, false);
  const parsed = parseInput(command, data);
  if ('issues' in parsed)
    throw new RefusedProblem({ code: 'COMMAND_INVALID', issues: parsed.issues }, workflow, false);
}

interface ToldOfItems {
  readonly references: ReadonlyMap<string, string | null>;
  readonly workflow: Workflow | undefined;
  readonly language: 'en' | 'ar';
  /** Whether the reader named the cases. */
  readonly isOwn: boolean;
}

/** Of a case that the reader does not see no more is told than a code; whoever named it knows its id. */
function itemAnswer(
  { caseId, status, refused }: BulkItem,
  { references, workflow, language, isOwn }: ToldOfItems,
): JobItemPage['items'][number] {
  const isSeen = references.has(caseId);
  return {
    caseId: isSeen || isOwn ? caseId : null,
    reference: references.get(caseId) ?? null,
    status,
    code: refused?.code ?? null,
    title: refused === undefined ? null : problemTitle(refused.code, language),
    reason: refused === undefined || !isSeen ? null : reasonOf(refused, workflow, language),
  };
}

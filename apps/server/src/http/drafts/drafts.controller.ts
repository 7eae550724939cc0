import {
  draftBytesMax,
  operations,
  type Draft,
  type DraftHead,
  type DraftList,
  type Operations,
} from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import { inRole } from '@safeconduct/workflow';
import { Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  DraftChangedError,
  DraftsTooManyError,
  type DraftHead as KeptHead,
  type DraftPlace,
} from '../../sign-in/kept-drafts.js';
import { Lookup } from '../lookup.js';
import { HttpProblem, RefusedProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { personOf } from '../sign-in/begin-session.js';
import { servedToken, type Served } from '../tokens.js';

const { listDrafts, getDraft, keepDraft, removeDraft } = operations;

/** What people have begun to type and not sent. Each gets their own alone. */
@Controller()
export class DraftsController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listDrafts)
  async list(
    @Parsed(listDrafts) { query: { caseId }, reader }: RequestWithReader<Operations['listDrafts']>,
    @Req() request: FastifyRequest,
  ): Promise<DraftList> {
    if (caseId !== undefined) await this.lookup.workflowOfCase(reader, caseId);
    const found = await this.served.drafts.of(personOf(request));
    const asked = caseId === undefined ? found : found.filter((draft) => draft.caseId === caseId);
    return { items: asked.map(headAnswer) };
  }

  @Route(getDraft)
  async get(
    @Parsed(getDraft) { params, reader }: RequestWithReader<Operations['getDraft']>,
    @Req() request: FastifyRequest,
  ): Promise<Draft> {
    await this.mustBeTheirs(reader, params);
    const found = await this.served.drafts.find({ ...params, person: personOf(request) });
    if (found === undefined) throw new HttpProblem('DRAFT_NOT_FOUND');
    return { ...headAnswer(found), content: found.content };
  }

  @Route(keepDraft)
  async keep(
    @Parsed(keepDraft) { params, body, reader }: RequestWithReader<Operations['keepDraft']>,
    @Req() request: FastifyRequest,
  ): Promise<DraftHead> {
    await this.mustBeTheirs(reader, params);
    const { content, version } = body;
    if (Buffer.byteLength(JSON.stringify(content)) > draftBytesMax)
      throw new HttpProblem('BODY_TOO_LARGE', { limit: draftBytesMax });
    const place = { ...params, person: personOf(request) };
    return headAnswer(await asked(() => this.served.drafts.keep(place, content, Number(version))));
  }

  @Route(removeDraft)
  async remove(
    @Parsed(removeDraft) { params, query }: RequestWithReader<Operations['removeDraft']>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const place = { ...params, person: personOf(request) };
    const wasThere = await asked(() => this.served.drafts.remove(place, Number(query.version)));
    if (!wasThere) throw new HttpProblem('DRAFT_NOT_FOUND');
  }

  /** @throws HttpProblem, RefusedProblem  they do not see the case now, or may not send the command */
  private async mustBeTheirs(
    reader: Reader,
    { caseId, command: name }: Omit<DraftPlace, 'person'>,
  ): Promise<void> {
    const workflow = await this.lookup.workflowOfCase(reader, caseId);
    const command = workflow.commands.get(name);
    // The opening command is sent to no case that is there.
    if (command === undefined || name === workflow.opening.name)
      throw new RefusedProblem(
        { code: 'UNKNOWN_COMMAND', inputs: { workflow: workflow.name } },
        workflow,
        false,
      );
    if (inRole(reader.actor, command.roles) === undefined)
      throw new RefusedProblem({ code: 'NOT_PERMITTED', requiredRoles: command.roles }, workflow, false);
  }
}

const headAnswer = ({ caseId, command, version, keptAtMs, endsAtMs }: KeptHead): DraftHead => ({
  ...{ caseId, command, version: String(version) },
  ...{ keptAt: new Date(keptAtMs).toISOString(), endsAt: new Date(endsAtMs).toISOString() },
});

/** @throws HttpProblem DRAFT_CHANGED, DRAFTS_TOO_MANY */
async function asked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DraftsTooManyError) throw new HttpProblem(error.code, { limit: error.limit });
    if (!(error instanceof DraftChangedError)) throw error;
    const { version, keptAt } = error.head === undefined ? noDraft : headAnswer(error.head);
    throw new HttpProblem(error.code, { version, keptAt });
  }
}

const noDraft = { version: '0', keptAt: undefined };

import {
  operations,
  type CaseProposals,
  type CommandAccepted,
  type ConfirmationVerdicts,
  type Operations,
  type ProposalEnded,
  type ProposalFile,
  type ProposalPage,
} from '@safeconduct/contracts';
import {
  commandsFor,
  type Actor,
  type EndOutcome,
  type NamedProposal,
  type Reader,
  type ShownProposal,
} from '@safeconduct/engine';
import type { Refusal } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { acceptedAnswer, revisionTag } from '../answers/case-answers.js';
import { endedAnswer, proposalAnswer, proposalPage } from '../answers/proposal-answers.js';
import { cursorInstant, cursorText, readCursor, writeCursor } from '../cursor.js';
import { languageOf } from '../language.js';
import { Lifecycle } from '../lifecycle.js';
import { Lookup } from '../lookup.js';
import { linkNext } from '../pages.js';
import { ProblemDetailsFilter } from '../problem-details.filter.js';
import { HttpProblem, RefusedProblem } from '../problem.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { loggerToken, servedToken, type Served } from '../tokens.js';

const { listProposals, listCaseProposals, getProposal } = operations;
const { confirmProposal, rejectProposal, withdrawProposal, confirmProposals } = operations;

/** Steps that wait for a second person: the inboxes, what is confirmed, and its end. */
@Controller()
export class ProposalsController {
  private readonly problems: ProblemDetailsFilter;

  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
    @Inject(loggerToken) logger: Logger,
    lifecycle: Lifecycle,
  ) {
    this.problems = new ProblemDetailsFilter(logger, lifecycle);
  }

  @Route(listProposals)
  async listProposals(
    @Parsed(listProposals) { query, reader }: RequestWithReader<Operations['listProposals']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalPage> {
    const { workflow, status, limit, waitingFor, mine, concerns } = query;
    if (workflow !== undefined) this.lookup.workflow(workflow);
    const { engine } = this.served;
    await this.lookup.position(reader, query.atLeast);
    const cursor = readCursor(listCursor, query.cursor);
    const items = await engine.queries.proposals(reader, {
      search: {
        ...{ workflow, status },
        waitingFor: waitingFor && reader.actor,
        proposer: mine && reader.actor.id,
        concerns: concerns && reader.actor,
      },
      // One item more than the page shows whether there is a next page.
      limit: limit + 1,
      after: cursor && { expiresAt: cursor[0], proposalId: cursor[1] },
    });
    const page = proposalPage(items, limit, this.told(request));
    linkNext(request, reply, page.next);
    return page;
  }

  @Route(listCaseProposals)
  async listCaseProposals(
    @Parsed(listCaseProposals) { params, query, reader }: RequestWithReader<Operations['listCaseProposals']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseProposals> {
    const { caseId } = params;
    const { all: each, reference } = await this.proposalsOf(reader, caseId);
    const all = each.filter(({ status }) => query.status === undefined || status === query.status);
    const from = readCursor(z.number().int().min(0), query.cursor) ?? 0;
    const end = from + query.limit;
    const next = end < all.length ? writeCursor(end) : null;
    linkNext(request, reply, next);
    const told = this.told(request);
    return { caseId, items: all.slice(from, end).map((one) => proposalAnswer(one, reference, told)), next };
  }

  @Route(getProposal)
  async getProposal(
    @Parsed(getProposal) { params, reader }: RequestWithReader<Operations['getProposal']>,
    @Req() request: FastifyRequest,
  ): Promise<ProposalFile> {
    const { all, reference } = await this.proposalsOf(reader, params.caseId);
    const found = all.find(({ proposalId }) => proposalId === params.proposalId);
    if (found === undefined) throw new HttpProblem('PROPOSAL_NOT_FOUND');
    return proposalAnswer(found, reference, this.told(request));
  }

  @Route(confirmProposal)
  async confirmProposal(
    @Parsed(confirmProposal)
    { params, body, reader }: RequestWithReader<Operations['confirmProposal']>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAccepted> {
    const by = reader.actor;
    const outcome = await commandsFor(this.served.engine, reader).confirm({ ...params, ...body, by });
    if (!outcome.accepted) throw await this.refused(reader, params, outcome.refusal);
    reply.header('etag', revisionTag(outcome.revision));
    if (outcome.repeated) reply.header('idempotency-replayed', 'true');
    return acceptedAnswer(outcome);
  }

  @Route(rejectProposal)
  async rejectProposal(
    @Parsed(rejectProposal)
    { params, body, reader }: RequestWithReader<Operations['rejectProposal']>,
  ): Promise<ProposalEnded> {
    const by = reader.actor;
    const commands = commandsFor(this.served.engine, reader);
    return this.ended(reader, params, commands.reject({ ...params, ...body, by }));
  }

  @Route(withdrawProposal)
  async withdrawProposal(
    @Parsed(withdrawProposal)
    { params, body, reader }: RequestWithReader<Operations['withdrawProposal']>,
  ): Promise<ProposalEnded> {
    const by = reader.actor;
    const commands = commandsFor(this.served.engine, reader);
    return this.ended(reader, params, commands.withdraw({ ...params, ...body, by }));
  }

  @Route(confirmProposals)
  async confirmProposals(
    @Parsed(confirmProposals) { body, reader }: RequestWithReader<Operations['confirmProposals']>,
    @Req() request: FastifyRequest,
  ): Promise<ConfirmationVerdicts> {
    const by = reader.actor;
    const items: ConfirmationVerdicts['items'] = [];
    // One after the other, so that many in one request hold up nobody else.
    for (const { caseId, proposalId, contentHash } of body.confirmations) {
      const verdict = await this.verdict(request, reader, { caseId, proposalId, contentHash, by });
      items.push({ caseId, proposalId, ...verdict });
    }
    return { items };
  }

  /** The verdict on one of many confirmations. What fails fails alone. */
  private async verdict(
    request: FastifyRequest,
    reader: Reader,
    sent: NamedProposal & { readonly contentHash: string; readonly by: Actor },
  ): Promise<Pick<ConfirmationVerdicts['items'][number], 'recorded' | 'problem'>> {
    try {
      const outcome = await commandsFor(this.served.engine, reader).confirm(sent);
      if (outcome.accepted) return { recorded: acceptedAnswer(outcome), problem: null };
      const problem = await this.refused(reader, sent, outcome.refusal);
      return { recorded: null, problem: this.problems.answer(problem, request).body };
    } catch (error) {
      return { recorded: null, problem: this.problems.answer(error, request).body };
    }
  }

  private async ended(
    reader: Reader,
    named: NamedProposal,
    outcome: Promise<EndOutcome>,
  ): Promise<ProposalEnded> {
    const found = await outcome;
    if (!found.accepted) throw await this.refused(reader, named, found.refusal);
    return endedAnswer(found);
  }

  /** A refusal in the words of the workflow that the proposal belongs to. */
  private async refused(
    reader: Reader,
    { caseId, proposalId }: NamedProposal,
    refusal: Refusal,
  ): Promise<Error> {
    const { queries, register } = this.served.engine;
    const all = await queries.proposalsOfCase(reader, { caseId });
    const found = all.find((one) => one.proposalId === proposalId);
    return new RefusedProblem(refusal, register.get(found?.envelope.workflow ?? ''), false);
  }

  /** @throws HttpProblem  there is no such case, and none is proposed to be opened */
  private async proposalsOf(
    reader: Reader,
    caseId: string,
  ): Promise<{ readonly all: readonly ShownProposal[]; readonly reference: string | undefined }> {
    const { queries } = this.served.engine;
    const all = await queries.proposalsOfCase(reader, { caseId });
    const found = await queries.case(reader, { caseId });
    if (found === undefined && all.length === 0) throw new HttpProblem('CASE_NOT_FOUND');
    return { all, reference: found?.reference };
  }

  private told({ headers }: FastifyRequest) {
    const { register } = this.served.engine;
    return { register, language: languageOf(headers['accept-language']) };
  }
}

const listCursor = z.tuple([cursorInstant, cursorText]);

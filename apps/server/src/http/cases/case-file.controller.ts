import {
  operations,
  type CaseCommands,
  type CaseFile,
  type CaseReplay,
  type HistoryPage,
  type Operations,
} from '@safeconduct/contracts';
import { actorWithId, timeOfAsking } from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { caseTag, isNotModified } from '../conditional.js';
import { readCursor, writeCursor } from '../cursor.js';
import { languageOf } from '../language.js';
import { caseMomentOf } from '../moments.js';
import { linkNext } from '../pages.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { HttpProblem, invalidField } from '../problem.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import {
  caseFileAnswer,
  caseUrl,
  historyEventAnswer,
  replayStepAnswer,
  stateParts,
} from '../answers/case-answers.js';
import { caseCommandAnswer } from '../answers/command-answers.js';

const { getCase, findCaseByReference, getHistory, getCommands, getReplay } = operations;

/** One case: the file, its events, what can be done, what a replay says. */
@Controller()
export class CaseFileController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(getCase)
  async getCase(
    @Parsed(getCase) { params, query, reader }: RequestWithReader<Operations['getCase']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseFile | undefined> {
    await this.lookup.position(reader, query.atLeast);
    const moment = caseMomentOf(query);
    const found = await this.lookup.caseAt(reader, params.caseId, moment);
    const { caseId } = found;
    const subject = await this.served.engine.queries.subjectOf(reader, { caseId });
    const now = timeOfAsking(moment, found, this.served.clock.now());
    const answer = caseFileAnswer(found, subject, now);
    return isNotModified(request, reply, caseTag(found.revision, answer)) ? undefined : answer;
  }

  @Route(findCaseByReference)
  async findCaseByReference(
    @Parsed(findCaseByReference)
    { params: { reference }, query, reader }: RequestWithReader<Operations['findCaseByReference']>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ caseId: string }> {
    if (query.workflow !== undefined) this.lookup.workflow(query.workflow);
    const named = { reference, workflow: query.workflow };
    const [found, ...others] = await this.served.engine.queries.findCases(reader, named);
    if (found === undefined) throw new HttpProblem('CASE_NOT_FOUND');
    if (others.length === 0) {
      reply.header('location', caseUrl(found.caseId));
      return { caseId: found.caseId };
    }
    const workflows = [found, ...others].map(({ workflow }) => workflow).join(', ');
    throw invalidField('query.workflow', 'ambiguous_reference', `must be one of ${workflows}`);
  }

  @Route(getHistory)
  async getHistory(
    @Parsed(getHistory) { params, query, reader }: RequestWithReader<Operations['getHistory']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HistoryPage | undefined> {
    await this.lookup.position(reader, query.atLeast);
    const moment = caseMomentOf(query);
    const { caseId, reference, revision } = await this.lookup.caseAt(reader, params.caseId, moment);
    const { engine } = this.served;
    const { order, cursor, type: types } = query;
    const limit = query.limit + 1;
    const found =
      order === 'newest'
        ? await engine.queries.historyBackwards(reader, {
            ...{ caseId, before: revisionBefore(cursor) ?? revision + 1n, limit, moment, types },
          })
        : await engine.queries.history(reader, {
            ...{ caseId, from: (revisionIn(cursor) ?? -1n) + 1n, limit, moment, types },
          });
    const page = found.slice(0, query.limit);
    const last = Number(page.at(-1)?.recorded.revision);
    const next = found.length < limit ? null : writeCursor(order === 'newest' ? { before: last } : last);
    linkNext(request, reply, next);
    const answer = { caseId, reference, items: page.map(historyEventAnswer), next };
    return isNotModified(request, reply, caseTag(revision, answer)) ? undefined : answer;
  }

  @Route(getCommands)
  async getCommands(
    @Parsed(getCommands) { params, query, reader }: RequestWithReader<Operations['getCommands']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseCommands> {
    await this.lookup.position(reader, query.atLeast);
    const moment = caseMomentOf(query);
    const { engine, identity } = this.served;
    const actor = query.actor === undefined ? reader.actor : await actorWithId(identity, query.actor);
    const answered = await engine.queries.commands(reader, { caseId: params.caseId, moment, actor });
    const state = await this.lookup.openAt(reader, { caseId: params.caseId, moment, found: answered?.state });
    const { workflow, caseId, revision, folded } = state;
    const language = languageOf(request.headers['accept-language']);
    const answer = {
      caseId,
      revision: String(revision),
      ...stateParts(folded.state),
      commands: (answered?.commands ?? []).map((one) =>
        caseCommandAnswer(workflow, one, { language, withForms: query.forms === 'all' }),
      ),
      withheld: [...(answered?.withheld ?? [])],
    };
    reply.header('etag', caseTag(revision, answer));
    return answer;
  }

  @Route(getReplay)
  async getReplay(
    @Parsed(getReplay) { params, query, reader }: RequestWithReader<Operations['getReplay']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseReplay> {
    await this.lookup.position(reader, query.atLeast);
    const moment = caseMomentOf(query);
    const { caseId, reference } = await this.lookup.caseAt(reader, params.caseId, moment);
    const after = revisionIn(query.cursor);
    const replay = await this.served.engine.queries.replay(reader, {
      ...{ caseId, moment, after, limit: query.limit },
    });
    const diverged = replay?.diverged ?? null;
    const last = replay?.next ?? null;
    const next = last === null ? null : writeCursor(Number(last));
    linkNext(request, reply, next);
    return {
      caseId,
      reference,
      steps: (replay?.steps ?? []).map(replayStepAnswer),
      diverged: diverged !== null,
      divergedAt: diverged === null ? null : String(diverged),
      next,
    };
  }
}

/** The revision that a page continues after. */
function revisionIn(cursor: string | undefined): bigint | undefined {
  const revision = readCursor(z.number().int().min(0), cursor);
  return revision === undefined ? undefined : BigInt(revision);
}

/** The revision before which a page of the newest first continues. */
function revisionBefore(cursor: string | undefined): bigint | undefined {
  const found = readCursor(z.strictObject({ before: z.number().int().min(0) }), cursor);
  return found === undefined ? undefined : BigInt(found.before);
}

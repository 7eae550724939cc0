import {
  operations,
  type Asked,
  type CaseCommands,
  type CaseFile,
  type CaseReplay,
  type HistoryPage,
  type Operations,
} from '@safeconduct/contracts';
import { actorBehind, listedCase, type ReadCaseState } from '@safeconduct/engine';
import type { Subject } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Installation } from '../../start/installation.js';
import { isKnown } from '../conditional.js';
import { readCursor, writeCursor } from '../cursor.js';
import { languageOf } from '../language.js';
import { caseMomentOf } from '../moments.js';
import { linkNext } from '../pages.js';
import { Reading } from '../reading.js';
import { Ask, Route } from '../route.js';
import { installationToken } from '../tokens.js';
import {
  caseFileView,
  historyEventView,
  replayStepView,
  revisionTag,
  stateParts,
} from '../views/case-view.js';
import { caseCommandView } from '../views/command-view.js';

const { getCase, getHistory, getCommands, getReplay } = operations;

/** One case: the file, its events, what can be done, what a replay says. */
@Controller()
export class CaseFileController {
  constructor(
    @Inject(installationToken) private readonly installation: Installation,
    private readonly reading: Reading,
  ) {}

  @Route(getCase)
  async getCase(
    @Ask(getCase) { params, query }: Asked<Operations['getCase']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseFile | undefined> {
    await this.reading.position(query.atLeast);
    const found = await this.reading.caseAt(params.caseId, caseMomentOf(query));
    if (isKnown(request, reply, revisionTag(found.revision))) return undefined;
    return caseFileView(found, await this.subjectOf(found));
  }

  @Route(getHistory)
  async getHistory(
    @Ask(getHistory) { params, query }: Asked<Operations['getHistory']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HistoryPage | undefined> {
    await this.reading.position(query.atLeast);
    const { caseId, reference, revision } = await this.reading.caseAt(params.caseId, caseMomentOf(query));
    if (isKnown(request, reply, revisionTag(revision))) return undefined;
    const after = readCursor(z.number().int(), query.cursor) ?? -1;
    const events = (await this.installation.engine.history(caseId))
      .slice(0, Number(revision) + 1)
      .slice(after + 1);
    const page = events.slice(0, query.limit);
    const last = page.at(-1)?.recorded.revision ?? 0n;
    const next = events.length > query.limit ? writeCursor(Number(last)) : null;
    linkNext(request, reply, next);
    return { caseId, reference, items: page.map(historyEventView), next };
  }

  @Route(getCommands)
  async getCommands(
    @Ask(getCommands) { params, query, headers }: Asked<Operations['getCommands']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseCommands> {
    await this.reading.position(query.atLeast);
    const found = await this.reading.caseAt(params.caseId, caseMomentOf(query));
    const language = languageOf(request.headers['accept-language']);
    reply.header('etag', revisionTag(found.revision));
    const { engine, identity } = this.installation;
    const actorId = query.actor ?? headers['x-actor'];
    const actor = actorId === undefined ? undefined : await actorBehind(identity, actorId);
    const available = engine.available(found, actor);
    return {
      caseId: found.caseId,
      revision: String(found.revision),
      ...stateParts(found.folded.state),
      commands: available.map((one) => caseCommandView(found.workflow, one, language)),
    };
  }

  @Route(getReplay)
  async getReplay(@Ask(getReplay) { params, query }: Asked<Operations['getReplay']>): Promise<CaseReplay> {
    await this.reading.position(query.atLeast);
    const moment = caseMomentOf(query);
    const { caseId, reference } = await this.reading.caseAt(params.caseId, moment);
    const replay = await this.installation.engine.replay(caseId, moment);
    const diverged = replay?.diverged ?? null;
    return {
      caseId,
      reference,
      steps: (replay?.steps ?? []).map(replayStepView),
      diverged: diverged !== null,
      divergedAt: diverged === null ? null : String(diverged),
    };
  }

  /** Who the case is about: from the list, or from the events while the views have not seen the case. */
  private async subjectOf({ caseId, workflow }: ReadCaseState): Promise<Subject | undefined> {
    const listed = await listedCase(this.installation.views.query, caseId);
    if (listed !== undefined) return listed.subject ?? undefined;
    const events = await this.installation.engine.history(caseId);
    return events
      .map(({ fact }) => workflow.subject(fact.type, fact.data))
      .findLast((one) => one !== undefined);
  }
}

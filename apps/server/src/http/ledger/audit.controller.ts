import {
  operations,
  type AuditEventPage,
  type Operations,
  type RefusalPage,
  type RuleNotKeptPage,
} from '@safeconduct/contracts';
import {
  type AuditAsked,
  type AuditEvent,
  type AuditRefusal,
  positionOf,
  type Reader,
} from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNotModified } from '../conditional.js';
import { readCursor } from '../cursor.js';
import { linkNext } from '../pages.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { stateParts } from '../answers/case-answers.js';
import { filterOf, pageOf, positionCursor, rangeOf, ruleCursor, type AuditQuery } from './audit-request.js';

const { listAuditEvents, listRefusals, listRulesNotKept } = operations;

/** The log over all cases: recorded events, refused commands, and rules that events did not keep. */
@Controller()
export class AuditController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listAuditEvents)
  async listAuditEvents(
    @Parsed(listAuditEvents) { query, reader }: RequestWithReader<Operations['listAuditEvents']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditEventPage | undefined> {
    const position = await this.begin(reader, query);
    const filter = { ...filterOf(query), type: query.type };
    const range = rangeOf(query, positionAfter(query.cursor));
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position))) return undefined;
    const found = await this.served.engine.queries.auditEvents(reader, { filter, range });
    const { rows, next } = pageOf(found, query, placeOf);
    linkNext(request, reply, next);
    const end = await this.endOfPage(reader, { part: 'events', filter }, position);
    return { items: rows.map(eventAnswer), next, ...end };
  }

  @Route(listRefusals)
  async listRefusals(
    @Parsed(listRefusals) { query, reader }: RequestWithReader<Operations['listRefusals']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefusalPage | undefined> {
    const position = await this.begin(reader, query);
    const filter = { ...filterOf(query), code: query.code };
    const range = rangeOf(query, positionAfter(query.cursor));
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position))) return undefined;
    const found = await this.served.engine.queries.refusals(reader, { filter, range });
    const { rows, next } = pageOf(found, query, placeOf);
    linkNext(request, reply, next);
    const end = await this.endOfPage(reader, { part: 'refusals', filter }, position);
    return { items: rows.map(refusalAnswer), next, ...end };
  }

  @Route(listRulesNotKept)
  async listRulesNotKept(
    @Parsed(listRulesNotKept) { query, reader }: RequestWithReader<Operations['listRulesNotKept']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleNotKeptPage | undefined> {
    const position = await this.begin(reader, query);
    const filter = { ...filterOf(query), type: query.type, guard: query.guard };
    const after = readCursor(ruleCursor, query.cursor);
    const range = rangeOf(query, after && { ...after, position: positionOf(after.position) });
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position))) return undefined;
    const found = await this.served.engine.queries.rulesNotKept(reader, { filter, range });
    const { rows, next } = pageOf(found, query, ({ guard, ...line }) => `${placeOf(line)} ${guard}`);
    linkNext(request, reply, next);
    const end = await this.endOfPage(reader, { part: 'rulesNotKept', filter }, position);
    const items = rows.map((row) => ({ ...eventAnswer(row), guard: row.guard, code: row.failed }));
    return { items, next, ...end };
  }

  private begin(
    reader: Reader,
    { workflow, atLeast }: AuditQuery & { readonly atLeast?: string | undefined },
  ) {
    if (workflow !== undefined) this.lookup.workflow(workflow);
    return this.lookup.position(reader, atLeast);
  }

  private async endOfPage(reader: Reader, asked: AuditAsked, position: bigint) {
    return {
      total: await this.served.engine.queries.countAudit(reader, asked),
      position: String(position),
    };
  }
}

function positionAfter(cursor: string | undefined) {
  const after = readCursor(positionCursor, cursor);
  return after === undefined ? undefined : positionOf(after);
}

const placeOf = ({ position }: { readonly position: bigint }): string => String(position);

const lineOf = (line: AuditEvent | AuditRefusal) => ({
  position: String(line.position),
  caseId: line.caseId,
  workflow: line.workflow,
  command: line.command,
  actor: line.actor,
  role: line.role,
  confirmedBy: line.confirmedBy,
  importedBy: line.importedBy,
  onBehalfOf: line.onBehalfOf,
  recordedAt: line.recordedAt,
});

const eventAnswer = (event: AuditEvent): AuditEventPage['items'][number] => ({
  ...lineOf(event),
  revision: String(event.revision),
  type: event.type,
  ...stateParts(event.state),
  occurredAt: event.occurredAt,
  saidAt: event.saidAt,
});

const refusalAnswer = (refusal: AuditRefusal): RefusalPage['items'][number] => ({
  ...lineOf(refusal),
  code: refusal.code,
  guards: refusal.guards.map((guard) => ({ ...guard })),
  ...(refusal.state === null ? { state: null, subState: null } : stateParts(refusal.state)),
  revision: refusal.revision === null ? null : String(refusal.revision),
});

import {
  operations,
  type ParsedRequest,
  type AuditEventPage,
  type Operations,
  type RefusalPage,
} from '@safeconduct/contracts';
import {
  type AuditEvent,
  type AuditFilter,
  type AuditRefusal,
  positionOf,
  type Reader,
} from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isNotModified } from '../conditional.js';
import { readCursor, writeCursor } from '../cursor.js';
import { periodOf } from '../moments.js';
import { linkNext } from '../pages.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { stateParts } from '../answers/case-answers.js';

const { listAuditEvents, listRefusals } = operations;

type EventQuery = ParsedRequest<Operations['listAuditEvents']>['query'];
type RefusalQuery = ParsedRequest<Operations['listRefusals']>['query'];

/** The log over all cases: recorded events and refused commands. */
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
    const { position, filter, range } = await this.begin(reader, query);
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position))) return undefined;
    const rows = await this.served.engine.queries.auditEvents(reader, {
      filter: { ...filter, type: query.type },
      range,
    });
    const next = nextOf(rows, query.limit);
    linkNext(request, reply, next);
    return { items: rows.slice(0, query.limit).map(eventAnswer), next, position: String(position) };
  }

  @Route(listRefusals)
  async listRefusals(
    @Parsed(listRefusals) { query, reader }: RequestWithReader<Operations['listRefusals']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefusalPage | undefined> {
    const { position, filter, range } = await this.begin(reader, query);
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position))) return undefined;
    const rows = await this.served.engine.queries.refusals(reader, {
      filter: { ...filter, code: query.code },
      range,
    });
    const next = nextOf(rows, query.limit);
    linkNext(request, reply, next);
    return { items: rows.slice(0, query.limit).map(refusalAnswer), next, position: String(position) };
  }

  private async begin(reader: Reader, query: EventQuery | RefusalQuery) {
    const { workflow, actor, command, limit, order, atLeast } = query;
    if (workflow !== undefined) this.lookup.workflow(workflow);
    const filter: AuditFilter = {
      ...{ workflow, actor, command, caseId: query.case },
      ...periodOf(query),
    };
    const after = readCursor(positionCursor, query.cursor);
    return {
      position: await this.lookup.position(reader, atLeast),
      filter,
      // One item more than the page shows whether there is a next page.
      range: {
        limit: limit + 1,
        newestFirst: order === 'newest',
        after: after === undefined ? undefined : positionOf(after),
      },
    };
  }
}

const positionCursor = z.string().regex(/^\d{1,18}$/);

function nextOf(rows: readonly { readonly position: bigint }[], limit: number): string | null {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return last === undefined ? null : writeCursor(String(last.position));
}

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

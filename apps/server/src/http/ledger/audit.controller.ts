import {
  operations,
  type Asked,
  type AuditEventPage,
  type Operations,
  type RefusalPage,
} from '@safeconduct/contracts';
import {
  auditEvents,
  refusals,
  type AuditFilter,
  type RefusalRow,
  type TimelineRow,
} from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Installation } from '../../start/installation.js';
import { isKnown } from '../conditional.js';
import { readCursor, writeCursor } from '../cursor.js';
import { givenInstant } from '../moments.js';
import { linkNext } from '../pages.js';
import { Reading } from '../reading.js';
import { Ask, Route } from '../route.js';
import { installationToken } from '../tokens.js';
import { stateParts } from '../views/case-view.js';

const { listAuditEvents, listRefusals } = operations;

type EventQuery = Asked<Operations['listAuditEvents']>['query'];
type RefusalQuery = Asked<Operations['listRefusals']>['query'];

/** The log over all cases: what happened, and what was refused. */
@Controller()
export class AuditController {
  constructor(
    @Inject(installationToken) private readonly installation: Installation,
    private readonly reading: Reading,
  ) {}

  @Route(listAuditEvents)
  async listAuditEvents(
    @Ask(listAuditEvents) { query }: Asked<Operations['listAuditEvents']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditEventPage | undefined> {
    const { position, filter, range } = await this.begin(query);
    if (isKnown(request, reply, `W/"${position}"`)) return undefined;
    const rows = await auditEvents(
      this.installation.views.queryAside,
      { ...filter, type: query.type },
      range,
    );
    const next = nextOf(rows, query.limit);
    linkNext(request, reply, next);
    return { items: rows.slice(0, query.limit).map(eventView), next, position: String(position) };
  }

  @Route(listRefusals)
  async listRefusals(
    @Ask(listRefusals) { query }: Asked<Operations['listRefusals']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefusalPage | undefined> {
    const { position, filter, range } = await this.begin(query);
    if (isKnown(request, reply, `W/"${position}"`)) return undefined;
    const rows = await refusals(this.installation.views.queryAside, { ...filter, code: query.code }, range);
    const next = nextOf(rows, query.limit);
    linkNext(request, reply, next);
    return { items: rows.slice(0, query.limit).map(refusalView), next, position: String(position) };
  }

  private async begin(query: EventQuery | RefusalQuery) {
    const { workflow, actor, command, limit, order, atLeast } = query;
    if (workflow !== undefined) this.reading.workflow(workflow);
    const filter: AuditFilter = {
      ...{ workflow, actor, command, caseId: query.case },
      from: givenInstant('query.from', query.from),
      to: givenInstant('query.to', query.to),
    };
    const after = readCursor(z.number().int().min(0), query.cursor);
    return {
      position: await this.reading.position(atLeast),
      filter,
      range: { limit, newestFirst: order === 'newest', after },
    };
  }
}

function nextOf(rows: readonly { readonly position: number }[], limit: number): string | null {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return last === undefined ? null : writeCursor(last.position);
}

const whoOf = (row: TimelineRow | RefusalRow) => ({
  position: String(row.position),
  caseId: row.case_id,
  workflow: row.workflow,
  command: row.command,
  actor: row.actor,
  role: row.role,
  confirmedBy: row.confirmed_by,
  onBehalfOf: row.on_behalf_of,
  recordedAt: row.recorded_at,
});

const eventView = (row: TimelineRow): AuditEventPage['items'][number] => ({
  ...whoOf(row),
  revision: String(row.revision),
  type: row.type,
  ...stateParts(row.state),
  occurredAt: row.occurred_at,
});

const refusalView = (row: RefusalRow): RefusalPage['items'][number] => ({
  ...whoOf(row),
  code: row.code,
  guards: JSON.parse(row.guards) as { guard: string; code: string }[],
  ...(row.state === null ? { state: null, subState: null } : stateParts(row.state)),
  revision: row.revision === null ? null : String(row.revision),
});

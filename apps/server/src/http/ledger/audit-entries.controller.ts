import {
  operations,
  type AuditEntry as EntryAnswer,
  type AuditEntryPage,
  type EntryFacets,
  type Operations,
} from '@safeconduct/contracts';
import {
  onlyCaseOf,
  positionOf,
  type AuditEntry,
  type EntryCursor,
  type EntryFilter,
} from '@safeconduct/engine';
import { identityForm } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { caseUrl, nameOf, stateParts } from '../answers/case-answers.js';
import { actorAnswer, barsAnswer, countAnswer, titlesIn } from '../answers/facet-answers.js';
import { cursorInstant, readCursor, writeCursor } from '../cursor.js';
import { Lookup } from '../lookup.js';
import { periodOf } from '../moments.js';
import { linkNext } from '../pages.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { positionCursor } from './audit-request.js';

const { listAuditEntries, getEntryFacets } = operations;

/** All that is on record: what was recorded, refused and looked at. */
@Controller()
export class AuditEntriesController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listAuditEntries)
  async listAuditEntries(
    @Parsed(listAuditEntries) { query, reader }: RequestWithReader<Operations['listAuditEntries']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditEntryPage> {
    if (query.workflow !== undefined) this.lookup.workflow(query.workflow);
    const position = await this.lookup.position(reader, query.atLeast);
    const { limit, order } = query;
    const page = await this.served.engine.queries.auditEntries(reader, {
      filter: filterOf(query),
      range: { limit, newestFirst: order === 'newest', after: cursorIn(query.cursor) },
    });
    const next = page.next === undefined ? null : writeCursor(cursorText(page.next));
    linkNext(request, reply, next);
    return {
      items: page.entries.map((entry) => this.entryAnswer(entry)),
      next,
      missing: [...page.missing],
      position: String(position),
    };
  }

  @Route(getEntryFacets)
  async entryFacets(
    @Parsed(getEntryFacets) { query, reader }: RequestWithReader<Operations['getEntryFacets']>,
  ): Promise<EntryFacets> {
    const { zone = this.lookup.workflow(query.workflow).zone, bars, workflow, atLeast } = query;
    if (workflow !== undefined) this.lookup.workflow(workflow);
    const position = await this.lookup.position(reader, atLeast);
    const { engine, people } = this.served;
    const counted = await engine.queries.entryFacets(reader, { filter: filterOf(query), zone, bars });
    const { items, ...plot } = barsAnswer(counted.bars, zone);
    return {
      position: String(position),
      total: counted.total,
      kind: counted.kinds.map(countAnswer),
      actor: actorAnswer(people, counted.actor),
      bars: {
        ...plot,
        items: items.map((item, at) => ({
          ...item,
          kinds: { recorded: 0, refused: 0, looked: 0, ...counted.bars.bars[at]?.kinds },
        })),
      },
      missing: [...counted.missing],
    };
  }

  private entryAnswer(entry: AuditEntry): EntryAnswer {
    const { at, reference, line } = entry;
    const roles = entry.kind === 'looked' ? entry.line.roles : [entry.line.role];
    const name = nameOf(this.served.people.directory.person(line.actor));
    const ofAll = {
      ...{ at, reference, href: hrefOf(entry) },
      person: { id: line.actor, name, roles: [...roles] },
      caseId: onlyCaseOf(entry) ?? null,
    };
    switch (entry.kind) {
      case 'recorded': {
        const { position, workflow, command, type, revision, state, confirmedBy } = entry.line;
        const texts = { position: String(position), revision: String(revision) };
        return {
          kind: 'recorded',
          ...ofAll,
          workflow,
          command,
          type,
          confirmedBy,
          ...texts,
          ...stateParts(state),
        };
      }
      case 'refused': {
        const { position, workflow, command, code, guards } = entry.line;
        const rules = guards.map((guard) => ({ ...guard }));
        return {
          kind: 'refused',
          ...ofAll,
          position: String(position),
          workflow,
          command,
          code,
          guards: rules,
        };
      }
      case 'looked': {
        const { number, operation, purposes, cases, rows, classes, breakGlass } = entry.line;
        const lists = {
          purposes: purposes.map((purpose) => ({ purpose, titles: titlesIn('purposes', purpose) })),
          ...{ classes: [...classes], cases: cases.length },
        };
        const titles = titlesIn('operations', operation);
        return { kind: 'looked', ...ofAll, number, operation, titles, rows, breakGlass, ...lists };
      }
    }
  }
}

type Query = Pick<
  RequestWithReader<Operations['getEntryFacets']>['query'],
  'kinds' | 'workflow' | 'case' | 'actor' | 'from' | 'to'
>;

const filterOf = (query: Query): EntryFilter => ({
  ...{ kinds: query.kinds, workflow: query.workflow, caseId: query.case },
  actor: query.actor === undefined ? undefined : identityForm(query.actor),
  ...periodOf(query),
});

const entryCursor = z.strictObject({
  recorded: positionCursor.optional(),
  refused: positionCursor.optional(),
  looked: z.number().int().min(0).optional(),
  at: cursorInstant.optional(),
});

function cursorIn(text: string | undefined): EntryCursor | undefined {
  const given = readCursor(entryCursor, text);
  if (given === undefined) return undefined;
  const positionIn = (place: string | undefined) => (place === undefined ? undefined : positionOf(place));
  return {
    recorded: positionIn(given.recorded),
    refused: positionIn(given.refused),
    looked: given.looked,
    at: given.at,
  };
}

const cursorText = ({ recorded, refused, looked, at }: EntryCursor): z.input<typeof entryCursor> => ({
  ...(recorded !== undefined && { recorded: String(recorded) }),
  ...(refused !== undefined && { refused: String(refused) }),
  ...{ looked, at },
});

/** Where an entry is told by itself. */
function hrefOf(entry: AuditEntry): string {
  const period = { from: entry.at, to: entry.at };
  const inList = (path: string, filter: Readonly<Record<string, string>>) =>
    `${path}?${new URLSearchParams({ ...filter, ...period }).toString()}`;
  switch (entry.kind) {
    case 'recorded':
      return `${caseUrl(entry.line.caseId)}?revision=${entry.line.revision}`;
    case 'refused':
      return inList(operations.listRefusals.path, { case: entry.line.caseId });
    case 'looked':
      return inList(operations.listReads.path, { actor: entry.line.actor });
  }
}

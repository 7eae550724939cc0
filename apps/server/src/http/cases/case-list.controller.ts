import {
  operations,
  type Asked,
  type CasePage,
  type InboxPage,
  type ListedCase,
  type Operations,
} from '@safeconduct/contracts';
import {
  inbox,
  listCases as readCases,
  type CaseFilter,
  type CaseOrder,
  type CaseSort,
} from '@safeconduct/engine';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Installation } from '../../start/installation.js';
import { isKnown } from '../conditional.js';
import { readCursor, writeCursor } from '../cursor.js';
import { languageOf } from '../language.js';
import { givenInstant, instantOf, momentOf } from '../moments.js';
import { linkNext } from '../pages.js';
import { invalidField } from '../problem.js';
import { Reading } from '../reading.js';
import { Ask, Route } from '../route.js';
import { installationToken } from '../tokens.js';
import { listedCaseView, stateParts } from '../views/case-view.js';

const { listCases, getInbox } = operations;

type ListQuery = Asked<Operations['listCases']>['query'];

/** Lists of cases: as they are, as they were, and what is due. */
@Controller()
export class CaseListController {
  constructor(
    @Inject(installationToken) private readonly installation: Installation,
    private readonly reading: Reading,
  ) {}

  @Route(listCases)
  async listCases(
    @Ask(listCases) { query }: Asked<Operations['listCases']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CasePage | undefined> {
    checkMoment(query);
    const position = await this.reading.position(query.atLeast);
    // What is overdue changes by the clock alone, without an event.
    if (query.due !== 'overdue' && isKnown(request, reply, `W/"${position}"`)) return undefined;
    const sort = query.sort ?? (query.due === undefined ? 'reference' : 'due');
    const cursor = readCursor(caseCursor(sort), query.cursor);
    const moment = momentOf(query);
    const filter = await this.filterOf(query);
    const range = {
      limit: query.limit,
      after: cursor && { key: cursor[1], caseId: cursor[2] },
      order: orderOf(sort),
    };
    const { query: now, queryAside: then } = this.installation.views;
    const page =
      filter === undefined
        ? { cases: [], next: null, total: 0 }
        : await readCases(moment === undefined ? now : then, filter, range, moment);
    const next = page.next && writeCursor([sort, page.next.key, page.next.caseId]);
    linkNext(request, reply, next);
    return {
      items: page.cases.map(listedCaseView).map((item) => chosen(item, query.fields)),
      next,
      total: page.total,
      asOf: moment?.at ?? null,
      clock: query.clock,
      position: String(position),
    };
  }

  @Route(getInbox)
  async getInbox(
    @Ask(getInbox) { query }: Asked<Operations['getInbox']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InboxPage> {
    const { workflow, role, assignee, limit } = query;
    if (workflow !== undefined) this.reading.workflow(workflow);
    await this.reading.position(query.atLeast);
    const cursor = readCursor(inboxCursor, query.cursor);
    const after = cursor && { dueAt: cursor[0], caseId: cursor[1], deadline: cursor[2] };
    const filter = { workflow, role, assignee, dueBefore: givenInstant('query.dueBefore', query.dueBefore) };
    const now = this.installation.clock.now();
    const items = await inbox(this.installation.views.query, filter, { now, limit: limit + 1, after });
    const last = items.length > limit ? items[limit - 1] : undefined;
    const next = last === undefined ? null : writeCursor([last.dueAt, last.caseId, last.deadline]);
    linkNext(request, reply, next);
    const language = languageOf(request.headers['accept-language']);
    const titleOf = (name: string, deadline: string) =>
      this.installation.engine.register.get(name)?.texts[language].deadlines[deadline] ?? deadline;
    return {
      items: items.slice(0, limit).map((item) => ({
        ...item,
        ...stateParts(item.state),
        title: titleOf(item.workflow, item.deadline),
      })),
      next,
    };
  }

  /** What the list is narrowed to; `undefined` when a reference leads to no case. */
  private async filterOf(query: ListQuery): Promise<CaseFilter | undefined> {
    const { workflow, reference, facility, outcome, assignee, due } = query;
    const { engine, clock } = this.installation;
    if (workflow !== undefined) this.reading.workflow(workflow);
    const caseId = reference === undefined ? undefined : await engine.findCase(reference, workflow);
    if (reference !== undefined && caseId === undefined) return undefined;
    return {
      workflow,
      state: query.subState ?? query.state,
      place: facility,
      outcome,
      assignee,
      caseId,
      search: query.q,
      dueBefore: due === 'overdue' ? clock.now() : givenInstant('query.due', due),
    };
  }
}

const caseCursor = (sort: string) =>
  z.tuple([z.literal(sort), z.union([z.string(), z.number()]), z.string()]);
const inboxCursor = z.tuple([z.string(), z.string(), z.string()]);

function orderOf(sort: string): CaseOrder {
  const descending = sort.startsWith('-');
  return { by: (descending ? sort.slice(1) : sort) as CaseSort, descending };
}

/** The views keep no past of these. An answer without them would be wrong, so it is refused. */
function checkMoment(query: ListQuery): void {
  if (query.due !== undefined && query.sort !== undefined && !query.sort.endsWith('due')) {
    throw invalidField('query.sort', 'not_with_due', 'must be by due beside due');
  }
  if (query.asOf === undefined) return;
  instantOf('query.asOf', query.asOf);
  for (const name of ['assignee', 'due'] as const) {
    if (query[name] !== undefined)
      throw invalidField(`query.${name}`, 'not_in_the_past', 'must not stand beside asOf');
  }
  if (query.sort !== undefined && !query.sort.endsWith('reference')) {
    throw invalidField('query.sort', 'not_in_the_past', 'must be by reference beside asOf');
  }
}

function chosen(item: ListedCase, fields: readonly (keyof ListedCase)[] | undefined): Partial<ListedCase> {
  if (fields === undefined) return item;
  return Object.fromEntries(fields.map((name) => [name, item[name]]));
}

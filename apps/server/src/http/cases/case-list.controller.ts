import {
  operations,
  type CasePage,
  type InboxPage,
  type ListedCase,
  type Operations,
  type ProposalPage,
} from '@safeconduct/contracts';
import { isSystem, type CaseListRequest, type Position, type Reader } from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isNotModified } from '../conditional.js';
import { cursorInstant, cursorText, readCursor, writeCursor } from '../cursor.js';
import { languageOf } from '../language.js';
import { optionalInstant } from '../moments.js';
import { linkNext } from '../pages.js';
import { emergencyAnswer } from '../answers/emergency-answers.js';
import { proposalPage } from '../answers/proposal-answers.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { listedCaseAnswer, stateParts } from '../answers/case-answers.js';
import { listRequestOf, nextOf, soonUntil, type Asking, type ListQuery } from './case-list-request.js';

const { listCases, searchCases, getInbox } = operations;
const noProposals: ProposalPage = { items: [], next: null };

/** Lists of cases: as they are, as they were, and what is due. */
@Controller()
export class CaseListController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listCases)
  async listCases(
    @Parsed(listCases) { query, reader }: RequestWithReader<Operations['listCases']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CasePage | undefined> {
    const asking = this.asking(reader, query.workflow);
    const asked = listRequestOf(query, { referenceText: query.q }, asking);
    const position = await this.lookup.position(reader, query.atLeast);
    // Cases become overdue, and something becomes due soon, as time passes, without an event.
    const changed = [await this.served.engine.queries.lastPassed(reader), soonUntil(asking)];
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position, changed))) return undefined;
    return this.page({ query, asked, asking, position }, request, reply);
  }

  @Route(searchCases)
  async searchCases(
    @Parsed(searchCases) { query, body, reader }: RequestWithReader<Operations['searchCases']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CasePage> {
    const asking = this.asking(reader, query.workflow);
    const asked = listRequestOf(query, { text: body.text }, asking);
    const position = await this.lookup.position(reader, query.atLeast);
    return this.page({ query, asked, asking, position }, request, reply);
  }

  @Route(getInbox)
  async getInbox(
    @Parsed(getInbox) { query, reader }: RequestWithReader<Operations['getInbox']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InboxPage> {
    const { workflow, role, assignee, limit } = query;
    if (workflow !== undefined) this.lookup.workflow(workflow);
    await this.lookup.position(reader, query.atLeast);
    const cursor = readCursor(inboxCursor, query.cursor);
    const items = await this.served.engine.queries.inbox(reader, {
      filter: { workflow, role, assignee, dueBefore: optionalInstant('query.dueBefore', query.dueBefore) },
      // One item more than the page shows whether there is a next page.
      limit: limit + 1,
      after: cursor && { dueAt: cursor[0], caseId: cursor[1], deadline: cursor[2] },
    });
    // With the first page: it comes before everything that has a date.
    const emergency =
      cursor === undefined ? await this.served.engine.queries.emergencyAccess(reader, { waiting: true }) : [];
    const language = languageOf(request.headers['accept-language']);
    const proposals =
      cursor === undefined ? await this.proposals(reader, { workflow, limit, language }) : noProposals;
    const last = items.length > limit ? items[limit - 1] : undefined;
    const next = last === undefined ? null : writeCursor([last.dueAt, last.caseId, last.deadline]);
    linkNext(request, reply, next);
    const titleOf = (name: string, deadline: string) =>
      this.served.engine.register.get(name)?.texts[language].deadlines[deadline] ?? deadline;
    return {
      items: items.slice(0, limit).map(({ place, ...item }) => ({
        ...item,
        ...stateParts(item.state),
        facility: place,
        title: titleOf(item.workflow, item.deadline),
      })),
      proposals,
      emergency: emergency.map(emergencyAnswer),
      next,
    };
  }

  /** The proposals of somebody's inbox; whoever reads for the system is shown all that are open. */
  private async proposals(
    reader: Reader,
    { workflow, limit, language }: { workflow: string | undefined; limit: number; language: Language },
  ): Promise<ProposalPage> {
    const { queries, register } = this.served.engine;
    const concerned = isSystem(reader) ? { status: 'open' as const } : { concerns: reader.actor };
    const found = await queries.proposals(reader, { search: { workflow, ...concerned }, limit: limit + 1 });
    return proposalPage(found, limit, { register, language });
  }

  private asking(reader: Reader, workflow: string | undefined): Asking {
    return { reader, now: this.served.clock.now(), workflow: this.lookup.workflow(workflow) };
  }

  private async page(
    { query, asked, asking: { reader, now }, position }: AskedPage,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<CasePage> {
    const { engine, people } = this.served;
    const page = await engine.queries.listCases(reader, asked);
    const items = page.cases.map((item) =>
      listedCaseAnswer(item, { now, register: engine.register, directory: people.directory }),
    );
    const next = nextOf(query, page.next);
    linkNext(request, reply, next);
    const beside = {
      ...{ next, total: page.total, clock: query.clock },
      asOf: asked.moment?.at ?? null,
      position: String(position),
    };
    const { fields } = query;
    return fields === undefined
      ? { fields: null, items, ...beside }
      : { fields, items: items.map((item) => chosen(item, fields)), ...beside };
  }
}

interface AskedPage {
  readonly query: ListQuery;
  readonly asked: CaseListRequest;
  readonly asking: Asking;
  readonly position: Position;
}

const inboxCursor = z.tuple([cursorInstant, cursorText, cursorText]);

const chosen = (item: ListedCase, fields: readonly (keyof ListedCase)[]): Partial<ListedCase> =>
  Object.fromEntries(fields.map((name) => [name, item[name]]));

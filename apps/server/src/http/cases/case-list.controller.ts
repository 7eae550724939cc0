import {
  operations,
  type CasePage,
  type InboxPage,
  type ListedCase,
  type Operations,
  type ProposalPage,
} from '@safeconduct/contracts';
import {
  isSystem,
  type CaseListRequest,
  type CaseOrder,
  type CaseSearch,
  type CaseSort,
  type Reader,
} from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isNotModified } from '../conditional.js';
import { readCursor, writeCursor } from '../cursor.js';
import { languageOf } from '../language.js';
import { momentOf, optionalInstant, requiredInstant } from '../moments.js';
import { linkNext } from '../pages.js';
import { emergencyAnswer } from '../answers/emergency-answers.js';
import { proposalPage } from '../answers/proposal-answers.js';
import { invalidField } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { listedCaseAnswer, stateParts } from '../answers/case-answers.js';

const { listCases, searchCases, getInbox } = operations;
const noProposals: ProposalPage = { items: [], next: null };

type ListQuery = RequestWithReader<Operations['searchCases']>['query'];

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
    checkMoment(query);
    const position = await this.lookup.position(reader, query.atLeast);
    // Cases become overdue as time passes, without an event, so such an answer has no ETag.
    if (query.due !== 'overdue' && isNotModified(request, reply, await this.lookup.listTag(reader, position)))
      return undefined;
    const page = await this.page(reader, query, { referenceText: query.q });
    linkNext(request, reply, page.next);
    return { ...page, position: String(position) };
  }

  @Route(searchCases)
  async searchCases(
    @Parsed(searchCases) { query, body, reader }: RequestWithReader<Operations['searchCases']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CasePage> {
    checkMoment(query);
    const position = await this.lookup.position(reader, query.atLeast);
    const page = await this.page(reader, query, { text: body.text });
    linkNext(request, reply, page.next);
    return { ...page, position: String(position) };
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

  private async page(
    reader: Reader,
    query: ListQuery,
    words: SearchedText,
  ): Promise<Omit<CasePage, 'position'>> {
    if (query.workflow !== undefined) this.lookup.workflow(query.workflow);
    const asked = listRequest(query, words, this.served.clock.now());
    const page = await this.served.engine.queries.listCases(reader, asked);
    return {
      items: page.cases.map(listedCaseAnswer).map((item) => chosen(item, query.fields)),
      next: page.next && writeCursor([sortOf(query), page.next.key, page.next.caseId]),
      total: page.total,
      asOf: asked.moment?.at ?? null,
      clock: query.clock,
    };
  }
}

/** The words that a list is narrowed by. */
type SearchedText = Pick<CaseSearch, 'text' | 'referenceText'>;

const sortOf = ({ sort, due }: ListQuery): string => sort ?? (due === undefined ? 'reference' : 'due');

/** The request to `engine.queries`. */
function listRequest(query: ListQuery, words: SearchedText, now: string): CaseListRequest {
  const { workflow, reference, facility, outcome, assignee, due } = query;
  const sort = sortOf(query);
  const cursor = readCursor(caseCursor(sort), query.cursor);
  return {
    search: {
      ...{ workflow, reference, outcome, assignee },
      state: query.subState ?? query.state,
      place: facility,
      tags: query.tag,
      ...words,
      dueBefore: due === 'overdue' ? now : optionalInstant('query.due', due),
    },
    limit: query.limit,
    after: cursor && { key: cursor[1], caseId: cursor[2] },
    order: orderOf(sort),
    moment: momentOf(query),
  };
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
  requiredInstant('query.asOf', query.asOf);
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

import { operations, type Operations, type ReadEntry, type ReadEntryPage } from '@safeconduct/contracts';
import type { ListedReadEntry, ReadEntriesRequest } from '@safeconduct/engine';
import { identityForm } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readCursor, writeCursor } from '../cursor.js';
import { periodOf } from '../moments.js';
import { linkNext } from '../pages.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';

const { listReads } = operations;

/** The log of reads. */
@Controller()
export class ReadsController {
  constructor(@Inject(servedToken) private readonly served: Served) {}

  @Route(listReads)
  async listReads(
    @Parsed(listReads) { query, reader }: RequestWithReader<Operations['listReads']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReadEntryPage> {
    const { limit } = query;
    // One entry more than the page shows whether there is a next page.
    const found = await this.served.engine.queries.readEntries(reader, { ...asked(query), limit: limit + 1 });
    const last = found.length > limit ? found[limit - 1] : undefined;
    const next = last === undefined ? null : writeCursor(last.number);
    linkNext(request, reply, next);
    return { items: found.slice(0, limit).map(entryAnswer), next };
  }
}

type Query = RequestWithReader<Operations['listReads']>['query'];

const asked = (query: Query): Omit<ReadEntriesRequest, 'limit'> => ({
  filter: {
    actor: query.actor === undefined ? undefined : identityForm(query.actor),
    caseId: query.case,
    purpose: query.purpose,
    dataClass: query.class,
    breakGlass: query.breakGlass === 'true' ? true : undefined,
  },
  ...periodOf(query),
  newestFirst: query.order === 'newest',
  after: readCursor(z.number().int().min(0), query.cursor),
});

const entryAnswer = ({ roles, purposes, cases, classes, ...entry }: ListedReadEntry): ReadEntry => ({
  ...entry,
  roles: [...roles],
  purposes: [...purposes],
  cases: [...cases],
  classes: [...classes],
});

import {
  operations,
  type Operations,
  type ReadEntry,
  type ReadEntryPage,
  type ReadFacets,
} from '@safeconduct/contracts';
import type { ListedReadEntry, ReadEntriesRequest } from '@safeconduct/engine';
import { identityForm } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readCursor, writeCursor } from '../cursor.js';
import { periodOf } from '../moments.js';
import { Lookup } from '../lookup.js';
import { linkNext } from '../pages.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { actorAnswer, barsAnswer, titledCounts } from '../answers/facet-answers.js';

const { listReads, getReadFacets } = operations;

/** The log of reads. */
@Controller()
export class ReadsController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(listReads)
  async listReads(
    @Parsed(listReads) { query, reader }: RequestWithReader<Operations['listReads']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReadEntryPage> {
    const { limit } = query;
    // One entry more than the page shows whether there is a next page.
    const asked = { ...filterOf(query), ...periodOf(query) };
    const found = await this.served.engine.queries.readEntries(reader, {
      ...asked,
      newestFirst: query.order === 'newest',
      after: readCursor(z.number().int().min(0), query.cursor),
      limit: limit + 1,
    });
    const last = found.length > limit ? found[limit - 1] : undefined;
    const next = last === undefined ? null : writeCursor(last.number);
    linkNext(request, reply, next);
    return { items: found.slice(0, limit).map(entryAnswer), next };
  }

  @Route(getReadFacets)
  async readFacets(
    @Parsed(getReadFacets) { query, reader }: RequestWithReader<Operations['getReadFacets']>,
  ): Promise<ReadFacets> {
    const { zone = this.lookup.workflow(undefined).zone, bars } = query;
    const { engine, people } = this.served;
    const asked = { ...filterOf(query), ...periodOf(query), zone, bars };
    const { total, facets, bars: counted } = await engine.queries.readFacets(reader, asked);
    return {
      total,
      actor: actorAnswer(people, facets.actor),
      operation: titledCounts('operations', facets.operation),
      purpose: titledCounts('purposes', facets.purpose),
      class: titledCounts('dataClasses', facets.dataClass),
      bars: barsAnswer(counted, zone),
    };
  }
}

type Query = Pick<
  RequestWithReader<Operations['getReadFacets']>['query'],
  'actor' | 'case' | 'purpose' | 'class' | 'operation' | 'breakGlass'
>;

const filterOf = (query: Query): Pick<ReadEntriesRequest, 'filter'> => ({
  filter: {
    actor: query.actor === undefined ? undefined : identityForm(query.actor),
    caseId: query.case,
    purpose: query.purpose,
    ...{ dataClass: query.class, operation: query.operation },
    breakGlass: query.breakGlass === 'true' ? true : undefined,
  },
});

const entryAnswer = ({ roles, purposes, cases, classes, ...entry }: ListedReadEntry): ReadEntry => ({
  ...entry,
  roles: [...roles],
  purposes: [...purposes],
  cases: [...cases],
  classes: [...classes],
});

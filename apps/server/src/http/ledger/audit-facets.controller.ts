import {
  operations,
  type AuditEventFacets,
  type Operations,
  type RefusalFacets,
  type RuleFacets,
} from '@safeconduct/contracts';
import type { AuditAsked, AuditFacet, AuditFacetCounts, Reader } from '@safeconduct/engine';
import { Controller, Inject } from '@nestjs/common';
import { actorAnswer, barsAnswer, countAnswer } from '../answers/facet-answers.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { filterOf, type AuditQuery } from './audit-request.js';

const { getAuditEventFacets, getRefusalFacets, getRuleFacets } = operations;

interface CountedQuery extends AuditQuery {
  readonly zone?: string | undefined;
  readonly bars: 'all' | 'period';
  readonly atLeast?: string | undefined;
}

/** What the parts of the log over all cases could be narrowed to. */
@Controller()
export class AuditFacetsController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(getAuditEventFacets)
  async events(
    @Parsed(getAuditEventFacets) { query, reader }: RequestWithReader<Operations['getAuditEventFacets']>,
  ): Promise<AuditEventFacets> {
    const filter = { ...filterOf(query), type: query.type };
    const { valuesOf, ...answer } = await this.counted(reader, query, { part: 'events', filter });
    return { ...answer, type: valuesOf('type') };
  }

  @Route(getRefusalFacets)
  async refusals(
    @Parsed(getRefusalFacets) { query, reader }: RequestWithReader<Operations['getRefusalFacets']>,
  ): Promise<RefusalFacets> {
    const filter = { ...filterOf(query), code: query.code };
    const { valuesOf, ...answer } = await this.counted(reader, query, { part: 'refusals', filter });
    return { ...answer, code: valuesOf('code') };
  }

  @Route(getRuleFacets)
  async rules(
    @Parsed(getRuleFacets) { query, reader }: RequestWithReader<Operations['getRuleFacets']>,
  ): Promise<RuleFacets> {
    const filter = { ...filterOf(query), type: query.type, guard: query.guard };
    const { valuesOf, ...answer } = await this.counted(reader, query, { part: 'rulesNotKept', filter });
    return { ...answer, guard: valuesOf('guard'), type: valuesOf('type') };
  }

  private async counted(reader: Reader, query: CountedQuery, asked: AuditAsked) {
    const { zone = this.lookup.workflow(query.workflow).zone } = query;
    const position = await this.lookup.position(reader, query.atLeast);
    const { engine, people } = this.served;
    const counted = await engine.queries.auditFacets(reader, { asked, zone, bars: query.bars });
    const valuesOf = valuesIn(counted);
    return {
      position: String(position),
      total: counted.total,
      command: valuesOf('command'),
      actor: actorAnswer(people, valuesOf('actor')),
      role: valuesOf('role'),
      bars: barsAnswer(counted.bars, zone),
      valuesOf,
    };
  }
}

const valuesIn =
  ({ facets }: AuditFacetCounts) =>
  (name: AuditFacet) =>
    (facets[name] ?? []).map(countAnswer);

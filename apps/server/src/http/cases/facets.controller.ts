import { operations, type CaseFacets, type Operations } from '@safeconduct/contracts';
import type { Reader } from '@safeconduct/engine';
import { Controller, Inject } from '@nestjs/common';
import { nameOf } from '../answers/case-answers.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { facetRequests, type Asking, type FacetsQuery, type FilterQuery } from './case-list-request.js';

const { getCaseFacets, searchCaseFacets } = operations;

/** What a list of cases could be narrowed to. */
@Controller()
export class FacetsController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(getCaseFacets)
  getCaseFacets(
    @Parsed(getCaseFacets) { query, reader }: RequestWithReader<Operations['getCaseFacets']>,
  ): Promise<CaseFacets> {
    return this.facets(reader, query, undefined);
  }

  @Route(searchCaseFacets)
  searchCaseFacets(
    @Parsed(searchCaseFacets)
    { query, body, reader }: RequestWithReader<Operations['searchCaseFacets']>,
  ): Promise<CaseFacets> {
    return this.facets(reader, query, body.text);
  }

  private async facets(reader: Reader, query: FacetsQuery, text: string | undefined): Promise<CaseFacets> {
    const { atLeast, asOf: _asOf, clock: _clock, ...filter } = query;
    const { engine, clock, people } = this.served;
    const asking: Asking = { reader, now: clock.now(), workflow: this.lookup.workflow(filter.workflow) };
    const requestFor = facetRequests(query, text, asking);
    const request = requestFor(filter);
    const position = await this.lookup.position(reader, atLeast);
    const facets = await engine.queries.caseFacets(reader, request);
    const without: Record<string, CaseFacets['total']> = {};
    for (const name of givenIn(filter)) {
      const { [name]: _left, ...others } = filter;
      without[name] = await engine.queries.countCases(reader, requestFor(others));
    }
    return {
      position: String(position),
      total: await engine.queries.countCases(reader, request),
      state: [...facets.states],
      facility: [...facets.places],
      outcome: [...facets.outcomes],
      open: facets.open.map(({ value, count }) => ({ value: String(value), count })),
      assignee: facets.assignees.map(({ value, count }) => ({
        value,
        name: value === null ? null : nameOf(people.directory.person(value)),
        count,
      })),
      deadline: [...facets.deadlines],
      waitingOn: [...facets.roles],
      tags: Object.fromEntries(Object.entries(facets.tags).map(([tag, values]) => [tag, [...values]])),
      without,
    };
  }
}

/** The filters that were given. */
const givenIn = (filter: FilterQuery): readonly (keyof FilterQuery)[] =>
  (Object.keys(filter) as (keyof FilterQuery)[]).filter((name) => filter[name] !== undefined);

import {
  operations,
  type Operations,
  type Population,
  type PopulationAges,
  type PopulationFlows,
  type PopulationMoves,
  type PopulationSeries,
} from '@safeconduct/contracts';
import { ageDays } from '@safeconduct/engine';
import { epochMsOf } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNotModified } from '../conditional.js';
import { momentOf, optionalInstant, requiredInstant } from '../moments.js';
import { invalidField } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';

const { getPopulation, getPopulationSeries, getPopulationFlows, getPopulationAges, getPopulationMoves } =
  operations;

const daysMax = 1100;
const dayMs = 86_400_000;

/** The ledger: how many cases are in each state, over time, and how many moved. */
@Controller()
export class PopulationController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(getPopulation)
  async getPopulation(
    @Parsed(getPopulation) { query, reader }: RequestWithReader<Operations['getPopulation']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Population | undefined> {
    const workflow = this.lookup.workflow(query.workflow);
    const moment = momentOf(query);
    const position = await this.lookup.position(reader, query.atLeast);
    if (isNotModified(request, reply, await this.lookup.listTag(reader, position))) return undefined;
    const at = optionalInstant('query.since', query.since);
    const since = at === undefined ? undefined : { at, clock: query.clock };
    const asked = { workflow, moment, since, tags: query.tag };
    const { place, places, roundedTags, ...found } = await this.served.engine.queries.population(
      reader,
      asked,
    );
    return {
      workflow: workflow.name,
      ...found,
      roundedTags: [...roundedTags],
      facility: place,
      facilities: places,
      asOf: moment?.at ?? this.served.clock.now(),
      clock: query.clock,
      position: String(position),
    };
  }

  @Route(getPopulationSeries)
  async getPopulationSeries(
    @Parsed(getPopulationSeries) { query, reader }: RequestWithReader<Operations['getPopulationSeries']>,
  ): Promise<PopulationSeries> {
    const workflow = this.lookup.workflow(query.workflow);
    const { from, to, clock } = query;
    const days = (Date.parse(to) - Date.parse(from)) / dayMs;
    if (days < 0) throw invalidField('query.to', 'too_small', 'must not lie before from');
    if (days >= daysMax)
      throw invalidField('query.to', 'too_big', `must be at the most ${daysMax} days after from`);
    await this.lookup.position(reader, query.atLeast);
    const { zone = workflow.zone, tag: tags } = query;
    const period = { workflow, from, to, clock, zone, tags };
    const series = await this.served.engine.queries.populationSeries(reader, period);
    return {
      workflow: workflow.name,
      clock,
      zone,
      days: series.map(({ day, total, persons, states, places, outcomes, tags, ...rounded }) => ({
        ...{ day, total, persons, states, facilities: places, outcomes, tags },
        ...{ roundedTo: rounded.roundedTo, roundedTags: [...rounded.roundedTags] },
      })),
    };
  }

  @Route(getPopulationFlows)
  async getPopulationFlows(
    @Parsed(getPopulationFlows) { query, reader }: RequestWithReader<Operations['getPopulationFlows']>,
  ): Promise<PopulationFlows> {
    const workflow = this.lookup.workflow(query.workflow);
    const { from, to } = periodOf(query);
    await this.lookup.position(reader, query.atLeast);
    const period = { workflow, from, to, clock: query.clock, tags: query.tag };
    const found = await this.served.engine.queries.populationFlows(reader, period);
    return {
      workflow: workflow.name,
      from,
      to,
      clock: query.clock,
      roundedTo: found.roundedTo,
      flows: found.flows.map((flow) => ({ ...flow })),
    };
  }

  @Route(getPopulationAges)
  async getPopulationAges(
    @Parsed(getPopulationAges) { query, reader }: RequestWithReader<Operations['getPopulationAges']>,
  ): Promise<PopulationAges> {
    const workflow = this.lookup.workflow(query.workflow);
    const { clock, tag: tags } = query;
    const moment = momentOf(query) ?? { at: this.served.clock.now(), clock };
    const position = await this.lookup.position(reader, query.atLeast);
    const { queries } = this.served.engine;
    const { roundedTo, rows } = await queries.populationAges(reader, { workflow, moment, tags });
    return {
      workflow: workflow.name,
      ...{ asOf: moment.at, clock, position: String(position), roundedTo },
      days: [...ageDays],
      states: rows.map((row) => ({ ...row, ages: [...row.ages] })),
    };
  }

  @Route(getPopulationMoves)
  async getPopulationMoves(
    @Parsed(getPopulationMoves) { query, reader }: RequestWithReader<Operations['getPopulationMoves']>,
  ): Promise<PopulationMoves> {
    const workflow = this.lookup.workflow(query.workflow);
    const period = { ...periodOf(query), clock: query.clock };
    const position = await this.lookup.position(reader, query.atLeast);
    const asked = { ...period, workflow, tags: query.tag };
    const { roundedTo, rows } = await this.served.engine.queries.populationMoves(reader, asked);
    return {
      workflow: workflow.name,
      ...period,
      ...{ position: String(position), roundedTo, moves: [...rows] },
    };
  }
}

/** Two moments, the first not later than the second. */
function periodOf(query: { readonly from: string; readonly to: string }) {
  const [from, to] = [requiredInstant('query.from', query.from), requiredInstant('query.to', query.to)];
  if (epochMsOf(to) < epochMsOf(from))
    throw invalidField('query.to', 'too_small', 'must not lie before from');
  return { from, to };
}

import {
  operations,
  type Asked,
  type Operations,
  type Population,
  type PopulationFlows,
  type PopulationSeries,
} from '@safeconduct/contracts';
import { populationAt, populationFlows, populationSeries } from '@safeconduct/engine';
import { epochMsOf } from '@safeconduct/workflow';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Installation } from '../../start/installation.js';
import { isKnown } from '../conditional.js';
import { instantOf, momentOf } from '../moments.js';
import { invalidField } from '../problem.js';
import { Reading } from '../reading.js';
import { Ask, Route } from '../route.js';
import { installationToken } from '../tokens.js';

const { getPopulation, getPopulationSeries, getPopulationFlows } = operations;

const daysMax = 1100;
const dayMs = 86_400_000;

/** The ledger: how many are where, over time, and who moved. */
@Controller()
export class PopulationController {
  constructor(
    @Inject(installationToken) private readonly installation: Installation,
    private readonly reading: Reading,
  ) {}

  @Route(getPopulation)
  async getPopulation(
    @Ask(getPopulation) { query }: Asked<Operations['getPopulation']>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Population | undefined> {
    const workflow = this.reading.workflow(query.workflow);
    const moment = momentOf(query);
    const position = await this.reading.position(query.atLeast);
    if (isKnown(request, reply, `W/"${position}"`)) return undefined;
    const { query: now, queryAside: then } = this.installation.views;
    const found = await populationAt(moment === undefined ? now : then, workflow, moment);
    return {
      workflow: workflow.name,
      ...found,
      asOf: moment?.at ?? this.installation.clock.now(),
      clock: query.clock,
      position: String(position),
    };
  }

  @Route(getPopulationSeries)
  async getPopulationSeries(
    @Ask(getPopulationSeries) { query }: Asked<Operations['getPopulationSeries']>,
  ): Promise<PopulationSeries> {
    const workflow = this.reading.workflow(query.workflow);
    const { from, to, clock } = query;
    const days = (Date.parse(to) - Date.parse(from)) / dayMs;
    if (days < 0) throw invalidField('query.to', 'too_small', 'must not lie before from');
    if (days >= daysMax)
      throw invalidField('query.to', 'too_big', `must be at the most ${daysMax} days after from`);
    await this.reading.position(query.atLeast);
    const series = await populationSeries(this.installation.views.queryAside, workflow, { from, to, clock });
    return {
      workflow: workflow.name,
      clock,
      days: series.map(({ day, total, states, facilities, outcomes }) => ({
        day,
        total,
        states,
        facilities,
        outcomes,
      })),
    };
  }

  @Route(getPopulationFlows)
  async getPopulationFlows(
    @Ask(getPopulationFlows) { query }: Asked<Operations['getPopulationFlows']>,
  ): Promise<PopulationFlows> {
    const workflow = this.reading.workflow(query.workflow);
    const [from, to] = [instantOf('query.from', query.from), instantOf('query.to', query.to)];
    if (epochMsOf(to) < epochMsOf(from))
      throw invalidField('query.to', 'too_small', 'must not lie before from');
    await this.reading.position(query.atLeast);
    const flows = await populationFlows(this.installation.views.queryAside, workflow, {
      from,
      to,
      clock: query.clock,
    });
    return {
      workflow: workflow.name,
      from,
      to,
      clock: query.clock,
      flows: flows.map((flow) => ({ ...flow })),
    };
  }
}

import { operations, type Operations, type Workload } from '@safeconduct/contracts';
import { Controller, Inject } from '@nestjs/common';
import { staffOf } from '../answers/workload-answer.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { searchOf, soonUntil, type Asking } from './case-list-request.js';

const { getWorkload } = operations;

/** How much work each officer has. */
@Controller()
export class WorkloadController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
  ) {}

  @Route(getWorkload)
  async workload(
    @Parsed(getWorkload) { query, reader }: RequestWithReader<Operations['getWorkload']>,
  ): Promise<Workload> {
    const { atLeast, ...filter } = query;
    const { engine, clock, people } = this.served;
    const asking: Asking = { reader, now: clock.now(), workflow: this.lookup.workflow(filter.workflow) };
    const among = filter.workflow === undefined ? [...engine.register.values()] : [asking.workflow];
    const position = await this.lookup.position(reader, atLeast);
    await people.refresh();
    const { answerOf, ...staff } = staffOf(people.directory, among);
    const loads = await engine.queries.workload(reader, {
      search: searchOf(filter, {}, asking),
      now: asking.now,
      soonUntil: soonUntil(asking),
      ...staff,
    });
    return {
      position: String(position),
      asOf: asking.now,
      items: loads.map((load) => answerOf(load, asking.now)),
    };
  }
}

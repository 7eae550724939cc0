import { countedProposals, operations, type Counts, type Operations } from '@safeconduct/contracts';
import type { CaseSearch, Reader } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import { Controller, Inject } from '@nestjs/common';
import { countExceptions } from '../exceptions/find-exceptions.js';
import { ExceptionSourcesOf } from '../exceptions/exception-sources.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, type Served } from '../tokens.js';
import { searchOf, type Asking, type FilterQuery } from './case-list-request.js';

const { getCounts } = operations;

/** The numbers beside the lists. */
@Controller()
export class CountsController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    private readonly lookup: Lookup,
    private readonly sources: ExceptionSourcesOf,
  ) {}

  @Route(getCounts)
  async counts(
    @Parsed(getCounts) { query, reader }: RequestWithReader<Operations['getCounts']>,
  ): Promise<Counts> {
    const { engine, clock } = this.served;
    const { workflow } = query;
    const asking: Asking = { reader, now: clock.now(), workflow: this.lookup.workflow(workflow) };
    const among = workflow === undefined ? [...engine.register.values()] : [asking.workflow];
    const position = await this.lookup.position(reader, query.atLeast);
    const count = (filter: FilterQuery) =>
      engine.queries.countCases(reader, { search: searchOf({ workflow, ...filter }, {}, asking) });
    const unit = unitOf(reader, among);
    return {
      position: String(position),
      mine: await count({ assignee: 'me', open: 'true' }),
      unit: unit === undefined ? null : await count({ facility: unit, open: 'true' }),
      unassigned: await count({ assignee: 'none', open: 'true' }),
      overdue: await count({ due: 'overdue' }),
      dueSoon: await count({ due: 'soon' }),
      waitingOnMyRoles: await count({ waitingOn: rolesOf(reader, among) }),
      proposalsForMe: await engine.queries.countProposals(reader, {
        search: { workflow, waitingFor: reader.actor },
        most: countedProposals,
      }),
      exceptions: await countExceptions(await this.sources.for(reader), {
        reader,
        workflow,
        now: asking.now,
      }),
      total: await count({}),
    };
  }
}

/** A unit is a place of cases where a workflow says so. */
const unitOf = ({ actor: { unit } }: Reader, among: readonly Workflow[]): CaseSearch['place'] =>
  unit !== undefined && among.some(({ access }) => access.units.includes(unit)) ? unit : undefined;

const rolesOf = ({ actor }: Reader, among: readonly Workflow[]): string[] =>
  actor.roles.filter((role) => among.some(({ roles }) => roles.includes(role)));

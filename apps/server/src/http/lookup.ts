import {
  logStart,
  positionOf,
  ViewBehindError,
  type CaseMoment,
  type Position,
  type ShownCase,
  type Reader,
} from '@safeconduct/engine';
import type { View, Workflow } from '@safeconduct/workflow';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { HttpLimits } from './limits.js';
import { hashOf } from './conditional.js';
import { HttpProblem, invalidField } from './problem.js';
import { limitsToken, servedToken, type Served } from './tokens.js';

/** Look-ups that the reading controllers share, each with the problem when nothing is found. */
@Injectable()
export class Lookup {
  private readonly started = randomUUID();
  /** How far the views were when a tag was asked for last, and the last position before that changed a list. */
  private followed = { reached: logStart, changed: logStart };

  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(limitsToken) private readonly limits: HttpLimits,
  ) {}

  /**
   * The position that the views of all workflows, or one that a workflow declares, have reached, once it is at least
   * `atLeast`.
   * @throws HttpProblem  `VIEW_BEHIND`: they have not in the time a request waits, or the log itself ends
   *   before
   */
  async position(reader: Reader, atLeast: string | undefined, view?: View): Promise<Position> {
    if (atLeast !== undefined) await this.waitFor(reader, positionOf(atLeast), view);
    const { queries } = this.served.engine;
    const reached = await queries.reached(reader, { view });
    if (view === undefined || reached > logStart) return reached;
    // It is being filled for the first time, or again because it was changed.
    await this.waitFor(reader, await queries.head(reader), view);
    return queries.reached(reader, { view });
  }

  /**
   * The tag of an answer from the views at a position. It is another one after the log was restored, a view was made
   * again, or this server was started anew, perhaps as another release; and for another reader, or one with other rights.
   * @param beside  what else the answer depends on
   */
  async listTag(
    reader: Reader,
    position: Position,
    beside: readonly (string | null)[] = [],
  ): Promise<string> {
    const { engine, logId } = this.served;
    const made = (await engine.queries.generations(reader)).map(({ view, version, number }) => [
      view,
      version,
      number,
    ]);
    const { actor, purpose } = reader;
    const rights = [actor.id, actor.roles, actor.unit, purpose];
    const parts = [this.started, logId, made, rights, beside];
    return `W/"${await this.changedAt(position)}-${hashOf(JSON.stringify(parts))}"`;
  }

  /**
   * The last position at which a list can have changed, as far as this server followed it: what the log of events notes of
   * the log of reads is in no list. Otherwise each look at a list would soon change the tag of the next one.
   */
  private async changedAt(position: Position): Promise<Position> {
    const { reached, changed } = this.followed;
    if (position <= reached) return position === reached ? changed : position;
    // A log that does not answer holds up no list.
    const isUnchanged = await this.served.readHeads.areAllBetween(reached, position).catch(() => false);
    this.followed = { reached: position, changed: isUnchanged ? changed : position };
    return this.followed.changed;
  }

  private async waitFor(reader: Reader, atLeast: Position, view?: View): Promise<void> {
    const { queries } = this.served.engine;
    try {
      await queries.waitFor(reader, { atLeast, view, timeoutMs: this.limits.viewsWaitMs });
    } catch (error) {
      if (!(error instanceof ViewBehindError)) throw error;
      const { wanted, reached } = error;
      const head = String(await queries.head(reader));
      throw new HttpProblem('VIEW_BEHIND', { wanted: String(wanted), reached: String(reached), head });
    }
  }

  /** The workflow of that name; left out, the first one registered. */
  workflow(name: string | undefined): Workflow {
    const { register } = this.served.engine;
    const workflow = name === undefined ? [...register.values()][0] : register.get(name);
    if (workflow === undefined) throw new HttpProblem('WORKFLOW_NOT_FOUND');
    return workflow;
  }

  async workflowOfCase(reader: Reader, caseId: string): Promise<Workflow> {
    const workflow = await this.served.engine.queries.workflowOf(reader, { caseId });
    if (workflow === undefined) throw new HttpProblem('CASE_NOT_FOUND');
    return workflow;
  }

  /** A case, now or at a moment at which it was open. */
  async caseAt(reader: Reader, caseId: string, moment?: CaseMoment): Promise<ShownCase> {
    const found = await this.served.engine.queries.case(reader, { caseId, moment });
    return this.openAt(reader, { caseId, moment, found });
  }

  /**
   * The state of a case that was open at a moment.
   * @throws HttpProblem  it was not, or it has no such revision
   */
  async openAt(reader: Reader, { caseId, moment, found }: FoundAt): Promise<ShownCase> {
    if (found !== undefined) return withRevision(found, moment);
    if (moment === undefined || !('at' in moment)) throw new HttpProblem('CASE_NOT_FOUND');
    const openedAt = await this.served.engine.queries.openedAt(reader, { caseId, clock: moment.clock });
    if (openedAt === undefined) throw new HttpProblem('CASE_NOT_FOUND');
    const workflow = await this.workflowOfCase(reader, caseId);
    throw new HttpProblem('CASE_NOT_OPEN_YET', { asOf: moment.at, openedAt }, {}, workflow);
  }
}

interface FoundAt {
  readonly caseId: string;
  readonly moment: CaseMoment | undefined;
  readonly found: ShownCase | undefined;
}

function withRevision(found: ShownCase, moment: CaseMoment | undefined): ShownCase {
  if (moment !== undefined && 'revision' in moment && moment.revision > found.revision) {
    throw invalidField('query.revision', 'too_big', `the case has revisions up to ${found.revision}`);
  }
  return found;
}

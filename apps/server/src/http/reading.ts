import {
  positionOf,
  standardProjections,
  ViewBehindError,
  viewsReached,
  waitForViews,
  type CaseMoment,
  type Position,
  type ReadCaseState,
} from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import { Inject, Injectable } from '@nestjs/common';
import type { Installation } from '../start/installation.js';
import type { HttpLimits } from './limits.js';
import { HttpProblem, invalidField } from './problem.js';
import { installationToken, limitsToken } from './tokens.js';

const definitions = standardProjections.map(({ view }) => view);

/** What every reading controller asks: is it there, and are the views far enough. */
@Injectable()
export class Reading {
  constructor(
    @Inject(installationToken) private readonly installation: Installation,
    @Inject(limitsToken) private readonly limits: HttpLimits,
  ) {}

  /**
   * How far the views are, once they have reached `atLeast`.
   * @throws HttpProblem  `VIEW_BEHIND`: they have not in the time a request waits, or the log itself ends before
   */
  async position(atLeast: string | undefined): Promise<Position> {
    const { views } = this.installation;
    if (atLeast !== undefined) await this.waitFor(positionOf(atLeast));
    return viewsReached(views, definitions);
  }

  private async waitFor(atLeast: Position): Promise<void> {
    const { views, events } = this.installation;
    try {
      await waitForViews(views, definitions, { atLeast, timeoutMs: this.limits.viewsWaitMs });
    } catch (error) {
      if (!(error instanceof ViewBehindError)) throw error;
      const { wanted, reached } = error;
      const members = { wanted: String(wanted), reached: String(reached), head: String(await events.head()) };
      throw new HttpProblem('VIEW_BEHIND', members);
    }
  }

  /** The workflow of that name; left out, the first one registered. */
  workflow(name: string | undefined): Workflow {
    const { register } = this.installation.engine;
    const workflow = name === undefined ? [...register.values()][0] : register.get(name);
    if (workflow === undefined) throw new HttpProblem('WORKFLOW_NOT_FOUND');
    return workflow;
  }

  async workflowOfCase(caseId: string): Promise<Workflow> {
    const workflow = await this.installation.engine.workflowOf(caseId);
    if (workflow === undefined) throw new HttpProblem('CASE_NOT_FOUND');
    return workflow;
  }

  /** A case, now or at a moment at which it was open. */
  async caseAt(caseId: string, moment?: CaseMoment): Promise<ReadCaseState> {
    const found = await this.installation.engine.caseAt(caseId, moment);
    if (found === undefined) throw new HttpProblem('CASE_NOT_FOUND');
    if (moment !== undefined && 'revision' in moment && moment.revision > found.revision) {
      throw invalidField('query.revision', 'too_big', `the case has revisions up to ${found.revision}`);
    }
    return found;
  }
}

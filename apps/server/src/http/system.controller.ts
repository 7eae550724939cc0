import { operations, type Operations, type SystemState } from '@safeconduct/contracts';
import { fingerprintOf, isSystem, keepers, systemReader, type ViewProgress } from '@safeconduct/engine';
import { instantOf } from '@safeconduct/workflow';
import { Controller, Inject } from '@nestjs/common';
import { release } from '../console/release.js';
import { JobRunner } from '../jobs/job-runner.js';
import { Metrics } from '../start/metrics.js';
import { metaOf } from './health.controller.js';
import { Lifecycle } from './lifecycle.js';
import { HttpProblem } from './problem.js';
import { Readiness } from './readiness.js';
import type { RequestWithReader } from './reading.js';
import { Parsed, Route } from './route.js';
import { servedToken, type Served } from './tokens.js';

const { getSystem } = operations;
const reader = systemReader('health');
const newestJobs = 200;
const startedAt = instantOf(Math.round(Date.now() - process.uptime() * 1000));

/** How the installation is, for its administrators. */
@Controller()
export class SystemController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(JobRunner) private readonly jobs: JobRunner,
  ) {}

  @Route(getSystem)
  async system(
    @Parsed(getSystem) { reader: asking }: RequestWithReader<Operations['getSystem']>,
  ): Promise<SystemState> {
    if (!isSystem(asking) && !keepers.some((role) => asking.actor.roles.includes(role)))
      throw new HttpProblem('NOT_PERMITTED', { requiredRoles: keepers });
    const { engine, about } = this.served;
    const { ready, progress } = await this.readiness.look();
    const { erasures, queue } = engine;
    const { values } = await this.metrics.feedReaders.get();
    return {
      ...{ status: ready.status, reason: ready.reason },
      ...{ ...metaOf(this.served), release, startedAt },
      hostTime: instantOf(Date.now()),
      hostZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      roles: [...about.roles],
      store: {
        ...about.store,
        head: progress === undefined ? null : String(progress.head),
        events: progress === undefined ? null : ((await engine.queries.eventCount(reader)) ?? null),
      },
      views: progress === undefined ? [] : viewStates(progress),
      jobs: await this.jobCounts(),
      feedReaders: values[0]?.value ?? 0,
      commandsUnderWay: queue.size,
      erasures: { finished: erasures.finished.length, unfinished: erasures.unfinished.length },
      workflows: this.workflows(),
    };
  }

  private async jobCounts(): Promise<SystemState['jobs']> {
    try {
      const { jobs } = await this.jobs.list({ state: undefined, before: undefined, limit: newestJobs });
      const inState = (state: string) => jobs.filter((job) => job.state === state).length;
      return { running: inState('running'), queued: inState('queued') };
    } catch (error) {
      this.lifecycle.met(error);
      return null;
    }
  }

  private workflows(): SystemState['workflows'] {
    const { engine, construction } = this.served;
    const stuck = this.lifecycle.cases?.stuck ?? [];
    return [...engine.register.values()].map((workflow) => ({
      workflow: workflow.name,
      version: workflow.version,
      fingerprint: fingerprintOf(workflow),
      underConstruction: construction.unfinished.has(workflow.name),
      stuck: stuck.filter((one) => one.workflow === workflow.name).length,
    }));
  }
}

const viewStates = ({ generations }: ViewProgress): SystemState['views'] =>
  generations.map(({ view, version, live, checkpoint, behind }) => ({
    ...{ view, version, isLive: live, position: String(checkpoint), behind: behind ?? null },
  }));

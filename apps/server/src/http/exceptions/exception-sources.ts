import type { Reader } from '@safeconduct/engine';
import { Inject, Injectable } from '@nestjs/common';
import { JobRunner } from '../../jobs/job-runner.js';
import { jobsSeenBy } from '../jobs/seen-jobs.js';
import { Lifecycle } from '../lifecycle.js';
import { Readiness } from '../readiness.js';
import { servedToken, type Served } from '../tokens.js';
import type { ExceptionSources } from './find-exceptions.js';

/** Where this server looks for exceptions. */
@Injectable()
export class ExceptionSourcesOf {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(JobRunner) private readonly jobs: JobRunner,
  ) {}

  async for(reader: Reader): Promise<ExceptionSources> {
    const { engine, people, clock, identity, about } = this.served;
    const { stuck: cases = [], foundAt = clock.now() } = this.lifecycle.cases ?? {};
    const isSeen = await jobsSeenBy(reader, identity);
    return {
      ...{ engine, directory: people.directory, settleMs: about.settleMs },
      stuck: { cases, foundAt },
      viewsStaleSince: await this.readiness.viewsStaleSince(),
      jobsToMend: (since) => this.jobs.toMend({ since, isSeen }),
    };
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import type { ErrorLog } from '../console/error-log.js';
import { JobRunner } from '../jobs/job-runner.js';
import type { Installation } from '../start/installation.js';
import { Authenticator } from '../sign-in/authenticator.js';
import type { Issuer } from '../sign-in/issuer.js';
import { Metrics } from '../start/metrics.js';
import type { Tracing } from '../start/tracing.js';
import type { ReachedThrough } from './adapter.js';
import { CaseFileController } from './cases/case-file.controller.js';
import { CaseListController } from './cases/case-list.controller.js';
import { CountsController } from './cases/counts.controller.js';
import { FacetsController } from './cases/facets.controller.js';
import { SearchController } from './cases/search.controller.js';
import { WorkloadController } from './cases/workload.controller.js';
import { ErasureController } from './cases/erasure.controller.js';
import { CommandsController } from './cases/commands.controller.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { AccessReportController } from './access-report.controller.js';
import { EmergencyController } from './emergency.controller.js';
import { ExceptionSourcesOf } from './exceptions/exception-sources.js';
import { ExceptionsController } from './exceptions/exceptions.controller.js';
import { FeedController } from './feed/feed.controller.js';
import { JobWatch } from './feed/job-watch.js';
import { LogTail } from './feed/log-tail.js';
import { HealthController } from './health.controller.js';
import { BulkController } from './jobs/bulk.controller.js';
import { JobsController } from './jobs/jobs.controller.js';
import { VerificationsController } from './jobs/verifications.controller.js';
import { AuditController } from './ledger/audit.controller.js';
import { AuditEntriesController } from './ledger/audit-entries.controller.js';
import { AuditFacetsController } from './ledger/audit-facets.controller.js';
import { ReportedFiguresController } from './ledger/reported-figures.controller.js';
import { ReadsController } from './ledger/reads.controller.js';
import { PeopleController } from './people.controller.js';
import { PopulationController } from './ledger/population.controller.js';
import { Lifecycle } from './lifecycle.js';
import type { HttpLimits } from './limits.js';
import { DocsController } from './openapi/docs.controller.js';
import { Lookup } from './lookup.js';
import { limitsToken, loggerToken, servedToken, type Served } from './tokens.js';
import { ProposalsController } from './proposals/proposals.controller.js';
import { Readiness } from './readiness.js';
import { SystemController } from './system.controller.js';
import { ViewsController } from './views/views.controller.js';
import { AccountController } from './sign-in/account.controller.js';
import { SignInPagesController } from './sign-in/pages.controller.js';
import { IssuerController } from './sign-in/issuer.controller.js';
import { ScreensController } from './screens/screens.controller.js';
import { SavedListsController } from './sign-in/saved-lists.controller.js';
import { SessionController } from './sign-in/session.controller.js';
import { RegistriesController } from './workflows/registries.controller.js';
import { WorkflowsController } from './workflows/workflows.controller.js';

/** The parts that the HTTP side is made from. */
export interface ServerParts {
  readonly installation: Installation;
  readonly limits: HttpLimits;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
  readonly metrics: Metrics;
  readonly jobs: JobRunner;
  readonly tracing: Tracing;
  readonly tls: ReachedThrough['tls'];
  /** Another server at which people sign in. */
  readonly issuer: Issuer | undefined;
}

/** Wires the HTTP side over an open installation. */
@Module({})
export class ServerModule {
  static over({
    installation,
    limits,
    logger,
    lifecycle,
    metrics,
    jobs,
    issuer,
  }: ServerParts): DynamicModule {
    const { engine } = installation;
    const served = servedOf(installation, issuer);
    return {
      module: ServerModule,
      controllers: [
        HealthController,
        SystemController,
        CommandsController,
        DraftsController,
        ProposalsController,
        CaseListController,
        SearchController,
        FacetsController,
        CountsController,
        WorkloadController,
        ExceptionsController,
        CaseFileController,
        ErasureController,
        WorkflowsController,
        RegistriesController,
        ViewsController,
        PopulationController,
        ReportedFiguresController,
        AuditController,
        AuditFacetsController,
        AuditEntriesController,
        ReadsController,
        EmergencyController,
        AccessReportController,
        SavedListsController,
        SessionController,
        AccountController,
        SignInPagesController,
        IssuerController,
        PeopleController,
        FeedController,
        JobsController,
        BulkController,
        VerificationsController,
        DocsController,
        ScreensController,
      ],
      providers: [
        Lookup,
        Readiness,
        ExceptionSourcesOf,
        { provide: servedToken, useValue: served },
        { provide: LogTail, useFactory: () => tailOf(engine, lifecycle.remembering(logger)) },
        { provide: JobWatch, inject: [LogTail], useFactory: (tail: LogTail) => watchOf(jobs, tail, logger) },
        { provide: Authenticator, useFactory: () => new Authenticator(installation) },
        { provide: limitsToken, useValue: limits },
        { provide: loggerToken, useValue: logger },
        { provide: Lifecycle, useValue: lifecycle },
        { provide: Metrics, useValue: metrics },
        { provide: JobRunner, useValue: jobs },
      ],
    };
  }
}

/** What of an installation is served. */
function servedOf(installation: Installation, issuer: Issuer | undefined): Served {
  const { engine, identity, people, emergency, figures, readHeads, prefixesOf, clock, clockProblem } =
    installation;
  const { construction, demonstration, logId, location } = installation;
  const { accounts, drafts, demonstrationAccounts, configuration } = installation;
  const { name, isDurable } = location;
  const { roles, settleMs, origin } = configuration;
  return {
    ...{ engine, identity, people, emergency, figures, readHeads, prefixesOf, clock, clockProblem },
    ...{ construction, demonstration, logId },
    about: { roles, store: { name, isDurable }, settleMs },
    ...{ accounts, drafts, demonstrationAccounts, reach: { origin } },
    ...(issuer && { issuer }),
  };
}

const tailOf = ({ queries }: Served['engine'], log: ErrorLog): LogTail =>
  new LogTail(queries, (error) => {
    log.error({ err: error }, 'the feed cannot read the log; it tries again soon');
  });

const watchOf = (jobs: JobRunner, tail: LogTail, log: Logger): JobWatch =>
  new JobWatch(
    jobs,
    () => {
      tail.wake();
    },
    (error) => {
      log.error({ err: error }, 'the feed cannot read the jobs; it tries again soon');
    },
  );

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { askForCase } from './api/ask-for-case.js';
import { isCaseId } from './components/case-id.js';
import { withLaterTexts } from './language/locale.js';
import { PageFailure, PageMissing, PageWaiting } from './shell/page-states.js';
import { Root } from './shell/root.js';
import { auditSearch } from './features/audit/audit-search.js';
import { caseSearch } from './features/case/case-search.js';
import { emergencySearch } from './features/emergency/emergency-search.js';
import { exceptionsSearch } from './features/exceptions/exceptions-search.js';
import { figuresSearch } from './features/insights/figures-search.js';
import { insightsSearch } from './features/insights/insights-search.js';
import { jobsSearch } from './features/jobs/jobs-search.js';
import { procedureSearch } from './features/procedure/procedure-search.js';
import { peopleSearch } from './features/people/people-search.js';
import { replaySearch } from './features/replay/replay-search.js';
import { workloadSearch } from './features/work/workload-search.js';
import { workSearch } from './features/work/work-search.js';

const root = createRootRoute({ component: Root, notFoundComponent: PageMissing });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/work" replace />,
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: workSearch,
  component: lazyRouteComponent(() => import('./features/work/worklist.js'), 'Worklist'),
});

const workload = createRoute({
  getParentRoute: () => root,
  path: '/workload',
  validateSearch: workloadSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/work/workload-page.js')),
    'WorkloadPage',
  ),
});

const exceptions = createRoute({
  getParentRoute: () => root,
  path: '/exceptions',
  validateSearch: exceptionsSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/exceptions/exceptions-page.js')),
    'ExceptionsPage',
  ),
});

const emergency = createRoute({
  getParentRoute: () => root,
  path: '/emergency',
  validateSearch: emergencySearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/emergency/emergency-page.js')),
    'EmergencyPage',
  ),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/drafts/drafts-page.js')),
    'DraftsPage',
  ),
});

const verification = createRoute({
  getParentRoute: () => root,
  path: '/verification',
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/verification/verification-page.js')),
    'VerificationPage',
  ),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/system/system-page.js')),
    'SystemPage',
  ),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/people/people-page.js')),
    'PeoplePage',
  ),
});

const onePerson = createRoute({
  getParentRoute: () => root,
  path: '/people/$person',
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/people/person-page.js')),
    'PersonPage',
  ),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  validateSearch: caseSearch,
  // A link that is pointed at loads the page ahead, not the case: who looks at a case is recorded.
  loader: ({ params, cause }) => {
    if (cause === 'enter' && isCaseId(params.caseId)) askForCase(params.caseId).catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('./features/case/case-page.js'), 'CasePage'),
});

const replay = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId/replay',
  validateSearch: replaySearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/replay/replay-page.js')),
    'ReplayPage',
  ),
});

const accessReport = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId/access-report',
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/case/access-report-page.js')),
    'AccessReportPage',
  ),
});

const insights = createRoute({
  getParentRoute: () => root,
  path: '/insights',
  validateSearch: insightsSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/insights/insights-page.js')),
    'InsightsPage',
  ),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: '/insights/figures',
  validateSearch: figuresSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/insights/figures-page.js')),
    'FiguresPage',
  ),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/audit/audit-page.js')),
    'AuditPage',
  ),
});

const procedure = createRoute({
  getParentRoute: () => root,
  path: '/procedure',
  validateSearch: procedureSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/procedure/procedure-page.js')),
    'ProcedurePage',
  ),
});

const intake = createRoute({
  getParentRoute: () => root,
  path: '/new',
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/intake/intake-page.js')),
    'IntakePage',
  ),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/confirmations',
  component: lazyRouteComponent(
    () => import('./features/confirm/confirmations-page.js'),
    'ConfirmationsPage',
  ),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: jobsSearch,
  component: lazyRouteComponent(
    () => withLaterTexts(() => import('./features/jobs/jobs-page.js')),
    'JobsPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    work,
    workload,
    exceptions,
    emergency,
    oneCase,
    replay,
    accessReport,
    intake,
    inbox,
    insights,
    figures,
    audit,
    jobs,
    drafts,
    procedure,
    people,
    onePerson,
    verification,
    system,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageWaiting,
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
  defaultViewTransition: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** What is searched for. It may be a name, and an address is kept by browsers and proxies, so it is no part of it. */
    text?: string;
  }
}

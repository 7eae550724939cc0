import {
  AuditEventFacets,
  AuditEventFacetsQuery,
  AuditEventPage,
  AuditEventQuery,
  InboxPage,
  InboxQuery,
  RefusalFacets,
  RefusalFacetsQuery,
  RefusalPage,
  RefusalQuery,
  RuleFacets,
  RuleFacetsQuery,
  RuleNotKeptPage,
  RuleNotKeptQuery,
} from '../audit.js';
import {
  AgesQuery,
  FlowsQuery,
  MovesQuery,
  Population,
  PopulationAges,
  PopulationFlows,
  PopulationMoves,
  PopulationQuery,
  PopulationSeries,
  SeriesQuery,
} from '../population.js';
import {
  apiBase,
  conditionalHeaders,
  etag,
  link,
  figureProblems,
  listProblems,
  none,
  noHeaders,
  operation,
} from './parts.js';

export const getPopulation = operation({
  id: 'getPopulation',
  method: 'GET',
  path: `${apiBase}/population`,
  tag: 'population',
  summary: 'The number of cases in each state, now or at a past moment',
  params: none,
  query: PopulationQuery,
  headers: conditionalHeaders,
  success: { status: 200, description: 'The ledger.', body: Population, headers: etag },
  problems: figureProblems,
});

export const getPopulationSeries = operation({
  id: 'getPopulationSeries',
  method: 'GET',
  path: `${apiBase}/population/series`,
  tag: 'population',
  summary: 'The ledger at the end of each day',
  params: none,
  query: SeriesQuery,
  headers: noHeaders,
  success: { status: 200, description: 'One entry a day.', body: PopulationSeries },
  problems: figureProblems,
});

export const getPopulationFlows = operation({
  id: 'getPopulationFlows',
  method: 'GET',
  path: `${apiBase}/population/flows`,
  tag: 'population',
  summary: 'How many went from where to where between two moments',
  params: none,
  query: FlowsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The flows, the largest first.', body: PopulationFlows },
  problems: figureProblems,
});

export const getPopulationAges = operation({
  id: 'getPopulationAges',
  method: 'GET',
  path: `${apiBase}/population/ages`,
  tag: 'population',
  summary: 'For how long the cases of each state have been in their innermost one, now or at a past moment',
  params: none,
  query: AgesQuery,
  headers: noHeaders,
  success: { status: 200, description: 'One entry a state.', body: PopulationAges },
  problems: figureProblems,
});

export const getPopulationMoves = operation({
  id: 'getPopulationMoves',
  method: 'GET',
  path: `${apiBase}/population/moves`,
  tag: 'population',
  summary: 'How often cases went from state to state in a period, and after how long',
  params: none,
  query: MovesQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The moves, the most frequent first.', body: PopulationMoves },
  problems: figureProblems,
});

export const listAuditEvents = operation({
  id: 'listAuditEvents',
  method: 'GET',
  path: `${apiBase}/audit/events`,
  tag: 'audit',
  summary: 'The log over all cases, with filters; no event data',
  params: none,
  query: AuditEventQuery,
  headers: conditionalHeaders,
  success: {
    status: 200,
    description: 'A page of events.',
    body: AuditEventPage,
    headers: { ...etag, ...link },
  },
  problems: listProblems,
});

export const listRefusals = operation({
  id: 'listRefusals',
  method: 'GET',
  path: `${apiBase}/audit/refusals`,
  tag: 'audit',
  summary: 'The commands that were refused, over all cases',
  params: none,
  query: RefusalQuery,
  headers: conditionalHeaders,
  success: {
    status: 200,
    description: 'A page of refusals.',
    body: RefusalPage,
    headers: { ...etag, ...link },
  },
  problems: listProblems,
});

export const listRulesNotKept = operation({
  id: 'listRulesNotKept',
  method: 'GET',
  path: `${apiBase}/audit/rules-not-kept`,
  tag: 'audit',
  summary: 'The rules that recorded events did not keep, over all cases',
  description: 'Of cases in which the reader may see the rules.',
  params: none,
  query: RuleNotKeptQuery,
  headers: conditionalHeaders,
  success: {
    status: 200,
    description: 'A page of rules, each with its event.',
    body: RuleNotKeptPage,
    headers: { ...etag, ...link },
  },
  problems: figureProblems,
});

export const getAuditEventFacets = operation({
  id: 'getAuditEventFacets',
  method: 'GET',
  path: `${apiBase}/audit/events/facets`,
  tag: 'audit',
  summary: 'What the log could be narrowed to, and how much there is of each day',
  description: 'The filters are those of the list.',
  params: none,
  query: AuditEventFacetsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The numbers.', body: AuditEventFacets },
  problems: listProblems,
});

export const getRefusalFacets = operation({
  id: 'getRefusalFacets',
  method: 'GET',
  path: `${apiBase}/audit/refusals/facets`,
  tag: 'audit',
  summary: 'What the refused commands could be narrowed to, and how many there are of each day',
  description: 'The filters are those of the list.',
  params: none,
  query: RefusalFacetsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The numbers.', body: RefusalFacets },
  problems: listProblems,
});

export const getRuleFacets = operation({
  id: 'getRuleFacets',
  method: 'GET',
  path: `${apiBase}/audit/rules-not-kept/facets`,
  tag: 'audit',
  summary: 'How often each rule was not kept, by whom and on which day',
  description: 'The filters are those of the list. Of cases in which the reader may see the rules.',
  params: none,
  query: RuleFacetsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The numbers.', body: RuleFacets },
  problems: figureProblems,
});

export const getInbox = operation({
  id: 'getInbox',
  method: 'GET',
  path: `${apiBase}/inbox`,
  tag: 'cases',
  summary:
    'What is due, the most urgent first; and the proposals that wait for the reader, or that they made',
  params: none,
  query: InboxQuery,
  headers: noHeaders,
  success: {
    status: 200,
    description: 'A page of deadlines that run; with the first one, proposals and emergency access.',
    body: InboxPage,
    headers: link,
  },
  problems: listProblems,
});

import { getCase, getCommands, getHistory, getReplay, listCases } from './cases.js';
import { openCase, sendCommand } from './commands.js';
import { getMeta, getMetrics, isLive, isReady } from './health.js';
import {
  getInbox,
  getPopulation,
  getPopulationFlows,
  getPopulationSeries,
  listAuditEvents,
  listRefusals,
} from './ledger.js';
import { changePerson, getPerson, getPersonHistory, getSession, listPeople } from './people.js';
import {
  confirmProposal,
  confirmProposals,
  getProposal,
  listCaseProposals,
  listProposals,
  rejectProposal,
  withdrawProposal,
} from './proposals.js';
import { listViewRows } from './views.js';
import { cancelJob, followFeed, getJob, getRejectedRows, listJobs, startImport } from './work.js';
import { getDiagramMermaid, getDiagramSvg, getWorkflow, listWorkflows } from './workflows.js';

/** Every operation of the API, by id. */
export const operations = {
  openCase,
  sendCommand,
  listCases,
  getCase,
  getHistory,
  getCommands,
  getReplay,
  getInbox,
  listProposals,
  listCaseProposals,
  getProposal,
  confirmProposal,
  rejectProposal,
  withdrawProposal,
  confirmProposals,
  listWorkflows,
  getWorkflow,
  getDiagramSvg,
  getDiagramMermaid,
  listViewRows,
  getPopulation,
  getPopulationSeries,
  getPopulationFlows,
  listAuditEvents,
  listRefusals,
  getSession,
  listPeople,
  getPerson,
  getPersonHistory,
  changePerson,
  followFeed,
  startImport,
  listJobs,
  getJob,
  getRejectedRows,
  cancelJob,
  isLive,
  isReady,
  getMeta,
  getMetrics,
} as const;

export type Operations = typeof operations;

import { Live, Ready } from '../health.js';
import { Meta } from '../meta.js';
import { SystemState } from '../system.js';
import { apiBase, none, noHeaders, operation } from './parts.js';

const plain = {
  method: 'GET',
  isPublic: true,
  tag: 'operation',
  params: none,
  query: none,
  headers: noHeaders,
  problems: [],
} as const;

export const isLive = operation({
  ...plain,
  id: 'isLive',
  path: '/health/live',
  summary: 'The process lives',
  success: { status: 200, description: 'It does.', body: Live },
});

export const isReady = operation({
  ...plain,
  id: 'isReady',
  path: '/health/ready',
  summary: 'The process can answer; 503 with the reason when it cannot',
  success: { status: 200, alsoStatus: 503, description: 'It can; with 503, why it cannot.', body: Ready },
});

export const getMetrics = operation({
  ...plain,
  id: 'getMetrics',
  path: '/metrics',
  summary: 'Figures for Prometheus',
  success: { status: 200, description: 'Text exposition format.', media: ['text/plain'] },
});

export const getMeta = operation({
  ...plain,
  id: 'getMeta',
  path: `${apiBase}/meta`,
  summary: 'Which data these are: the log, what its clock shows, whether they are a demonstration',
  success: { status: 200, description: 'The data.', body: Meta },
});

export const getSystem = operation({
  id: 'getSystem',
  method: 'GET',
  path: `${apiBase}/system`,
  tag: 'operation',
  summary: 'How this installation is: its store, views, jobs and workflows',
  description: 'For administrators. It answers also while the store does not, with what is known.',
  params: none,
  query: none,
  headers: noHeaders,
  success: { status: 200, description: 'The state.', body: SystemState },
  problems: ['NOT_PERMITTED'],
});

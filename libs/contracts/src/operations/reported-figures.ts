import { z } from 'zod';
import {
  FigureCorrection,
  FigureReport,
  FiguresQuery,
  FigureWithdrawal,
  ReportedFigure,
  ReportedFigurePage,
} from '../reported-figures.js';
import { apiBase, figureProblems, link, none, noHeaders, operation } from './parts.js';

const figureParams = z.strictObject({ figureId: z.uuid() });
const writes = {
  method: 'POST',
  tag: 'reported figures',
  query: none,
  headers: noHeaders,
  isCommand: true,
} as const;
const example = {
  source: 'An agency',
  published: '2024-12-20',
  speaksOf: '2024-12-19',
  quote: '1,905 were handed over at the crossing.',
  figure: 1905,
  relation: 'exactly',
  counts: { event: 'ReturnCrossingConfirmed', since: '2024-12-19' },
} as const;
const commandProblems = [
  ...figureProblems,
  'COMMAND_INVALID',
  'NOT_PERMITTED',
  'MEDIA_TYPE_UNSUPPORTED',
] as const;

export const listReportedFigures = operation({
  id: 'listReportedFigures',
  method: 'GET',
  path: `${apiBase}/reported-figures`,
  tag: 'reported figures',
  summary: 'Figures that others stated, each compared with the ledger',
  description: 'The newest record first. Whoever gets figures of the workflow reads them.',
  params: none,
  query: FiguresQuery,
  headers: noHeaders,
  success: { status: 200, description: 'A page of figures.', body: ReportedFigurePage, headers: link },
  problems: figureProblems,
});

export const getReportedFigure = operation({
  id: 'getReportedFigure',
  method: 'GET',
  path: `${apiBase}/reported-figures/{figureId}`,
  tag: 'reported figures',
  summary: 'One figure that others stated, compared with the ledger',
  params: figureParams,
  query: none,
  headers: noHeaders,
  success: { status: 200, description: 'The figure.', body: ReportedFigure },
  problems: [...figureProblems, 'FIGURE_NOT_FOUND'],
});

export const reportFigure = operation({
  ...writes,
  id: 'reportFigure',
  path: `${apiBase}/reported-figures`,
  summary: 'Record a figure that somebody outside stated',
  description:
    'A fact that is never changed; it can be corrected or withdrawn by a further one. A figure that stands and says the same ' +
    'in every field is answered with 200, and nothing is recorded.',
  params: none,
  body: FigureReport,
  example,
  success: { status: 201, alsoStatus: 200, description: 'The figure.', body: ReportedFigure },
  problems: commandProblems,
});

export const correctFigure = operation({
  ...writes,
  id: 'correctFigure',
  path: `${apiBase}/reported-figures/{figureId}/correction`,
  summary: 'Correct the record of a figure; what stood before stays on record',
  params: figureParams,
  body: FigureCorrection,
  example: { figure: { ...example, figure: 1906 }, reason: 'Read wrongly from the page.' },
  success: { status: 200, description: 'The figure.', body: ReportedFigure },
  problems: [...commandProblems, 'FIGURE_NOT_FOUND', 'FIGURE_WITHDRAWN'],
});

export const withdrawFigure = operation({
  ...writes,
  id: 'withdrawFigure',
  path: `${apiBase}/reported-figures/{figureId}/withdrawal`,
  summary: 'Withdraw a figure; it stays on record',
  params: figureParams,
  body: FigureWithdrawal,
  example: { reason: 'The agency took it back.' },
  success: { status: 200, description: 'The figure.', body: ReportedFigure },
  problems: [...commandProblems, 'FIGURE_NOT_FOUND', 'FIGURE_WITHDRAWN'],
});

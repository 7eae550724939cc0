import { ReadEntryPage, ReadEntryQuery } from '../reads.js';
import { AccessReport } from '../access-report.js';
import { apiBase, caseParams, link, none, noHeaders, operation } from './parts.js';

export const listReads = operation({
  id: 'listReads',
  method: 'GET',
  path: `${apiBase}/audit/reads`,
  tag: 'audit',
  summary: 'Who read what: the log of reads',
  description:
    'All of it, the reads of one unit, those of one case, or their own: by the permission matrix of the workflow. ' +
    'Reading it is entered as well.',
  params: none,
  query: ReadEntryQuery,
  headers: noHeaders,
  success: { status: 200, description: 'A page of entries.', body: ReadEntryPage, headers: link },
  problems: ['READ_NOT_PERMITTED'],
});

const ofReport = {
  method: 'GET',
  tag: 'audit',
  description:
    'For a request of the person (purpose `subjectRequest`) and for their counsel. Whoever dealt with the case stands in it ' +
    'by a sign and their role.',
  params: caseParams,
  query: none,
  headers: noHeaders,
  problems: ['CASE_NOT_FOUND', 'READ_NOT_PERMITTED'],
} as const;

export const getAccessReport = operation({
  ...ofReport,
  id: 'getAccessReport',
  path: `${apiBase}/cases/{caseId}/access-report`,
  summary: 'What the person of a case may know: who read it, who decided, under which rules',
  success: { status: 200, description: 'The report.', body: AccessReport },
});

export const getAccessReportPage = operation({
  ...ofReport,
  id: 'getAccessReportPage',
  path: `${apiBase}/cases/{caseId}/access-report.html`,
  summary: 'The same as a page to be printed, in the language of the request',
  success: { status: 200, description: 'The page.', media: ['text/html'] },
});

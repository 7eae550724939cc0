import { AuditEntryPage, AuditEntryQuery, EntryFacets, EntryFacetsQuery } from '../audit-entries.js';
import { ReadEntryPage, ReadEntryQuery, ReadFacets, ReadFacetsQuery } from '../reads.js';
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

export const getReadFacets = operation({
  id: 'getReadFacets',
  method: 'GET',
  path: `${apiBase}/audit/reads/facets`,
  tag: 'audit',
  summary: 'What the log of reads could be narrowed to, and how much was looked at on each day',
  description: 'The filters are those of the list, and so is who may ask.',
  params: none,
  query: ReadFacetsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The numbers.', body: ReadFacets },
  problems: ['READ_NOT_PERMITTED'],
});

export const listAuditEntries = operation({
  id: 'listAuditEntries',
  method: 'GET',
  path: `${apiBase}/audit/entries`,
  tag: 'audit',
  summary: 'All that is on record as one list: what was recorded, refused and looked at',
  description:
    'Each kind as its own list shows it to the reader; a kind that they may not see is named in `missing`. In the order of the ' +
    'moments at which it was known; of one moment by position, then what was looked at by its number.',
  params: none,
  query: AuditEntryQuery,
  headers: noHeaders,
  success: { status: 200, description: 'A page of entries.', body: AuditEntryPage, headers: link },
  problems: ['WORKFLOW_NOT_FOUND', 'VIEW_BEHIND', 'READ_NOT_PERMITTED'],
});

export const getEntryFacets = operation({
  id: 'getEntryFacets',
  method: 'GET',
  path: `${apiBase}/audit/entries/facets`,
  tag: 'audit',
  summary: 'How much of all that is on record there is of each kind, of each person and of each day',
  description: 'The filters are those of the list.',
  params: none,
  query: EntryFacetsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The numbers.', body: EntryFacets },
  problems: ['WORKFLOW_NOT_FOUND', 'VIEW_BEHIND', 'READ_NOT_PERMITTED'],
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

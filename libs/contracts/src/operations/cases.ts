import { z } from 'zod';
import { CaseFacets, CaseFacetsQuery, CaseListQuery, CasePage, CaseSearchRequest } from '../case-lists.js';
import { atCaseMoment, CaseFile, CaseReplay, HistoryPage } from '../cases.js';
import { CaseCommands } from '../commands.js';
import { Counts, CountsQuery } from '../counts.js';
import { ExceptionList, ExceptionsQuery } from '../exceptions.js';
import { Workload, WorkloadQuery } from '../workload.js';
import { ErasureCertificate } from '../erasures.js';
import { DuplicatesFound, DuplicatesRequest, SearchFound, SearchRequest } from '../search.js';
import { AskedPerson, CaseId, Cursor, Limit, listOf, Name, Reference } from '../scalars.js';
import {
  apiBase,
  caseParams,
  caseProblems,
  conditionalHeaders,
  etag,
  link,
  listProblems,
  noHeaders,
  none,
  operation,
} from './parts.js';

export const listCases = operation({
  id: 'listCases',
  method: 'GET',
  path: `${apiBase}/cases`,
  tag: 'cases',
  summary: 'The list of cases, now or at a past moment',
  params: z.strictObject({}),
  query: CaseListQuery,
  headers: conditionalHeaders,
  success: {
    status: 200,
    description: 'A page of cases.',
    body: CasePage,
    headers: { ...etag, ...link },
  },
  problems: [...listProblems, 'READ_NOT_PERMITTED'],
});

export const searchCases = operation({
  id: 'searchCases',
  method: 'POST',
  onlyReads: true,
  path: `${apiBase}/case-search`,
  tag: 'cases',
  summary: 'The cases that are found by a name, a year of birth, or the number of a document',
  description:
    'Reads, and changes nothing. The parameters are those of the list; the text is in the body, because what is in an ' +
    'address is kept by browsers and proxies. The next page is asked for with the same body.',
  params: z.strictObject({}),
  query: CaseListQuery.omit({ q: true }),
  headers: noHeaders,
  body: CaseSearchRequest,
  example: { text: 'Mohammed 1985' },
  success: { status: 200, description: 'A page of cases.', body: CasePage, headers: link },
  problems: [...listProblems, 'READ_NOT_PERMITTED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const search = operation({
  id: 'search',
  method: 'POST',
  onlyReads: true,
  path: `${apiBase}/search`,
  tag: 'cases',
  summary: 'The cases and the people that fit a text best',
  description:
    'Reads, and changes nothing. First a whole reference, then the number that one ends in (`57`), then the beginning of ' +
    'one; then names: all of the name in its order, all words, beginnings of words; then years of birth and numbers of ' +
    'documents. Those that fit alike: open ones first, then those in which something was recorded last. The text is in ' +
    'the body, because what is in an address is kept by browsers and proxies.',
  params: z.strictObject({}),
  query: none,
  headers: noHeaders,
  body: SearchRequest,
  example: { text: 'Mohammed', limit: 10 },
  success: { status: 200, description: 'What was found.', body: SearchFound },
  problems: ['MEDIA_TYPE_UNSUPPORTED'],
});

export const findDuplicates = operation({
  id: 'findDuplicates',
  method: 'POST',
  onlyReads: true,
  path: `${apiBase}/case-duplicates`,
  tag: 'cases',
  summary: 'The cases that may be of the person whom a new case is about',
  description:
    'Reads, and changes nothing. A workflow declares which fields of its opening command are compared; its natural key is ' +
    'compared always. At most ten cases that the reader may find by a name, the likeliest first. Of cases that the reader ' +
    'may not find nothing is said, neither whether there are any.',
  params: z.strictObject({}),
  query: none,
  headers: noHeaders,
  body: DuplicatesRequest,
  example: { workflow: 'officer-case', data: { nameLatin: 'Mohammed al-Faris', birthDate: '1985' } },
  success: { status: 200, description: 'The cases.', body: DuplicatesFound },
  problems: ['WORKFLOW_NOT_FOUND', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const getCaseFacets = operation({
  id: 'getCaseFacets',
  method: 'GET',
  path: `${apiBase}/cases/facets`,
  tag: 'cases',
  summary: 'What the list of cases could be narrowed to',
  description: 'The filters are those of the list.',
  params: z.strictObject({}),
  query: CaseFacetsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The numbers.', body: CaseFacets },
  problems: listProblems,
});

export const searchCaseFacets = operation({
  id: 'searchCaseFacets',
  method: 'POST',
  onlyReads: true,
  path: `${apiBase}/case-search/facets`,
  tag: 'cases',
  summary: 'What the cases that are found by a text could be narrowed to',
  description: 'Reads, and changes nothing. The text and the parameters are those of the search.',
  params: z.strictObject({}),
  query: CaseFacetsQuery.omit({ q: true }),
  headers: noHeaders,
  body: CaseSearchRequest,
  example: { text: 'Mohammed 1985' },
  success: { status: 200, description: 'The numbers.', body: CaseFacets },
  problems: [...listProblems, 'READ_NOT_PERMITTED', 'MEDIA_TYPE_UNSUPPORTED'],
});

export const getCounts = operation({
  id: 'getCounts',
  method: 'GET',
  path: `${apiBase}/counts`,
  tag: 'cases',
  summary: 'How many cases there are for whoever asks',
  description: 'The numbers beside the lists, in one answer.',
  params: z.strictObject({}),
  query: CountsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The numbers.', body: Counts },
  problems: listProblems,
});

export const getWorkload = operation({
  id: 'getWorkload',
  method: 'GET',
  path: `${apiBase}/workload`,
  tag: 'cases',
  summary: 'How much open work each officer has, and how much lies with nobody',
  description: 'The filters are those of the list.',
  params: z.strictObject({}),
  query: WorkloadQuery,
  headers: noHeaders,
  success: { status: 200, description: 'The officers.', body: Workload },
  problems: listProblems,
});

export const listExceptions = operation({
  id: 'listExceptions',
  method: 'GET',
  path: `${apiBase}/exceptions`,
  tag: 'cases',
  summary: 'What does not go on by itself, and what can be done about it',
  params: z.strictObject({}),
  query: ExceptionsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'By kind, the most pressing first.', body: ExceptionList },
  problems: listProblems,
});

export const getCase = operation({
  id: 'getCase',
  method: 'GET',
  path: `${apiBase}/cases/{caseId}`,
  tag: 'cases',
  summary: 'A case, now or at a past moment',
  params: caseParams,
  query: z.strictObject(atCaseMoment),
  headers: conditionalHeaders,
  success: {
    status: 200,
    description: 'The case.',
    body: CaseFile,
    headers: { ETag: 'The revision and a hash of the answer, for `If-Match` and `If-None-Match`.' },
  },
  problems: caseProblems,
});

export const findCaseByReference = operation({
  id: 'findCaseByReference',
  method: 'GET',
  path: `${apiBase}/cases/by-reference/{reference}`,
  tag: 'cases',
  summary: 'Leads to the case with a reference',
  description:
    'A case whose reference the reader does not see is answered as one that does not exist. Capitals, dashes of any kind ' +
    'and the script of digits make no difference.',
  params: z.strictObject({ reference: Reference }),
  query: z.strictObject({
    workflow: Name.optional().meta({
      description: 'Where several workflows have a case of this reference: which one is meant.',
    }),
  }),
  headers: noHeaders,
  success: {
    status: 303,
    description: 'Where the case is. Clients that follow it have the answer of `GET …/cases/{caseId}`.',
    body: z.strictObject({ caseId: CaseId }),
    headers: { Location: 'The address of the case.' },
  },
  problems: ['CASE_NOT_FOUND', 'WORKFLOW_NOT_FOUND'],
});

const eventTypesMax = 100;

export const getHistory = operation({
  id: 'getHistory',
  method: 'GET',
  path: `${apiBase}/cases/{caseId}/history`,
  tag: 'cases',
  summary: 'The events of a case, in the order in which they were recorded, or the newest first',
  params: caseParams,
  query: z.strictObject({
    ...atCaseMoment,
    order: z
      .enum(['oldest', 'newest'])
      .default('oldest')
      .meta({ description: 'Which event comes first. The pages go on in that order.' }),
    type: listOf(Name, eventTypesMax)
      .optional()
      .meta({
        description: 'Only events of these types, separated by commas.',
        examples: ['ReturnCleared'],
      }),
    limit: Limit,
    cursor: Cursor.optional(),
  }),
  headers: conditionalHeaders,
  success: {
    status: 200,
    description: 'A page of events.',
    body: HistoryPage,
    headers: { ...etag, ...link },
  },
  problems: caseProblems,
});

export const getCommands = operation({
  id: 'getCommands',
  method: 'GET',
  path: `${apiBase}/cases/{caseId}/commands`,
  tag: 'cases',
  summary: 'Every command of the case: open, or why not, its rules and its form',
  description:
    'Rules that read the form are asked when it is sent. The forms are those of `GET …/workflows/{workflow}`, which can be ' +
    'kept: `forms=none` leaves them out.',
  params: caseParams,
  query: z.strictObject({
    ...atCaseMoment,
    actor: AskedPerson.optional().meta({ description: 'For whom; else for who asks.' }),
    forms: z.enum(['all', 'none']).default('all').meta({ description: '`none`: without the forms.' }),
  }),
  headers: noHeaders,
  success: {
    status: 200,
    description: 'The commands.',
    body: CaseCommands,
    headers: { ETag: 'The revision and a hash of the answer, for `If-Match`.' },
  },
  problems: caseProblems,
});

export const getReplay = operation({
  id: 'getReplay',
  method: 'GET',
  path: `${apiBase}/cases/{caseId}/replay`,
  tag: 'cases',
  summary: 'The states the events of a case fold to, beside what was recorded',
  description:
    'Folds anew through the state machine. `diverged` says whether it arrived elsewhere, up to the last step of ' +
    'this page: the whole case is compared when `next` is null.',
  params: caseParams,
  query: z.strictObject({ ...atCaseMoment, limit: Limit, cursor: Cursor.optional() }),
  headers: noHeaders,
  success: { status: 200, description: 'A page of steps.', body: CaseReplay, headers: link },
  problems: caseProblems,
});

export const getErasure = operation({
  id: 'getErasure',
  method: 'GET',
  path: `${apiBase}/cases/{caseId}/erasure`,
  tag: 'cases',
  summary: "The certificate of the erasure of a case's person",
  description:
    'Says what was destroyed, when, by whom and on what ground, and how to verify it. For everybody who sees the case.',
  params: caseParams,
  query: z.strictObject({}),
  headers: noHeaders,
  success: { status: 200, description: 'The certificate.', body: ErasureCertificate },
  problems: ['CASE_NOT_FOUND', 'ERASURE_NOT_FOUND', 'HISTORY_DIVERGED'],
});

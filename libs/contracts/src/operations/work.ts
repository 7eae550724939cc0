import { z } from 'zod';
import { BulkForeseen, BulkHeaders, bulkCasesMax, BulkRequest, JobItemPage, JobItemsQuery } from '../bulk.js';
import { SendQuery } from '../commands.js';
import { FeedHeaders, FeedQuery } from '../feed.js';
import { ImportHeaders, ImportQuery, Job, JobId, JobListQuery, JobPage } from '../jobs.js';
import { Name } from '../scalars.js';
import { apiBase, link, none, noHeaders, operation } from './parts.js';

const jsonLine =
  '{"command":"TransferFacility","registrationNo":"QAIM-2024-00004","by":"sup-01","data":{"facility":"RUTBA","orderNo":"TO-17"}}\n';
const jobParams = z.strictObject({ jobId: JobId });

export const followFeed = operation({
  id: 'followFeed',
  method: 'GET',
  path: `${apiBase}/feed`,
  tag: 'feed',
  summary: 'What happens, as it is recorded: server-sent events',
  description:
    '`event: recorded` has its position as `id` and a FeedEvent as `data`: in order, without a gap, of cases that ' +
    'the reader sees. `event: proposal` (FeedProposal) stands among them, and `event: erased` ' +
    '(FeedErased) where the person of such a case is erased, of whichever workflow. `event: job` (FeedJob) has no `id`. ' +
    '`event: pulse` (FeedPulse) comes every few seconds, with the position as `id`. `event: log` comes first and ' +
    'names the log; if that is not the name a reader knows, the log was restored from a copy and gives positions ' +
    'again, so begin at 0. What a browser could not read as an error is an event too: `reset` (FeedReset) where ' +
    'the log ends before the position that was asked for, `busy` (FeedBusy) where too many readers follow, ' +
    '`signedOut` where the session has ended or the rights have changed. A reader that is too slow is dropped and ' +
    'goes on where it was with `Last-Event-ID`.',
  params: none,
  query: FeedQuery,
  headers: FeedHeaders,
  success: { status: 200, description: 'A stream that does not end.', media: ['text/event-stream'] },
  problems: ['WORKFLOW_NOT_FOUND'],
});

export const startImport = operation({
  id: 'startImport',
  method: 'POST',
  path: `${apiBase}/imports`,
  tag: 'jobs',
  summary: 'Send recorded commands in bulk, as a job',
  description: 'The body is the file itself. The same file again records nothing twice.',
  params: none,
  query: ImportQuery,
  headers: ImportHeaders,
  streams: {
    'text/csv': 'registrationNo,by,facility,orderNo\nQAIM-2024-00004,sup-01,RUTBA,TO-17\n',
    'application/jsonl': jsonLine,
    'application/x-ndjson': jsonLine,
  },
  success: { status: 202, description: 'The job is queued.', body: Job, headers: { Location: 'The job.' } },
  problems: ['WORKFLOW_NOT_FOUND', 'UNKNOWN_COMMAND', 'MEDIA_TYPE_UNSUPPORTED'],
});

const exampleOfBulk: z.input<typeof BulkRequest> = {
  data: { officer: 'co-02' },
  cases: [{ caseId: 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10', expectedRevision: '7' }],
};

export const startBulk = operation({
  id: 'startBulk',
  method: 'POST',
  path: `${apiBase}/workflows/{workflow}/commands/{command}/bulk`,
  tag: 'jobs',
  summary: 'Send one command to many cases, as a job',
  description:
    `For commands that the workflow declares so (\`inBulk\`), and at most ${bulkCasesMax} cases. Each case is decided by itself, ` +
    'in the name and with the rights of the sender, when its turn comes: one that is refused stops no other. The same ' +
    '`Idempotency-Key` with the same content is one job. With `dryRun=true` it is told, case by case, whether the ' +
    'command would be taken now, and nothing is recorded. A case that the sender does not see is answered as one that ' +
    'does not exist.',
  params: z.strictObject({ workflow: Name, command: Name }),
  query: SendQuery,
  headers: BulkHeaders,
  body: BulkRequest,
  example: exampleOfBulk,
  success: {
    status: 202,
    description: 'The job is queued.',
    body: Job,
    headers: {
      Location: 'The job.',
      'Idempotency-Replayed': '`true` when the job had been started before under the same key.',
    },
  },
  foreseen: BulkForeseen,
  problems: [
    'WORKFLOW_NOT_FOUND',
    'UNKNOWN_COMMAND',
    'COMMAND_NOT_IN_BULK',
    'COMMAND_INVALID',
    'NOT_PERMITTED',
    'BULK_TOO_MANY',
    'BULK_NO_CASES',
    'COMMAND_ID_REUSED',
    'MEDIA_TYPE_UNSUPPORTED',
    'HISTORY_DIVERGED',
  ],
});

export const listJobItems = operation({
  id: 'listJobItems',
  method: 'GET',
  path: `${apiBase}/jobs/{jobId}/items`,
  tag: 'jobs',
  summary: 'What became of each case of a job that sends one command to many',
  description:
    'In the order in which the cases were named. It is kept as long as rejected rows are, and goes earlier when a person ' +
    'is erased.',
  params: jobParams,
  query: JobItemsQuery,
  headers: noHeaders,
  success: { status: 200, description: 'A page of cases.', body: JobItemPage, headers: link },
  problems: ['JOB_NOT_FOUND', 'JOB_ITEMS_GONE'],
});

export const repeatJob = operation({
  id: 'repeatJob',
  method: 'POST',
  path: `${apiBase}/jobs/{jobId}/again`,
  tag: 'jobs',
  summary: 'Send the command again to the cases of a job that were refused, or never sent',
  description:
    'A job of its own, in the name of whoever asks for it. An expected revision is not asked for again. The same ' +
    '`Idempotency-Key` is one job.',
  params: jobParams,
  query: none,
  headers: BulkHeaders,
  success: {
    status: 202,
    description: 'The new job is queued.',
    body: Job,
    headers: {
      Location: 'The new job.',
      'Idempotency-Replayed': '`true` when the job had been started before under the same key.',
    },
  },
  problems: [
    'JOB_NOT_FOUND',
    'JOB_NOT_ENDED',
    'JOB_NOTHING_LEFT',
    'JOB_ITEMS_GONE',
    'WORKFLOW_NOT_FOUND',
    'UNKNOWN_COMMAND',
    'COMMAND_NOT_IN_BULK',
    'COMMAND_INVALID',
    'NOT_PERMITTED',
    'COMMAND_ID_REUSED',
  ],
});

export const listJobs = operation({
  id: 'listJobs',
  method: 'GET',
  path: `${apiBase}/jobs`,
  tag: 'jobs',
  summary: 'The jobs that one started, the newest first; for administrators and importers, all jobs',
  params: none,
  query: JobListQuery,
  headers: noHeaders,
  success: { status: 200, description: 'A page of jobs.', body: JobPage, headers: link },
  problems: [],
});

export const getJob = operation({
  id: 'getJob',
  method: 'GET',
  path: `${apiBase}/jobs/{jobId}`,
  tag: 'jobs',
  summary: 'A job and its progress',
  params: jobParams,
  query: none,
  headers: noHeaders,
  success: { status: 200, description: 'The job.', body: Job },
  problems: ['JOB_NOT_FOUND'],
});

export const getRejectedRows = operation({
  id: 'getRejectedRows',
  method: 'GET',
  path: `${apiBase}/jobs/{jobId}/rejected.csv`,
  tag: 'jobs',
  summary: 'The rejected rows of an import, with line, code and reason',
  params: jobParams,
  query: none,
  headers: noHeaders,
  success: {
    status: 200,
    description: 'A CSV file; mended, it can be imported as it is.',
    media: ['text/csv'],
  },
  problems: ['JOB_NOT_FOUND'],
});

export const cancelJob = operation({
  id: 'cancelJob',
  method: 'DELETE',
  path: `${apiBase}/jobs/{jobId}`,
  tag: 'jobs',
  summary: 'Cancel a job; what it has recorded stays',
  params: jobParams,
  query: none,
  headers: ImportHeaders,
  success: { status: 202, description: 'It ends in a moment.', body: Job },
  problems: ['JOB_NOT_FOUND', 'JOB_FINISHED'],
});

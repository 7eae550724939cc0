import { ImportHeaders, JobId } from '../jobs.js';
import { z } from 'zod';
import {
  Verification,
  VerificationListQuery,
  VerificationPage,
  VerificationProblems,
} from '../verifications.js';
import { apiBase, link, none, noHeaders, operation } from './parts.js';

const tag = 'verification';
const verificationParams = z.strictObject({ jobId: JobId });

export const startVerification = operation({
  id: 'startVerification',
  method: 'POST',
  path: `${apiBase}/verifications`,
  tag,
  summary: 'Check the whole log, its views and the log of reads, as a job',
  description:
    'For roles that read the whole log of reads, and for administrators. There is one at a time: while one has not ' +
    'ended, it is the answer. It goes on after a restart of the server, from the beginning.',
  params: none,
  query: none,
  headers: ImportHeaders,
  success: {
    status: 202,
    description: 'It is queued, or one that has not ended.',
    body: Verification,
    headers: { Location: 'The verification.' },
  },
  problems: ['NOT_PERMITTED'],
});

export const listVerifications = operation({
  id: 'listVerifications',
  method: 'GET',
  path: `${apiBase}/verifications`,
  tag,
  summary: 'The checks of the log, the newest first',
  params: none,
  query: VerificationListQuery,
  headers: noHeaders,
  success: { status: 200, description: 'A page of them.', body: VerificationPage, headers: link },
  problems: ['NOT_PERMITTED'],
});

export const getVerification = operation({
  id: 'getVerification',
  method: 'GET',
  path: `${apiBase}/verifications/{jobId}`,
  tag,
  summary: 'A check of the log and its progress',
  params: verificationParams,
  query: none,
  headers: noHeaders,
  success: { status: 200, description: 'The verification.', body: Verification },
  problems: ['JOB_NOT_FOUND', 'NOT_PERMITTED'],
});

export const listVerificationProblems = operation({
  id: 'listVerificationProblems',
  method: 'GET',
  path: `${apiBase}/verifications/{jobId}/problems`,
  tag,
  summary: 'What a check of the log found, in the order of the log',
  params: verificationParams,
  query: none,
  headers: noHeaders,
  success: { status: 200, description: 'The problems.', body: VerificationProblems },
  problems: ['JOB_NOT_FOUND', 'NOT_PERMITTED'],
});

export const cancelVerification = operation({
  id: 'cancelVerification',
  method: 'DELETE',
  path: `${apiBase}/verifications/{jobId}`,
  tag,
  summary: 'Cancel a check of the log',
  params: verificationParams,
  query: none,
  headers: ImportHeaders,
  success: { status: 202, description: 'It ends in a moment.', body: Verification },
  problems: ['JOB_NOT_FOUND', 'JOB_FINISHED', 'NOT_PERMITTED'],
});

import { z } from 'zod';
import {
  Draft,
  DraftHead,
  DraftList,
  draftKeptDays,
  draftsMax,
  DraftToKeep,
  DraftVersion,
} from '../drafts.js';
import { CaseId, Name } from '../scalars.js';
import { apiBase, caseParams, none, noHeaders, operation } from './parts.js';

const shared = { tag: 'drafts', headers: noHeaders, isOfPeople: true } as const;
const path = `${apiBase}/cases/{caseId}/drafts/{command}`;
const params = z.strictObject({ ...caseParams.shape, command: Name });

export const listDrafts = operation({
  ...shared,
  id: 'listDrafts',
  method: 'GET',
  path: `${apiBase}/drafts`,
  summary: 'What one has begun to type and not sent: for which command of which case, not what',
  description: 'One’s own drafts alone. Nobody gets those of another person, whatever their role.',
  params: none,
  query: z.strictObject({ caseId: CaseId.optional().meta({ description: 'Only those of this case.' }) }),
  success: { status: 200, description: 'The drafts, the one kept last first.', body: DraftList },
  problems: ['CASE_NOT_FOUND'],
});

export const getDraft = operation({
  ...shared,
  id: 'getDraft',
  method: 'GET',
  path,
  summary: 'One’s own draft of a command of a case',
  params,
  query: none,
  success: { status: 200, description: 'The draft.', body: Draft },
  problems: ['CASE_NOT_FOUND', 'UNKNOWN_COMMAND', 'NOT_PERMITTED', 'DRAFT_NOT_FOUND'],
});

export const keepDraft = operation({
  ...shared,
  id: 'keepDraft',
  method: 'POST',
  path,
  summary: 'Keep what is typed so far for a command of a case',
  description:
    'For people, of a case that they see and a command that they may send. It is sealed with the keys of the person of the ' +
    `case, goes ${draftKeptDays} days after it was kept last, and one person has ${draftsMax} at the most. It is not checked: ` +
    'that is done when the command is sent. What is too long for any command, or has characters that disguise a text, is not ' +
    'kept. `version` is the one that it replaces, so that two devices do not overwrite each other.',
  params,
  query: none,
  body: DraftToKeep,
  example: {
    version: '0',
    content: {
      answers: { facility: 'RUTBA' },
      ...{ occurredAt: '', onBehalfOf: '', revision: '7', key: '0d9bd3f2-6a3b-4f0e-9a3e-1f6f2f9f6a11' },
    },
  },
  success: { status: 200, description: 'It is kept.', body: DraftHead },
  problems: [
    'CASE_NOT_FOUND',
    'UNKNOWN_COMMAND',
    'NOT_PERMITTED',
    'DRAFT_CHANGED',
    'DRAFTS_TOO_MANY',
    'SUBJECT_ERASED',
    'MEDIA_TYPE_UNSUPPORTED',
  ],
});

export const removeDraft = operation({
  ...shared,
  id: 'removeDraft',
  method: 'DELETE',
  path,
  summary: 'Throw one’s own draft away',
  description:
    'Also of a case that one does not see any more, and of a command that one may not send any more.',
  params,
  query: z.strictObject({
    version: DraftVersion.meta({ description: 'The version that is meant. Another one is DRAFT_CHANGED.' }),
  }),
  success: { status: 204, description: 'It is gone.' },
  problems: ['DRAFT_NOT_FOUND', 'DRAFT_CHANGED'],
});

import { z } from 'zod';
import { where } from './cases.js';
import { CommandAccepted, WhyNot } from './commands.js';
import { Problem } from './problem-schema.js';
import { CaseId, Cursor, Instant, Limit, Name, Position, Revision } from './scalars.js';

const statuses = ['open', 'confirmed', 'rejected', 'withdrawn', 'expired'] as const;
const confirmationsMax = 100;
const reasonCharactersMax = 2000;

/** Id of a proposal: a UUID derived from its case and the id of its command. */
export const ProposalId = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be the id of a proposal')
  .meta({ id: 'ProposalId', format: 'uuid', examples: ['0b7c1d2e-3f40-8a51-9b62-7c8d9e0f1a2b'] });

/** The hash that a confirmation names. */
export const ContentHash = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'must be the contentHash of the proposal')
  .meta({
    id: 'ContentHash',
    description: 'Keyed hash of exactly what is confirmed, in base64url.',
    examples: ['q1Yw0nVQ0m3j5sJb7pXr2kT9uLzA4cE6gI8fD1hN0oM'],
  });

export const ProposalStatus = z.enum(statuses).meta({ id: 'ProposalStatus' });

const confirmedBy = z.array(z.string()).meta({ description: 'The roles of which one may confirm.' });

const named = { proposalId: ProposalId, caseId: CaseId, workflow: z.string(), command: z.string() };

export const ProposalMade = z
  .strictObject({
    ...named,
    contentHash: ContentHash,
    expiresAt: Instant.meta({ description: 'From then on it cannot be confirmed.' }),
    status: ProposalStatus,
    confirmedBy,
    position: Position,
  })
  .meta({
    id: 'ProposalMade',
    description: 'A step that waits for its second person. Durable when this answer arrives.',
  });
export type ProposalMade = z.infer<typeof ProposalMade>;

const summary = {
  ...named,
  reference: z.string().nullable().meta({ description: 'Of the case; null where it is not open.' }),
  title: z.string().meta({ description: 'The command, in the language of the request.' }),
  proposedBy: z.strictObject({ id: z.string(), role: z.string() }),
  onBehalfOf: z.string().nullable(),
  contentHash: ContentHash,
  proposedAt: Instant,
  expiresAt: Instant,
  position: Position,
  status: ProposalStatus,
  endedBy: z.string().nullable().meta({ description: 'Who confirmed, rejected, withdrew or ended it.' }),
  endedAt: Instant.nullable(),
};

export const ProposalSummary = z.strictObject(summary).meta({ id: 'ProposalSummary' });
export type ProposalSummary = z.infer<typeof ProposalSummary>;

const placeInCase = z.strictObject({ ...where, revision: Revision });

export const ProposalFile = z
  .strictObject({
    ...summary,
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The fields of the command, as they were read.' }),
    occurredAt: Instant.nullable().meta({
      description: 'When it happened, as the first person said; null: when it is confirmed.',
    }),
    purpose: z.string().nullable(),
    caseThen: placeInCase.nullable().meta({ description: 'The case when it was proposed; null: not open.' }),
    caseNow: placeInCase.nullable(),
    confirmedBy,
    confirmableBy: z.array(z.string()).meta({
      description:
        'The roles with which it can be confirmed as the case is now; none when it is over or impossible.',
    }),
    whyNot: WhyNot.nullable().meta({
      description: 'Why nobody can confirm it now; null where somebody can, or where it is over.',
    }),
    reason: z.string().nullable().meta({ description: 'Why it was rejected or withdrawn.' }),
    takenAt: Revision.nullable().meta({ description: 'The first event of the step in its case.' }),
  })
  .meta({ id: 'ProposalFile', description: 'Exactly what is confirmed, and whether it is still possible.' });
export type ProposalFile = z.infer<typeof ProposalFile>;

const page = { next: Cursor.nullable() };
export const CaseProposals = z
  .strictObject({ caseId: CaseId, items: z.array(ProposalFile), ...page })
  .meta({ id: 'CaseProposals' });
export type CaseProposals = z.infer<typeof CaseProposals>;

export const ProposalPage = z
  .strictObject({ items: z.array(ProposalSummary), ...page })
  .meta({ id: 'ProposalPage' });
export type ProposalPage = z.infer<typeof ProposalPage>;

export const ProposalQuery = z.strictObject({
  waitingFor: z.literal('me').optional().meta({ description: 'What the actor may confirm.' }),
  mine: z.literal('true').optional().meta({ description: 'What the actor has proposed.' }),
  concerns: z
    .literal('me')
    .optional()
    .meta({ description: 'What is open and the actor made or may confirm: the proposals of their inbox.' }),
  status: ProposalStatus.optional(),
  workflow: Name.optional(),
  limit: Limit,
  cursor: Cursor.optional(),
  atLeast: Position.optional().meta({ description: 'Wait until the views have reached this position.' }),
});

export const ConfirmationRequest = z
  .strictObject({ contentHash: ContentHash })
  .meta({ id: 'ConfirmationRequest' });

const reason = z
  .string()
  .trim()
  .min(1)
  .max(reasonCharactersMax)
  .meta({ description: 'In plain words. It is recorded.' });
export const RejectionRequest = z.strictObject({ reason }).meta({ id: 'RejectionRequest' });
export const WithdrawalRequest = z
  .strictObject({ reason: reason.optional() })
  .meta({ id: 'WithdrawalRequest' });

export const ProposalEnded = z
  .strictObject({
    proposalId: ProposalId,
    caseId: CaseId,
    status: ProposalStatus,
    position: Position.nullable().meta({ description: 'Null where nothing was recorded now.' }),
  })
  .meta({ id: 'ProposalEnded' });
export type ProposalEnded = z.infer<typeof ProposalEnded>;

const confirmation = { caseId: CaseId, proposalId: ProposalId };
export const ConfirmationsRequest = z
  .strictObject({
    confirmations: z
      .array(z.strictObject({ ...confirmation, contentHash: ContentHash }))
      .min(1)
      .max(confirmationsMax),
  })
  .meta({ id: 'ConfirmationsRequest' });

export const ConfirmationVerdicts = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...confirmation,
        recorded: CommandAccepted.nullable().meta({ description: 'The step; null where it was refused.' }),
        problem: Problem.nullable(),
      }),
    ),
  })
  .meta({ id: 'ConfirmationVerdicts', description: 'One verdict for each confirmation, in their order.' });
export type ConfirmationVerdicts = z.infer<typeof ConfirmationVerdicts>;

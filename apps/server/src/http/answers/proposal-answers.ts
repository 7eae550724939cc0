import {
  apiBase,
  type ProposalEnded,
  type ProposalFile,
  type ProposalMade,
  type ProposalPage,
  type ProposalSummary,
} from '@safeconduct/contracts';
import type { Ended, ListedProposal, Proposed, Register, ShownProposal } from '@safeconduct/engine';
import type { Language, Refusal, Workflow } from '@safeconduct/workflow';
import { failedGuard, problemTitle } from '../../texts/problem-text.js';
import { writeCursor } from '../cursor.js';
import { stateParts } from './case-answers.js';

/** The address of a proposal. */
export const proposalUrl = ({ caseId, proposalId }: Pick<Proposed, 'caseId' | 'proposalId'>): string =>
  `${apiBase}/cases/${caseId}/proposals/${proposalId}`;

export const proposedAnswer = (made: Proposed): ProposalMade => ({
  proposalId: made.proposalId,
  caseId: made.caseId,
  workflow: made.workflow,
  command: made.command,
  contentHash: made.contentHash,
  expiresAt: made.expiresAt,
  status: made.status,
  confirmedBy: [...made.confirmedBy],
  position: String(made.position),
});

export const endedAnswer = ({ proposalId, caseId, status, position }: Ended): ProposalEnded => ({
  ...{ proposalId, caseId, status },
  position: position === undefined ? null : String(position),
});

/** In whose words it is told. */
interface Told {
  readonly register: Register;
  readonly language: Language;
}

/**
 * A page of a list of proposals.
 * @param found  one more than the page has, where there is a next page
 */
export function proposalPage(found: readonly ListedProposal[], limit: number, told: Told): ProposalPage {
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    items: found.slice(0, limit).map((one) => listedProposalAnswer(one, told)),
    next: last === undefined ? null : writeCursor([last.expiresAt, last.proposalId]),
  };
}

function listedProposalAnswer(listed: ListedProposal, told: Told): ProposalSummary {
  const { proposer, role, position, ...others } = listed;
  return {
    ...others,
    title: titleOf(listed, told),
    proposedBy: { id: proposer, role },
    position: String(position),
  };
}

/** A proposal with everything that is confirmed; the reference is that of its case, where it is open. */
export function proposalAnswer(
  shown: ShownProposal,
  reference: string | undefined,
  told: Told,
): ProposalFile {
  const { proposalId, caseId, envelope, proposed, status, ended, caseNow, refusal, takenAt } = shown;
  const { workflow, command, actor, onBehalfOf, purpose } = envelope;
  const { state, revision } = proposed;
  return {
    ...{ proposalId, caseId, workflow, command, status },
    reference: reference ?? null,
    title: titleOf(envelope, told),
    proposedBy: { id: actor.id, role: actor.role },
    onBehalfOf: onBehalfOf ?? null,
    contentHash: proposed.contentHash,
    proposedAt: shown.proposedAt,
    expiresAt: proposed.expiresAt,
    position: String(shown.position),
    endedBy: ended?.by.id ?? null,
    endedAt: ended?.at ?? null,
    data: proposed.input as ProposalFile['data'],
    occurredAt: proposed.occurredAt,
    purpose: purpose ?? null,
    caseThen: state === null ? null : { ...stateParts(state), revision },
    caseNow:
      caseNow === undefined ? null : { ...stateParts(caseNow.state), revision: String(caseNow.revision) },
    confirmedBy: [...shown.confirmedBy],
    confirmableBy: [...shown.confirmableBy],
    whyNot: refusal === undefined ? null : whyNotAnswer(refusal, told.register.get(workflow), told.language),
    reason: ended?.reason ?? null,
    takenAt: takenAt === undefined ? null : String(takenAt),
  };
}

const titleOf = (
  { workflow, command }: { readonly workflow: string; readonly command: string },
  { register, language }: Told,
): string => register.get(workflow)?.texts[language].commands[command] ?? command;

/** Why something is not possible, in words. */
export const whyNotAnswer = (refusal: Refusal, workflow: Workflow | undefined, language: Language) => ({
  code: refusal.code,
  title: problemTitle(refusal.code, language),
  ...(refusal.requiredRoles && { requiredRoles: [...refusal.requiredRoles] }),
  ...(refusal.refusals && {
    refusals: refusal.refusals.map((one) => failedGuard(one, workflow, language)),
  }),
});

import type { EmergencyAccess, ProblemCode } from '@safeconduct/contracts';
import type { EmergencyOutcome, Queries, Reader, ShownGrant } from '@safeconduct/engine';

/** Emergency access as it is answered. */
export const emergencyAnswer = (grant: ShownGrant): EmergencyAccess => {
  const { id, caseId, workflow, person, role, trigger, begunAt, until, status, ended, review } = grant;
  return {
    ...{ id, caseId, workflow, person, role, trigger, begunAt, until, status },
    unit: grant.unit ?? null,
    text: grant.text ?? null,
    classes: [...grant.classes],
    ended: ended ?? null,
    review: review === undefined ? null : { ...review, text: grant.reviewText ?? null },
  };
};

/** The access, or the problem with which nothing was recorded. */
export type EmergencyResult =
  | { readonly access: EmergencyAccess }
  | { readonly code: ProblemCode; readonly members: { readonly reason?: string } };

/** What became of taking, ending or reviewing it: the access as whoever did it sees it from now on. */
export async function emergencyResult(
  queries: Pick<Queries, 'emergencyAccess'>,
  reader: Reader,
  outcome: EmergencyOutcome,
): Promise<EmergencyResult> {
  if (!outcome.accepted) return problemOf(outcome.refusal);
  const found = await queries.emergencyAccess(reader, { waiting: false });
  const shown = found.find(({ id }) => id === outcome.grant.id);
  return shown === undefined
    ? { code: 'EMERGENCY_NOT_FOUND', members: {} }
    : { access: emergencyAnswer(shown) };
}

function problemOf(refusal: Extract<EmergencyOutcome, { accepted: false }>['refusal']): EmergencyResult {
  if (refusal === 'CASE_NOT_FOUND') return { code: 'CASE_NOT_FOUND', members: {} };
  if (refusal === 'GRANT_NOT_FOUND') return { code: 'EMERGENCY_NOT_FOUND', members: {} };
  return { code: 'EMERGENCY_REFUSED', members: { reason: refusal } };
}

import type { EmergencyAccess } from '@safeconduct/contracts';
import type { ShownGrant } from '@safeconduct/engine';

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

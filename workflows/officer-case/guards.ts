export { holders, mayHold, mayRelease, noHold } from './guards/across.js';
export { contactSettled, reopenMap, reopensThere } from './guards/after.js';
export { counselled, independentReviewer, riskAccepted } from './guards/assessment.js';
export {
  assured,
  assuredBeforeRequest,
  criteriaAnswered,
  disclosureAgreed,
  lawyerOffered,
} from './guards/assurance.js';
export {
  adult,
  disarmed,
  facilityFits,
  identity,
  provisionalIdentity,
  rightsDelivered,
  screened,
} from './guards/entry.js';
export {
  admitted,
  answersSubmission,
  departureConsent,
  exitPermitted,
  submissionConsent,
} from './guards/relocation.js';
export { cooledOff, received, reconfirmed, returnConsent } from './guards/return.js';

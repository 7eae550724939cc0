import type { Inputs } from './guard.js';

/** The codes of refused commands. */
export const commandRefusalCodes = [
  'COMMAND_INVALID',
  'UNKNOWN_COMMAND',
  'CASE_NOT_FOUND',
  'CASE_EXISTS',
  'NOT_PERMITTED',
  'SECOND_PERSON_REQUIRED',
  'SECOND_PERSON_INVALID',
  'WRONG_STATE',
  'COMMAND_REFUSED',
  'OCCURRED_BEFORE_LAST_EVENT',
  'OCCURRED_BEFORE_CASE',
  'OCCURRED_IN_FUTURE',
  'REVISION_CONFLICT',
  'COMMAND_ID_REUSED',
  'HEARD_UNDECIDED',
  'HEARD_RECORDED',
] as const;

/** The codes of what is refused of a proposal alone: its confirmation, its rejection, its withdrawal. */
export const proposalRefusalCodes = [
  'PROPOSAL_NOT_FOUND',
  'PROPOSAL_CLOSED',
  'PROPOSAL_CONTENT_DIFFERS',
  'PROPOSAL_OUTDATED',
  'PROPOSAL_OF_ANOTHER',
  'PROPOSER_NOT_PERMITTED',
] as const;

/** The codes of all refusals. Texts are looked up by code; the HTTP status follows from it. */
export const refusalCodes = [...commandRefusalCodes, ...proposalRefusalCodes] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The bounds of a rule, as far as it has any. */
export interface RuleParams {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  /** What `minimum` and `maximum` count; left out: the value itself. */
  readonly unit?: 'characters' | 'items' | undefined;
  /** The codes that are accepted, where they are few. */
  readonly allowed?: readonly string[] | undefined;
  /** A regular expression. */
  readonly pattern?: string | undefined;
  /** `text`, `number`, `wholeNumber`, `boolean`, `list`, `object`. */
  readonly expected?: string | undefined;
}

/** Something wrong with one field of the input. `message` never repeats the input. */
export interface Issue {
  /** `criteria.3`; empty for the input as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly params?: RuleParams | undefined;
  /** The field stands beside the data of the command: its time, the person it is for. */
  readonly beside?: true;
}

/** A guard that failed. */
export interface GuardRefusal {
  readonly guard: string;
  readonly code: string;
  readonly inputs: Inputs;
}

/**
 * A refused command: a value, never an exception. It has no personal data, because it is recorded and shown.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly issues?: readonly Issue[];
  /** Every guard that failed, not only the first. */
  readonly refusals?: readonly GuardRefusal[];
  /** The state of the case, and the commands that are possible there. */
  readonly state?: string;
  readonly openCommands?: readonly string[];
  readonly requiredRoles?: readonly string[];
  /** Values behind the other codes: the existing case, the revisions, the times. */
  readonly inputs?: Inputs;
}

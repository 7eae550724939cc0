import type { Revision } from '@safeconduct/engine';

/**
 * What a failed call says.
 * - `conflict`: an expectation does not hold; nothing was written
 * - `notLeader`, `denied`, `tooLarge`, `unsupported`, `invalid`: the server refused it; nothing was written
 * - `streamMissing`, `streamGone`: there is no such stream; it was deleted
 * - `unknown`: the server did not answer, or said nothing of use; a write may have taken place
 */
export type Failure =
  | 'conflict'
  | 'notLeader'
  | 'denied'
  | 'tooLarge'
  | 'unsupported'
  | 'invalid'
  | 'streamMissing'
  | 'streamGone'
  | 'unknown';

/** The names that the client gives to errors it knows. */
const byType: ReadonlyMap<unknown, Failure> = new Map([
  ['wrong-expected-version', 'conflict'],
  ['append-consistency-violation', 'conflict'],
  ['not-leader', 'notLeader'],
  ['access-denied', 'denied'],
  ['maximum-append-size-exceeded', 'tooLarge'],
  ['transaction-max-size-exceeded', 'tooLarge'],
  ['append-record-size-exceeded', 'tooLarge'],
  ['unsupported', 'unsupported'],
  ['invalid-argument', 'invalid'],
  ['stream-not-found', 'streamMissing'],
  ['no-stream', 'streamMissing'],
  ['stream-deleted', 'streamGone'],
  ['stream-tombstoned', 'streamGone'],
]);

/** Status codes of gRPC, which raw errors have instead of a type, and errors of the type `unknown` beside it. */
const byCode: ReadonlyMap<unknown, Failure> = new Map([
  [3, 'invalid'],
  [7, 'denied'],
  [12, 'unsupported'],
  [16, 'denied'],
]);

const resourceExhausted = 8;

/**
 * Reads an error of the client in either of its shapes: those of commands have a `type`, raw ones of gRPC a
 * numeric `code`, some have both. Classes are not compared, because a driver may be loaded twice.
 */
export function classify(error: unknown): Failure {
  const { type, code, message } = fieldsOf(error);
  if (code === resourceExhausted && /larger than max/i.test(String(message))) return 'tooLarge';
  return byType.get(type) ?? byCode.get(code) ?? 'unknown';
}

/** Whether the server refused user and password themselves, and not what the user wanted to do. */
export const isUnknownUser = (error: unknown): boolean => fieldsOf(error)['code'] === unauthenticated;

const unauthenticated = 16;

/** A stream that was not as expected, as the server says. */
export interface Violation {
  readonly stream: string | undefined;
  /** -1 when there is no such stream; `undefined` when the server does not say. */
  readonly actual: Revision | undefined;
}

/** The first violation that an error of the kind `conflict` names. */
export function violationOf(error: unknown): Violation {
  const { violations, streamName, actualState } = fieldsOf(error);
  if (!Array.isArray(violations)) return { stream: textOf(streamName), actual: revisionOf(actualState) };
  const first = [...(violations as readonly NumberedViolation[])].sort(
    (left, right) => left.checkIndex - right.checkIndex,
  )[0];
  return { stream: first?.streamName, actual: revisionOf(first?.actualState) };
}

/** What the error says of itself, for people. */
export function messageOf(error: unknown): string {
  const { message, type, code } = fieldsOf(error);
  const said = [message, type, typeof code === 'number' ? `status ${code}` : undefined];
  return said.map(textOf).find((text) => text !== undefined && text !== '') ?? String(error);
}

interface NumberedViolation {
  readonly checkIndex: number;
  readonly streamName: string;
  readonly actualState: unknown;
}

const fieldsOf = (error: unknown): Readonly<Record<string, unknown>> =>
  typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A deleted stream (-5, -6) has no revision that could be expected. */
function revisionOf(state: unknown): Revision | undefined {
  if (state === 'no_stream') return -1n;
  return typeof state === 'bigint' && state >= -1n ? state : undefined;
}

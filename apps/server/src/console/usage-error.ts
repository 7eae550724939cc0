/**
 * The command line was used wrongly. The message is the one line to show; the process ends with `exitCode`.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
  readonly exitCode = 2;
}

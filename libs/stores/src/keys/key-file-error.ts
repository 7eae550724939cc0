/**
 * The master key cannot be used as it is. Without the right key no case can be found, so no other key is made
 * in its place.
 */
export class KeyFileError extends Error {
  readonly code = 'KEY_FILE_UNUSABLE';

  constructor(
    readonly file: string,
    what: string,
    cause?: unknown,
  ) {
    super(`${file}: ${what}`, { cause });
  }

  override get name(): string {
    return 'KeyFileError';
  }
}

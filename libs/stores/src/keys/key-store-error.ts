/** The key store cannot be used with this log or this master key. Nothing was written. */
export class KeyStoreError extends Error {
  readonly code = 'KEY_STORE_UNUSABLE';

  constructor(
    readonly store: string,
    what: string,
  ) {
    super(`${store}: ${what}`);
  }

  override get name(): string {
    return 'KeyStoreError';
  }
}

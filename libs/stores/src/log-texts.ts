import { keyCheckName, keyStoreName } from './keys/keys-location.js';

/** The text beside a log that names the log. */
export const logIdName = 'logId';

/**
 * Which of the texts beside a log go along when it is poured into another store: those that are about its
 * events and its keys. The name of the log does not: the other store gives positions of its own, so its log
 * has a name of its own.
 */
export const pouredTexts: readonly string[] = [keyCheckName, keyStoreName];

import { Issuer } from '../sign-in/issuer.js';
import { ConfigurationError, readSetting } from './configuration-error.js';
import type { SignInConfiguration } from './sign-in-settings.js';

const secretSetting = 'SAFECONDUCT_ISSUER_SECRET_FILE';

/**
 * The issuer of a configuration; `undefined` where there is none. It is asked for nothing yet.
 * @throws ConfigurationError  the file with the secret cannot be read, or is empty
 */
export function issuerOf({ issuer }: SignInConfiguration): Issuer | undefined {
  if (issuer === undefined) return undefined;
  const { secretFile, ...settings } = issuer;
  const secret = secretFile === undefined ? undefined : readSetting(secretSetting, secretFile).trim();
  if (secret === '') throw new ConfigurationError([`${secretSetting}: ${String(secretFile)} is empty`]);
  return new Issuer({ ...settings, secret });
}

import type { Issuer } from '../sign-in/issuer.js';
import { ConfigurationError, readSetting } from './configuration-error.js';
import type { SignInConfiguration } from './sign-in-settings.js';

const secretSetting = 'SAFECONDUCT_ISSUER_SECRET_FILE';

/**
 * The issuer of a configuration; `undefined` where there is none. It is asked for nothing yet.
 * @throws ConfigurationError  the file with the secret cannot be read, or is empty
 */
export async function issuerOf({ issuer }: SignInConfiguration): Promise<Issuer | undefined> {
  if (issuer === undefined) return undefined;
  const { secretFile, ...settings } = issuer;
  const secret = secretFile === undefined ? undefined : readSetting(secretSetting, secretFile).trim();
  if (secret === '') throw new ConfigurationError([`${secretSetting}: ${String(secretFile)} is empty`]);
  // Loaded only where there is an issuer: the client has many files.
  const { Issuer: Client } = await import('../sign-in/issuer.js');
  return new Client({ ...settings, secret });
}

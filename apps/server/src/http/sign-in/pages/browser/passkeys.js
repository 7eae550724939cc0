// @ts-check
/** Passkeys, through the browser’s own interface for them. */

import { ask, Problem } from './ask.js';
import { said } from './page.js';

/** @import { BrowserOptions } from '@safeconduct/contracts' */

const address = /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/;

/** Whether this browser can have passkeys for this host: they are for a name, never for an address. */
export const hasPasskeys = () =>
  window.isSecureContext &&
  !address.test(location.hostname) &&
  'PublicKeyCredential' in globalThis &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Signs in with a passkey. @throws {Problem} */
export async function signInWithPasskey() {
  /** @type {BrowserOptions} */
  const { options } = await ask('POST', '/session/passkey/options', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(/** @type {never} */ (options));
  const credential = await given(() => navigator.credentials.get({ publicKey }));
  await ask('POST', '/session/passkey', { credential });
}

/**
 * Makes a passkey on this device, from what the server offered.
 * @param {BrowserOptions} offered
 * @returns {Promise<unknown>} the passkey as the server takes it
 * @throws {Problem}
 */
export function makePasskey({ options }) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(/** @type {never} */ (options));
  return given(() => navigator.credentials.create({ publicKey }));
}

/**
 * A browser tells nobody why it gave none: the person may have said no.
 * @param {() => Promise<Credential | null>} use
 * @returns {Promise<unknown>}
 */
async function given(use) {
  const credential = await use().catch(() => null);
  if (credential instanceof PublicKeyCredential) return credential.toJSON();
  throw new Problem('PASSKEY_FAILED', said.script.passkeyFailed, undefined);
}

import { keyedHashesUnder, readMasterKey } from '@safeconduct/stores';
import type { RunningServer } from '../../apps/server/src/start/server.js';
import { operatorToken } from '../../apps/server/src/sign-in/operator-token.js';

/** By the addresses of the servers. */
const keyFiles = new Map<string, string>();

/** A server of this process, known as soon as it listens. */
export async function known(starting: Promise<RunningServer>): Promise<RunningServer> {
  const server = await starting;
  knowServer(server.url ?? '', server.installation.location.keys.masterKeyLocation);
  return server;
}

/** Says by which master key the server at an address believes programs of its machine. */
export function knowServer(url: string, keyFile: string): void {
  keyFiles.set(new URL(url).origin, keyFile);
}

/** The header by which that server believes that a person asks, or a program in nobody's name. */
export function operator(url = '', person?: string): { readonly authorization: string } {
  const file = keyFiles.get(url === '' ? '' : new URL(url).origin);
  if (file === undefined) throw new Error(`no server is known at ${url}`);
  return { authorization: `Bearer ${operatorToken(keyedHashesUnder(readMasterKey(file)), person ?? null)}` };
}

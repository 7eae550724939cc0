import { keyedHashesUnder, readMasterKey } from '@safeconduct/stores';
import type { RunningServer } from '../../apps/server/src/start/server.js';
import { operatorToken } from '../../apps/server/src/sign-in/operator-token.js';

/** The master key of a server, and what its clock shows. */
interface KnownServer {
  readonly keyFile: string;
  readonly nowMs: () => number;
}

/** By the addresses of the servers. */
const servers = new Map<string, KnownServer>();

/** A server of this process, known as soon as it listens. */
export async function known(starting: Promise<RunningServer>): Promise<RunningServer> {
  const server = await starting;
  knowServer(server.url ?? '', server.installation.location.keys.masterKeyLocation);
  return server;
}

/** Says by which master key the server at an address believes programs of its machine, and by which clock. */
export function knowServer(url: string, keyFile: string, nowMs = Date.now): void {
  servers.set(new URL(url).origin, { keyFile, nowMs });
}

/** The header by which that server believes that a person asks, or a program in nobody's name. */
export function operator(url = '', person?: string): { readonly authorization: string } {
  const server = servers.get(url === '' ? '' : new URL(url).origin);
  if (server === undefined) throw new Error(`no server is known at ${url}`);
  const keys = keyedHashesUnder(readMasterKey(server.keyFile));
  return { authorization: `Bearer ${operatorToken(keys, person ?? null, { nowMs: server.nowMs() })}` };
}

import { exportJWK, generateKeyPair } from 'jose';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real OpenID Provider on a port of its own. */
export interface RunningProvider {
  readonly url: string;
  /** Who signs in when a browser comes: the subject of an account; undefined: they press "cancel". */
  person: string | undefined;
  /** How often somebody typed there who they are. */
  readonly signIns: number;
  /** Lets the client of the server at an address in. */
  serve(server: string): Promise<void>;
  close(): Promise<void>;
}

export const providerClient = { id: 'safeconduct', secret: 'a secret of forty characters or a few more' };

/** @param names  what each account is called: `preferred_username` by subject */
export async function startProvider(names: Readonly<Record<string, string>>): Promise<RunningProvider> {
  let listener: RequestListener = (_request, response) => {
    response.writeHead(503).end();
  };
  const http = createServer((request, response) => {
    listener(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const running = {
    url,
    person: undefined as string | undefined,
    signIns: 0,
    async serve(server: string) {
      const provider = new Provider(url, await configurationFor(server, names));
      const others = provider.callback();
      const signIn = async (request: IncomingMessage, response: ServerResponse) => {
        const { person } = running;
        if (person !== undefined) running.signIns += 1;
        const result = person === undefined ? { error: 'access_denied' } : { login: { accountId: person } };
        await provider.interactionFinished(request, response, result);
      };
      listener = (request, response) => {
        if (request.url?.startsWith('/interaction/') === true) void signIn(request, response);
        else others(request, response);
      };
    },
    close: () =>
      new Promise<void>((resolve) => {
        http.closeAllConnections();
        http.close(() => {
          resolve();
        });
      }),
  };
  return running;
}

async function configurationFor(server: string, names: Readonly<Record<string, string>>) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    clients: [
      {
        client_id: providerClient.id,
        client_secret: providerClient.secret,
        redirect_uris: [`${server}/oidc/callback`],
        post_logout_redirect_uris: [`${server}/sign-in`],
        backchannel_logout_uri: `${server}/oidc/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'key-1' }] },
    cookies: { keys: ['a key for the cookies of the provider'] },
    pkce: { required: () => true },
    // By itself it asks nobody at an address of this machine; here the server is at one.
    fetch: (
      url: string | URL,
      { dispatcher: _guarded, ...options }: RequestInit & { dispatcher?: unknown },
    ) => fetch(url, options),
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    claims: { openid: ['sub'], profile: ['preferred_username', 'roles'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: names[sub], roles: ['administrator'] }),
    }),
    // Nobody is asked whether the client may know them.
    async loadExistingGrant({ oidc }: Context) {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session.accountId,
        clientId: oidc.client.clientId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

interface Context {
  readonly oidc: {
    readonly provider: Provider;
    readonly session: { readonly accountId: string };
    readonly client: { readonly clientId: string };
  };
}

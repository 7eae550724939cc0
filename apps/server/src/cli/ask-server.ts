import type { Problem } from '@safeconduct/contracts';
import type { KeyedHashes, ServingAddress } from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';
import { operatorToken } from '../sign-in/operator-token.js';
import { certificateCodeIn, fetchFrom, type ServerAnswered } from './fetch-from.js';

const silentMs = 30_000;

/** A request to the server that holds the data, and what is sent with it. */
export interface ServerRequest {
  readonly method?: 'POST';
  /** In whose name; left out: in nobody's. */
  readonly person?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array>;
}

/** The server that holds the data, and the keys by which it believes programs of its machine. */
export interface RunningServer extends ServingAddress {
  readonly keys: KeyedHashes;
  /** Of what it answers in words. */
  readonly language: Language;
}

/** Nothing listens at the address of the server that holds the data: it is stopping. Nothing was sent. */
export class ServerGoneError extends Error {
  readonly code = 'SERVER_GONE';
  constructor(url: string, cause: unknown) {
    super(`the server at ${url} holds the data and takes no connection; it may be stopping, try again`, {
      cause,
    });
  }
}

/** The server broke off or is silent. Whether it did what it was asked is unknown. */
export class ServerSilentError extends Error {
  readonly code = 'SERVER_SILENT';
  constructor(url: string, what: string, cause?: unknown) {
    super(
      `the server at ${url} ${what}; what was sent may be recorded or not: look at the history of the case ` +
        'or, after an import, import the same files again',
      { cause },
    );
  }
}

/** Another server than the one that holds the data may be answering. Nothing was sent. */
export class ServerNotBelievedError extends Error {
  readonly code = 'SERVER_NOT_BELIEVED';
  constructor(url: string, why: string, cause: unknown) {
    super(
      `what answers at ${url} does not show the certificate that the server has noted in the data folder, or one that is ` +
        `not valid now (${why}), so nothing was sent; start the server again with its certificate, or stop it and ` +
        'repeat the command',
      { cause },
    );
  }
}

/**
 * Asks the server that holds the data. A long file may take long; a server that does nothing for 30 seconds is given up.
 * @throws ServerGoneError  it takes no connection
 * @throws ServerNotBelievedError  it is perhaps another one
 * @throws ServerSilentError  it has not answered in time, or broke off
 */
export async function askServer(
  { url, keys, certificate, language }: RunningServer,
  path: string,
  { person, body, ...rest }: ServerRequest = {},
): Promise<ServerAnswered> {
  const silence = new Silence();
  const headers = {
    'accept-language': language,
    ...rest.headers,
    authorization: `Bearer ${operatorToken(keys, person ?? null)}`,
  };
  try {
    const sent =
      body === undefined || typeof body === 'string'
        ? { body: body ?? null }
        : { body: watched(body, silence), duplex: 'half' as const };
    const asked = { ...rest, ...sent, headers, redirect: 'error', signal: silence.signal } as const;
    return await fetchFrom(certificate, new URL(path, url), asked);
  } catch (error) {
    if (silence.signal.aborted) {
      throw new ServerSilentError(url, `has done nothing for ${silentMs / 1000} seconds`, error);
    }
    const doubt = certificateCodeIn(error);
    if (doubt !== undefined) throw new ServerNotBelievedError(url, doubt, error);
    if (codeIn(error) === 'ECONNREFUSED') throw new ServerGoneError(url, error);
    if (error instanceof TypeError) throw new ServerSilentError(url, 'broke the connection off', error);
    throw error;
  } finally {
    silence.end();
  }
}

/** What is sent as JSON. */
export interface JsonRequest extends Pick<ServerRequest, 'person' | 'headers'> {
  readonly json: unknown;
}

/**
 * Sends JSON to the server that holds the data.
 * @throws ServerGoneError  it takes no connection, or it is stopping: nothing was recorded
 * @throws ServerSilentError  it has not answered in time, broke off, or answered no JSON
 */
export async function sendJson(
  server: RunningServer,
  path: string,
  { person, headers, json }: JsonRequest,
): Promise<Pick<ServerAnswered, 'ok' | 'status'> & { readonly answer: unknown }> {
  const response = await askServer(server, path, {
    method: 'POST',
    person,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });
  const { ok, status } = response;
  return { ok, status, answer: answerIn(server.url, response) };
}

/**
 * What the server answered. One that is stopping has recorded nothing, and is as good as gone.
 * @throws ServerSilentError  it is no JSON
 * @throws ServerGoneError  it is stopping
 */
export function answerIn(url: string, response: ServerAnswered): unknown {
  const answer = jsonIn(url, response);
  if (!response.ok && (answer as Problem).code === 'STOPPING') throw new ServerGoneError(url, answer);
  return answer;
}

function jsonIn(url: string, { status, bytes }: ServerAnswered): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch (error) {
    throw new ServerSilentError(url, `answered ${status} and no JSON`, error);
  }
}

/** Aborts when nothing has been done for too long. */
class Silence {
  readonly #abort = new AbortController();
  #timer = this.#begin();

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  somethingDone(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #begin(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#abort.abort();
    }, silentMs);
  }
}

async function* watched(body: AsyncIterable<Uint8Array>, silence: Silence): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    silence.somethingDone();
    yield piece;
  }
}

/** The code of a failed `fetch`, which stands in its cause; of several addresses that were tried, of the first. */
function codeIn(error: unknown): string | undefined {
  const { code, errors } = ((error as Error).cause ?? {}) as {
    readonly code?: string;
    readonly errors?: readonly { code?: string }[];
  };
  return code ?? errors?.[0]?.code;
}

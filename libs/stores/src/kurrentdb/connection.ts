import { EngineError, StoreMisconfiguredError, StoreUnavailableError } from '@safeconduct/engine';
import type * as driver from '@kurrent/kurrentdb-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { classify, isUnknownUser, messageOf } from './classify.js';
import { readConnectionString, unreadable } from './connection-string.js';
import { Patience } from './patience.js';
import { NoAnswerError, within } from './within.js';

/** The client's module, loaded when a store is opened and not before. */
export type Driver = typeof driver;

/** What the server can do, asked once. */
export interface ServerFeatures {
  readonly version: string;
  /** `multiStreamAppend`, from 25.1 on. */
  readonly severalStreams: boolean;
  /** `appendRecords`, from 26.1 on: checks on streams that are not written. */
  readonly checks: boolean;
}

/** Parts of the client, in its pinned version, that its types hide. */
interface Hidden {
  readonly capabilities: Promise<{
    readonly serverVersion: string;
    readonly supports: (method: { readonly path: string }) => boolean;
  }>;
  readonly getChannel: () => Promise<{ close(): void }>;
  execute: () => Promise<never>;
}

const service = '/kurrentdb.protocol.v2.streams.StreamsService';
const disposeMs = 2000;
const failuresMax = 5;
/** A call for which less time than this was left says nothing of the client. */
const silenceMinMs = 200;

/** How much longer the first answer to a client may take, in milliseconds: it connects first. */
export const connectMs = 2000;

const givenUp = 'the process ends and the server does not answer; what became of the call is unknown';

/**
 * The client of one server or cluster, made anew after a call that was not answered: what hangs inside of it,
 * such as the question for the features of the server, hangs for every later call too.
 */
export class Connection {
  readonly name: string;
  /** How long calls are waited for, of all connections to this server. */
  readonly patience: Patience;
  #client: KurrentDBClient;
  #replacing = new AbortController();
  /** The client that has answered a call. */
  #proven: KurrentDBClient | undefined;
  /** Calls of this client that failed, one after the other. */
  #failures = 0;
  readonly #ending = new Set<Promise<void>>();
  #isClosed = false;

  private constructor(
    readonly driver: Driver,
    private readonly url: string,
    { name, patience }: { readonly name: string; readonly patience: Patience | undefined },
  ) {
    this.name = name;
    this.patience = patience ?? new Patience(() => this.unavailable(givenUp));
    this.#client = this.#build();
  }

  /**
   * Loads the client and makes one. The server is not asked yet.
   * @param patience  that of another connection to the same server, so that both give it up at the same time
   */
  static async to(url: string, patience?: Patience): Promise<Connection> {
    const { url: address, name } = readConnectionString(url);
    return new Connection(await import('@kurrent/kurrentdb-client'), address, { name, patience });
  }

  /**
   * Runs a call and waits for its answer for so many milliseconds.
   * @throws NoAnswerError, and what the client throws
   */
  call<Result>(ms: number, work: (client: KurrentDBClient) => Promise<Result>): Promise<Result> {
    return this.attempt((client) => within(ms, work(client)));
  }

  /**
   * Runs a call that has deadlines of its own. If the client seems stuck there is another one from now on.
   * @param work  is told whether this client has answered before; its first read takes half a second longer
   */
  async attempt<Result>(
    work: (client: KurrentDBClient, isProven: boolean) => Promise<Result>,
  ): Promise<Result> {
    if (this.#isClosed) throw this.unavailable('the store is closed');
    const client = this.#client;
    try {
      const result = await this.patience.wait(() => work(client, this.#proven === client));
      this.#proven = client;
      this.#failures = 0;
      return result;
    } catch (error) {
      if (this.#seemsStuck(error)) this.#replace(client);
      throw error;
    }
  }

  /** A call was waited for in vain, or several in a row failed in a way that another connection may end. */
  #seemsStuck(error: unknown): boolean {
    if (error instanceof EngineError) return false;
    if (error instanceof NoAnswerError) return error.ms >= silenceMinMs;
    if (['unknown', 'notLeader'].includes(classify(error))) this.#failures += 1;
    return this.#failures >= failuresMax;
  }

  /** The client at the moment, for a call that lasts until the signal: it is not told of its end then. */
  get lasting(): { readonly client: KurrentDBClient; readonly replaced: AbortSignal } {
    return { client: this.#client, replaced: this.#replacing.signal };
  }

  features(ms: number): Promise<ServerFeatures> {
    return this.call(ms + connectMs, async (client) => {
      const { serverVersion, supports } = await (client as unknown as Hidden).capabilities;
      return {
        version: serverVersion,
        severalStreams: supports({ path: `${service}/AppendSession` }),
        checks: supports({ path: `${service}/AppendRecords` }),
      };
    });
  }

  /**
   * A read does not say that the server knows no such user, and is tried for long; a subscription says it at once.
   * @throws StoreMisconfiguredError
   */
  async checkUser(ms: number): Promise<void> {
    if (!this.url.includes('@')) return;
    const subscription = this.#client.subscribeToAll({ fromPosition: 'end' });
    const answered = new Promise<unknown>((resolve) => {
      // Stays attached: leaving a subscription ends with an error too.
      subscription.on('error', resolve).on('confirmation', () => {
        resolve(undefined);
      });
    });
    // Without an answer nothing is known of the user; the calls that follow say what is wrong.
    const error = await within(ms, answered).catch(() => undefined);
    await within(ms, subscription.unsubscribe()).catch(() => {});
    if (isUnknownUser(error))
      throw new StoreMisconfiguredError(
        this.name,
        'the server does not know this user with this password; correct them in the connection string, with : @ / ' +
          'and ? inside of a password as %3A %40 %2F and %3F',
        error,
      );
  }

  unavailable(what: string, cause?: unknown): StoreUnavailableError {
    const why = cause === undefined ? '' : `: ${messageOf(cause)}`;
    return new StoreUnavailableError(this.name, `${what}${why}`, cause);
  }

  /** What an operator is told when the store cannot be opened. */
  openingFailed(error: unknown): unknown {
    if (error instanceof EngineError) return error;
    return this.unavailable(
      'it cannot be reached; look whether the server runs, whether the address is right, whether it speaks TLS ' +
        '(without certificates: ?tls=false), whether its certificate has ended, and whether tlsCaFile has the ' +
        'certificate of the authority that issued it',
      error,
    );
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.patience.end();
    this.#end(this.#client);
    await Promise.all(this.#ending);
  }

  #build(): KurrentDBClient {
    try {
      return this.driver.KurrentDBClient.connectionString(this.url);
    } catch (error) {
      // What the client says of a connection string repeats it, with the password.
      const isFile = /certificate|userCertFile/.test(messageOf(error));
      throw isFile ? this.unavailable('a file of the connection string is missing', error) : unreadable();
    }
  }

  #replace(hanging: KurrentDBClient): void {
    if (this.#isClosed || hanging !== this.#client) return;
    this.#client = this.#build();
    this.#failures = 0;
    this.#replacing.abort();
    this.#replacing = new AbortController();
    this.#end(hanging);
  }

  #end(client: KurrentDBClient): void {
    const ending = disposed(client).finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}

/**
 * Ends a client and what it still does. `dispose` ends streams; calls that have not begun are ended with their
 * channel, else the process would not end. A call that begins on a closed channel would be a rejection that
 * nobody can catch, so no call begins any more, and those that begin in this turn of the event loop are let.
 */
async function disposed(client: KurrentDBClient): Promise<void> {
  const hidden = client as unknown as Hidden;
  hidden.execute = () => Promise.reject(new Error('this client was replaced'));
  await within(disposeMs, client.dispose()).catch(() => {});
  const channel = await within(disposeMs, hidden.getChannel()).catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  channel?.close();
}

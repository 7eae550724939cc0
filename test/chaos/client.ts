import type { CommandAccepted, Problem } from '@safeconduct/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerAccess } from './server-access.js';
import type { Intents } from './intents.js';
import type { Intent, Promised } from './promised.js';
import { operator } from '../e2e/operator.js';

const answerWithinMs = 20_000;
const retryMs = 50;
const busy = 503;

/**
 * A client that sends one command after the other. When the connection breaks, the outcome is unknown, so the
 * client sends the command again under the same key until it gets an answer.
 */
export class Client {
  #goesOn = true;
  #done: Promise<void> | undefined;

  constructor(
    private readonly access: ServerAccess,
    private readonly promised: Promised,
    private readonly intents: Intents,
  ) {}

  start(): void {
    this.#done = this.#work();
  }

  /** Waits for the outcome of the last command, and sends no other. Needs a running server. */
  async stop(): Promise<void> {
    this.#goesOn = false;
    await this.#done;
  }

  async #work(): Promise<void> {
    while (this.#goesOn) {
      const intent = this.intents.next();
      this.promised.sent(intent);
      while (!(await this.#sent(intent)));
    }
  }

  /** Sends a command once. Returns whether its outcome is known. */
  async #sent(intent: Intent): Promise<boolean> {
    try {
      const heard = await this.access.use((url) => this.#send(url, intent));
      if (heard) return true;
      await sleep(retryMs);
    } catch {
      this.promised.lose(intent.key);
    }
    return false;
  }

  async #send(url: string, intent: Intent): Promise<boolean> {
    const response = await fetch(`${url}/api/v1/${pathOf(intent)}`, {
      method: 'POST',
      headers: headersOf(url, intent),
      body: JSON.stringify(intent.body),
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const answer: unknown = await response.json();
    if (response.ok) this.#accepted(intent, answer as CommandAccepted, response.headers);
    else if (response.status === busy) return this.#notNow(intent);
    else this.#refused(intent, answer as Problem & { readonly actual?: string });
    return true;
  }

  #accepted(intent: Intent, answer: CommandAccepted, headers: Headers): void {
    const { key, command } = intent;
    const { caseId, events } = answer;
    const [revision, position] = [Number(answer.revision), Number(answer.position)];
    const repeated = headers.get('idempotency-replayed') === 'true';
    this.promised.acknowledge({ key, command, caseId, revision, position, events: events.length, repeated });
    this.intents.heard(caseId, revision);
  }

  #notNow({ key }: Intent): boolean {
    this.promised.lose(key);
    return false;
  }

  #refused(
    { key, command, ifMatch, caseId }: Intent,
    { code, actual }: Problem & { readonly actual?: string },
  ): void {
    this.promised.refuse(key, code);
    // The authority sees no case in which nobody has asked for a return, so for it there is none.
    const isExpected =
      command === 'ClearReturn'
        ? code === 'CASE_NOT_FOUND'
        : code === 'REVISION_CONFLICT' && ifMatch !== undefined;
    if (!isExpected) this.promised.problems.push(`${command} ${key} was refused with ${code}`);
    if (caseId !== undefined && actual !== undefined) this.intents.heard(caseId, Number(actual));
  }
}

const pathOf = ({ caseId, command }: Intent): string =>
  caseId === undefined ? 'workflows/officer-case/cases' : `cases/${caseId}/commands/${command}`;

const headersOf = (url: string, { actor, key, ifMatch }: Intent): Record<string, string> => ({
  'content-type': 'application/json',
  ...operator(url, actor),
  'idempotency-key': key,
  ...(ifMatch !== undefined && { 'if-match': ifMatch }),
});

import { entry } from '../e2e/http/officer-cases.js';
import { operator } from '../e2e/operator.js';

/** An answer of the server. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server as its users ask it. */
export class Api {
  constructor(private readonly url: string) {}

  /** Opens a case under a key made from its registration number, so that the command can be repeated. */
  register(registrationNo: string): Promise<Answer> {
    return this.#send('workflows/officer-case/cases', 'intake-01', `register-${registrationNo}`, {
      occurredAt: '2024-12-07T06:13:39+03:00',
      data: entry(registrationNo),
    });
  }

  /** Adds a text of any length to a case. */
  note(caseId: string, key: string, length = 10): Promise<Answer> {
    return this.#send(`cases/${caseId}/commands/HoldCounselling`, 'pro-01', key, {
      data: {
        sessionNo: '7',
        interpreterId: 'int-01',
        packVersion: '1'.repeat(length),
        counselOffered: true,
      },
    });
  }

  /** Sends a file of registrations. */
  async import(content: string): Promise<Answer> {
    const url = `${this.url}/api/v1/imports?workflow=officer-case&command=RegisterEntry`;
    const headers = { 'content-type': 'text/csv', ...operator(this.url, 'sys-import') };
    return answerIn(await fetch(url, { method: 'POST', headers, body: content }));
  }

  /** Starts a check of the whole log. */
  async verify(): Promise<Answer> {
    const url = `${this.url}/api/v1/verifications`;
    return answerIn(await fetch(url, { method: 'POST', headers: operator(this.url) }));
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return answerIn(await fetch(`${this.url}/${path}`, { headers: { ...operator(this.url), ...headers } }));
  }

  async #send(path: string, actor: string, key: string, body: unknown): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      ...operator(this.url, actor),
      'idempotency-key': key,
    };
    return answerIn(
      await fetch(`${this.url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
  }
}

async function answerIn(response: Response): Promise<Answer> {
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, headers: response.headers, body };
}

import createClient, { type Middleware } from 'openapi-fetch';
import type { ApiPaths } from '@safeconduct/contracts';
import { emergencyCaseOf, endEmergencyReading } from './emergency-reading.js';
import { chosenPurpose } from './purpose.js';
import { OfflineError, ProblemError, type Problem } from './problem.js';

let language = 'en';

/** In which language the server answers from now on. */
export function askIn(next: string): void {
  language = next;
}

/** Called when the server says that nobody is signed in any more. */
export const signedOut = new EventTarget();
/** Called when somebody has signed in again. */
export const signedIn = new EventTarget();

const each: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', language);
    const isEmergency = emergencyCaseOf(request.url) !== undefined;
    const purpose = isEmergency ? 'breakGlass' : chosenPurpose();
    if (purpose !== undefined) request.headers.set('x-purpose', purpose);
    return request;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError'
      ? error
      : new OfflineError('no answer', { cause: error });
  },
};

/** The API, typed. It is of this server alone, and the session's cookie goes with each request. */
export const api = createClient<ApiPaths>({ baseUrl: '/', credentials: 'same-origin' });
api.use(each);

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a successful answer.
 * @throws ProblemError  what the server refused, and why
 */
export async function answerOf<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  const problem = isProblem(error) ? error : unreadable(response.status);
  if (response.status === 401) signedOut.dispatchEvent(new Event('signedOut'));
  if (problem.code === 'CASE_NOT_FOUND') endedElsewhere(response.url);
  throw new ProblemError(problem, response.headers.get('x-request-id'));
}

/** Emergency access can be ended by whoever reviews it, and on another device. */
function endedElsewhere(address: string): void {
  const caseId = emergencyCaseOf(address);
  if (caseId !== undefined) endEmergencyReading(caseId);
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;

/** What is answered by something that stands before the server, such as a proxy. */
const unreadable = (status: number): Problem => ({ code: 'UNREADABLE', title: '', status });

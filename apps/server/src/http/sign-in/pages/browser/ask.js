// @ts-check
/** Asks the API of this server, in the language of the page. */

import { language, said } from './page.js';

/** What the server did not do, in words. */
export class Problem extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {string | undefined} reason
   */
  constructor(code, message, reason) {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

const apiBase = '/api/v1';

/**
 * @template Answer
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} path  after the base of the API
 * @param {object} [body]
 * @returns {Promise<Answer>}
 * @throws {Problem}
 */
export async function ask(method, path, body) {
  const response = await fetch(apiBase + path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Problem('UNREACHABLE', said.script.unreachable, undefined);
  });
  const answer = /** @type {unknown} */ (await response.json().catch(() => ({})));
  if (response.ok) return /** @type {Answer} */ (answer);
  const { code = 'UNREACHABLE', title, detail, reason } = /** @type {Record<string, string>} */ (answer);
  throw new Problem(code, sentences(title, detail), reason);
}

/**
 * The title of a problem and what to do about it.
 * @param {...(string | undefined)} texts
 */
function sentences(...texts) {
  const given = texts.filter((text) => text !== undefined && text !== '').map((text) => ended(String(text)));
  return given.length === 0 ? said.script.unreachable : given.join(' ');
}

/** @param {string} text */
const ended = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?؟]$/.test(text) ? '' : '.'}`;

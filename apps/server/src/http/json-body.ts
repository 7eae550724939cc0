import { readJson } from '@safeconduct/workflow';
import { HttpProblem, invalid, invalidField } from './problem.js';

const decoder = new TextDecoder('utf-8', { fatal: true });
/** NUL, direction overrides and halves of surrogate pairs can make a text read as another one. */
const forbidden = /[\0\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** A body that is no JSON that is taken, and the problem that it is for any command but one that is always heard. */
export class UnreadBody {
  constructor(
    readonly bytes: Buffer,
    readonly problem: HttpProblem,
  ) {}

  /**
   * What was sent, for the record: as text, in which characters that can disguise it are spelt out, or in base64 where it is
   * no UTF-8.
   */
  get values(): Readonly<Record<string, string>> {
    const text = this.bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(this.bytes)) return { bodyBase64: this.bytes.toString('base64') };
    return { body: text.replace(everyForbidden, spelt) };
  }
}

const everyForbidden = new RegExp(forbidden, 'gu');
const spelt = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Reads a JSON body, or keeps it as it was sent. */
export function jsonBody(body: Buffer, depthMax: number): unknown {
  try {
    return readJsonBody(body, depthMax);
  } catch (error) {
    if (error instanceof HttpProblem) return new UnreadBody(body, error);
    throw error;
  }
}

/**
 * Reads a JSON body: valid UTF-8, valid JSON within the bounds of an input, not nested deeper than allowed, without
 * characters that can disguise a text.
 * @throws HttpProblem REQUEST_INVALID
 */
export function readJsonBody(body: Buffer, depthMax: number): unknown {
  const read = readJson(decode(body), depthMax);
  if ('issue' in read) throw invalid([read.issue]);
  const found = findFault(read.value, '');
  if (found !== undefined) throw found;
  return read.value;
}

function decode(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw invalidField('', 'invalid_utf8', 'must be UTF-8');
  }
}

function findFault(value: unknown, path: string): HttpProblem | undefined {
  if (typeof value === 'string') return forbidden.test(value) ? deceptive(path) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__' || forbidden.test(name)) return deceptive(path);
    const found = findFault(inner, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const deceptive = (path: string): HttpProblem =>
  invalidField(path, 'forbidden_character', 'must not contain control or text-direction characters');

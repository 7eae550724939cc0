import { readJson } from '@safeconduct/workflow';
import { invalid, invalidField } from './problem.js';
import type { HttpProblem } from './problem.js';

const decoder = new TextDecoder('utf-8', { fatal: true });
/** NUL, direction overrides and halves of surrogate pairs can make a text read as another one. */
const forbidden = /[\0\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

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

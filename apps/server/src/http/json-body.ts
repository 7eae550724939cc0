import { invalidField } from './problem.js';
import type { HttpProblem } from './problem.js';

const decoder = new TextDecoder('utf-8', { fatal: true });
/** NUL, direction overrides and halves of surrogate pairs can make a text read as another one. */
const forbidden = /[\0\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/**
 * Reads a JSON body: valid UTF-8, valid JSON, not nested deeper than allowed, without characters that can
 * disguise a text.
 * @throws HttpProblem REQUEST_INVALID
 */
export function readJson(body: Buffer, depthMax: number): unknown {
  const text = decode(body);
  const value = parse(text);
  const found = findFault(value, '', depthMax);
  if (found !== undefined) throw found;
  return value;
}

function decode(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw invalidField('', 'invalid_utf8', 'must be UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidField('', 'invalid_json', 'must be JSON');
  }
}

function findFault(value: unknown, path: string, depthLeft: number): HttpProblem | undefined {
  if (typeof value === 'string') return forbidden.test(value) ? deceptive(path) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depthLeft === 0) return invalidField('', 'too_deep', 'must not nest deeper');
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__' || forbidden.test(name)) return deceptive(path);
    const found = findFault(inner, path === '' ? name : `${path}.${name}`, depthLeft - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const deceptive = (path: string): HttpProblem =>
  invalidField(path, 'forbidden_character', 'must not contain control or text-direction characters');

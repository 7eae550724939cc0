import { bounds, boundsIssue } from './bounds.js';
import type { Issue } from './refusal.js';

/**
 * Reads the text of one JSON value that somebody sent: valid, within the bounds of an input, and with each member of
 * an object once. Of two members with one name `JSON.parse` takes the last one without a word.
 */
export function readJson(
  text: string,
  depthMax: number = bounds.depth,
): { readonly value: unknown } | { readonly issue: Issue } {
  const parsed = parse(text);
  if (parsed === undefined) return { issue: { path: '', code: 'invalid_json', message: 'must be JSON' } };
  const issue = boundsIssue(parsed.value, depthMax);
  if (issue !== undefined) return { issue };
  return membersWritten(text) === membersOf(parsed.value) ? parsed : { issue: memberTwice };
}

const memberTwice: Issue = {
  path: '',
  code: 'member_twice',
  message: 'must have each field of an object once; one is written twice',
};

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];

/** Outside of texts a colon stands in a member and nowhere else. The text is valid JSON. */
function membersWritten(text: string): number {
  let [count, inText] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) inText = !inText;
    else if (inText && unit === backslash) at += 1;
    else if (!inText && unit === colon) count += 1;
  }
  return count;
}

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : inner.length;
  return inner.reduce((count: number, one) => count + membersOf(one), own);
}

import type { Issue } from './refusal.js';

/** How much one input may hold and one answer may say. What people type stays far below. */
export const bounds = {
  /** Values of any kind in one input, and so the fields of one object. */
  values: 10_000,
  listItems: 1000,
  /** Characters of one text. */
  text: 20_000,
  /** How deep lists and objects may nest. */
  depth: 32,
  /** Issues that one answer lists. */
  issues: 30,
  /** Characters of a name or of a path in an issue. */
  name: 120,
} as const;

interface Fault {
  readonly steps: readonly string[];
  readonly code: string;
  readonly message: string;
}

/**
 * The first thing in an input, plain JSON, that is more than any form takes, or that is no text. Asked before the
 * input is parsed: a schema would find half a million faults in a list of half a million items, one by one.
 */
export function boundsIssue(input: unknown, depthMax: number = bounds.depth): Issue | undefined {
  const found = new Walk().faultIn(input, depthMax);
  return found && { path: shortened(found.steps.join('.')), code: found.code, message: found.message };
}

/** The issues that an answer lists; the last one says how many more there are. */
export function boundedIssues(issues: readonly Issue[]): readonly Issue[] {
  const left = issues.length - bounds.issues;
  const listed = issues.slice(0, bounds.issues).map((issue) => ({ ...issue, path: shortened(issue.path) }));
  return left <= 0 ? listed : [...listed, { path: '', code: 'more_issues', message: `and ${left} more` }];
}

const shortened = (path: string): string =>
  path.length <= bounds.name ? path : `${Array.from(path).slice(0, bounds.name).join('')}…`;

class Walk {
  #values = 0;

  faultIn(value: unknown, depthLeft: number): Fault | undefined {
    this.#values += 1;
    if (this.#values > bounds.values)
      return fault('too_large', `must not hold more than ${bounds.values} values`);
    if (typeof value === 'string') return textFault(value);
    if (typeof value !== 'object' || value === null) return undefined;
    if (depthLeft === 0) return fault('too_deep', 'must not nest deeper');
    return Array.isArray(value)
      ? this.#listFault(value as readonly unknown[], depthLeft)
      : this.#objectFault(value as Readonly<Record<string, unknown>>, depthLeft);
  }

  #listFault(items: readonly unknown[], depthLeft: number): Fault | undefined {
    if (items.length > bounds.listItems)
      return fault('too_many', `must not have more than ${bounds.listItems} items`);
    for (const [index, item] of items.entries()) {
      const found = this.faultIn(item, depthLeft - 1);
      if (found !== undefined) return inside(String(index), found);
    }
    return undefined;
  }

  #objectFault(fields: Readonly<Record<string, unknown>>, depthLeft: number): Fault | undefined {
    for (const name of Object.keys(fields)) {
      if (textFault(name) !== undefined) return fault('forbidden_character', notWellFormed);
      const found = this.faultIn(fields[name], depthLeft - 1);
      if (found !== undefined) return inside(name, found);
    }
    return undefined;
  }
}

const notWellFormed = 'must be a text of whole characters';

function textFault(text: string): Fault | undefined {
  if (text.length > bounds.text) return fault('too_big', `must have at most ${bounds.text} characters`);
  return text.isWellFormed() ? undefined : fault('forbidden_character', notWellFormed);
}

const fault = (code: string, message: string): Fault => ({ steps: [], code, message });

/** How deep an input nests and how much it holds is said of the whole of it. */
const inside = (step: string, found: Fault): Fault =>
  found.code === 'too_deep' || found.code === 'too_large'
    ? found
    : { ...found, steps: [step, ...found.steps] };

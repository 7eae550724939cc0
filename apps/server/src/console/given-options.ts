import { UsageError } from './usage-error.js';

/**
 * An option that is given has a value: `--port "$PORT"` with an empty variable is a mistake and no wish for a default.
 * @throws UsageError
 */
export function checkGiven(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value !== 'string' || value.trim() !== '') continue;
    throw new UsageError(`${typed(name)} is empty; give it a value, or leave it out`);
  }
}

/** The options that an action needs, and those that it takes besides. */
export interface TakenOptions {
  readonly needed: readonly string[];
  readonly possible?: readonly string[];
}

/**
 * An option that means nothing to the action would be believed to have been heeded.
 * @param action  as it is typed, such as `emergency end`
 * @throws UsageError  an option is missing, or is none of this action
 */
export function checkTaken(
  action: string,
  options: Readonly<Record<string, unknown>>,
  { needed, possible = [] }: TakenOptions,
): void {
  const taken = [...needed, ...possible];
  const foreign = Object.keys(options).find((name) => options[name] !== undefined && !taken.includes(name));
  if (foreign !== undefined) {
    const instead = taken.length === 0 ? 'it takes none' : `it takes ${taken.map(typed).join(', ')}`;
    throw new UsageError(`${typed(foreign)} is no option of ${action}; ${instead}`);
  }
  const missing = needed.find((name) => options[name] === undefined);
  if (missing !== undefined)
    throw new UsageError(`${typed(missing)} is missing; ${action} needs ${needed.map(typed).join(', ')}`);
}

const typed = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

import { UsageError } from './usage-error.js';

/**
 * An option that is given has a value: `--port "$PORT"` with an empty variable is a mistake and no wish for a default.
 * @throws UsageError
 */
export function checkGiven(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value !== 'string' || value.trim() !== '') continue;
    const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(`--${option} is empty; give it a value, or leave it out`);
  }
}

import { UsageError } from '../console/usage-error.js';

/** The value of an option that takes a whole number. @throws UsageError */
export function wholeNumber(option: string, text: string, least: 0 | 1 = 0): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(`${option} must be a whole number from ${least}, such as ${option} 7`);
}

import { canonicalJson } from '../canonical-json.js';
import type { Definition } from '../canonical-definition.js';

/** A released version of a workflow, as its folder keeps it in `releases.json`. Written by `workflow release`. */
export interface Release {
  readonly version: number;
  /** What events that were decided under it are marked with. */
  readonly fingerprint: string;
  readonly definition: Definition;
}

const widthMax = 110;

/**
 * Releases as the text of their file: keys in the order of code points, and a value on one line where it fits, so that a
 * field is a line and a change of it is a change of that line.
 */
export const releasesText = (releases: readonly Release[]): string =>
  `${laidOut(JSON.parse(canonicalJson(releases)), '')}\n`;

function laidOut(value: unknown, indent: string): string {
  const short = JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return short;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((one) => inner + laidOut(one, inner))
    : Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${laidOut(one, inner)}`);
  const isFlat = !short.slice(1, -1).includes('{');
  if (lines.length === 0 || (isFlat && indent.length + short.length <= widthMax)) return short;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

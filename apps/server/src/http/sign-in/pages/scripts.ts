import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../conditional.js';

interface BrowserScript {
  readonly text: string;
  /** Another one for another text. */
  readonly tag: string;
}

const folder = join(import.meta.dirname, 'browser');
let scripts: ReadonlyMap<string, BrowserScript> | undefined;

/** A script of the pages by the name of its file; undefined: there is none. They are read once, as they stand beside the server. */
export function browserScript(name: string): BrowserScript | undefined {
  scripts ??= new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map(readScript),
  );
  return scripts.get(name);
}

function readScript(file: string): readonly [string, BrowserScript] {
  const text = readFileSync(join(folder, file), 'utf8');
  return [file, { text, tag: `"${hashOf(text)}"` }];
}

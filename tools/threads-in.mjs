import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const withoutTests = { exclude: ['**/*.spec.ts', '**/testing/**'] };

/**
 * The source of each thread that is started in a checkout, by the name of its file. What starts a thread names a file
 * beside itself, which holds in the bundle as in the sources.
 * @throws Error  it names another file, or two threads have one name
 */
export function threadsIn(checkout) {
  const found = new Map();
  for (const file of globSync('{apps,libs,workflows}/**/*.ts', { cwd: checkout, ...withoutTests })) {
    const text = readFileSync(join(checkout, file), 'utf8');
    for (const [, path] of text.matchAll(/new URL\('([^']+)', import\.meta\.url\)/g)) {
      const name = /^\.\/([\w-]+)\.js$/.exec(path)?.[1];
      if (name === undefined || found.has(name))
        throw new Error(
          `${file}: '${path}' has to be a file beside it, with a name that no other thread has`,
        );
      found.set(name, join(checkout, dirname(file), `${name}.ts`));
    }
  }
  return Object.fromEntries(found);
}

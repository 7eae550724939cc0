import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The compiled file of each thread in a folder, by its name. What starts a thread names a file beside itself, which holds in
 * the bundle as in the sources.
 * @throws Error  it names another file, or two threads have one name
 */
export function threadsIn(folder) {
  const found = new Map();
  for (const file of globSync('{apps,libs,workflows}/**/*.js', { cwd: folder })) {
    const starts = readFileSync(join(folder, file), 'utf8').matchAll(
      /new URL\('([^']+)', import\.meta\.url\)/g,
    );
    for (const [, path] of starts) {
      const name = /^\.\/([\w-]+)\.js$/.exec(path)?.[1];
      if (name === undefined || found.has(name))
        throw new Error(
          `${file}: '${path}' has to be a file beside it, with a name that no other thread has`,
        );
      found.set(name, join(folder, dirname(file), `${name}.js`));
    }
  }
  return Object.fromEntries(found);
}

import { expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/** What loading a file loads, as file URLs. */
function loadedBy(file: string): readonly string[] {
  const url = new URL(file, import.meta.url).href;
  const program = `
    import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { console.log(url); return next(url, context); } });
    await import(${JSON.stringify(url)}).catch(() => {}); // Without a parent it cannot go on.`;
  const args = ['--import', './tools/typescript.mjs', '--input-type=module', '--eval', program];
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).trim().split('\n');
}

it.each(['../events/writer.js', '../views/reading-thread/answer-questions.js', '../reads/checkpoints.js'])(
  'the thread %s, which each process starts, loads no engine and no language',
  (file) => {
    const loaded = loadedBy(file);
    expect(loaded.some((url) => url.includes('/better-sqlite3/'))).toBe(true);
    expect(loaded.filter((url) => /\/libs\/(engine|workflow)\/|\/zod\/|\/kysely\//.test(url))).toEqual(
      loaded.filter((url) =>
        /engine\/src\/(basics|errors|ports\/position)\.ts$|workflow\/src\/time\.ts$/.test(url),
      ),
    );
  },
);

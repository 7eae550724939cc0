/**
 * Puts what was built into few files, in dist/run: the server, the command line, and each thread that they start. Without it
 * Node looks for two thousand files at every start, which is half of the time that a start takes.
 */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { threadsIn } from './threads-in.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const built = join(dist, 'apps/server/src');

/** Packages that stay where they are installed: they load native code or files beside them, or their licence asks for it. */
const installed = [/^better-sqlite3$/, /^@node-rs\//, /^@kurrent\//, /^@grpc\//, /^elkjs\//];
/** What packages ask for where it is there. Nothing here needs it, and it is not installed. */
const optional = [
  /^@nestjs\/(microservices|websockets|platform-express)/,
  /^@fastify\/(multipart|static|view)$/,
  /^class-(transformer|validator)/,
  'pg-native',
];

/** Bundles into dist/run. @throws Error  something is imported that there is not */
export async function bundleServer() {
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: { server: join(built, 'main.js'), safeconduct: join(built, 'cli/main.js'), ...threadsIn(dist) },
    external: [...installed, ...optional],
    onLog(level, log) {
      if (level !== 'debug') throw new Error(`${log.code}: ${log.message}`);
    },
  });
  const dir = join(dist, 'run');
  // The names of classes are part of what is answered and logged.
  await bundle.write({
    ...{ dir, cleanDir: true, keepNames: true },
    ...{ entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  });
  cpSync(join(built, 'http/sign-in/pages/browser'), join(dir, 'browser'), { recursive: true });
}

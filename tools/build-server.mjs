/**
 * Builds what runs: checks the types, and bundles the sources into dist/run. What `nest-cli.json` says of the server holds
 * here. What was found about types is kept, so that after a change only what it reaches is checked again. Nothing is
 * written where the types are wrong.
 */
import { cpSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './launch/child.mjs';
import { threadsIn } from './threads-in.mjs';
import { typesPass } from './type-check.mjs';

const { sourceRoot, entryFile, compilerOptions } = JSON.parse(
  readFileSync(join(root, 'nest-cli.json'), 'utf8'),
).projects.server;
const target = join(root, 'dist/run');

/** Packages that stay where they are installed: they load native code or files beside them, or their licence asks for it. */
const installed = [/^better-sqlite3$/, /^@node-rs\//, /^@kurrent\//, /^@grpc\//, /^elkjs\//];
/** What packages ask for where it is there. Nothing here needs it, and it is not installed. */
const optional = [
  /^@nestjs\/(microservices|websockets|platform-express)/,
  /^@fastify\/(multipart|static|view)$/,
  /^class-(transformer|validator)/,
  'pg-native',
];

const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  tsconfig: join(root, compilerOptions.tsConfigPath),
  input: {
    server: join(root, sourceRoot, `${entryFile}.ts`),
    safeconduct: join(root, sourceRoot, 'cli/main.ts'),
    // Tests load it, to run many commands in one process.
    'command-line': join(root, sourceRoot, 'cli/command-line.ts'),
    ...threadsIn(root),
  },
  external: [...installed, ...optional],
  onLog(level, log) {
    if (level !== 'debug') throw new Error(`${log.code}: ${log.message}`);
  },
});
if (await typesPass(compilerOptions.tsConfigPath)) await write();
else process.exitCode = 1;

async function write() {
  // The names of classes are part of what is answered and logged.
  const { output } = await bundle.write({
    ...{ dir: target, keepNames: true },
    ...{ entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
  });
  removeOld(new Set(output.map(({ fileName }) => fileName)));
  // What is no TypeScript goes as it is, in its folder, to where everything lies side by side.
  for (const pattern of compilerOptions.assets) {
    for (const file of globSync(pattern, { cwd: join(root, sourceRoot) })) {
      cpSync(join(root, sourceRoot, file), join(target, basename(dirname(file)), basename(file)));
    }
  }
}

/** Removes the pieces of earlier builds, but leaves those of the last week: a server that runs may load them later. */
function removeOld(written) {
  const weekAgoMs = Date.now() - 7 * 24 * 3_600_000;
  for (const name of globSync('*.js', { cwd: target })) {
    const file = join(target, name);
    if (!written.has(name) && statSync(file).mtimeMs < weekAgoMs) rmSync(file);
  }
}

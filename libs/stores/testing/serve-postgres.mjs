/**
 * Serves a PostgreSQL to tests until one of the processes that need it has ended, then removes it with its
 * folder. It runs beside them, so that a test run that is killed leaves nothing behind.
 *
 *     node serve-postgres.mjs <folder> <ids of the processes that need it, with commas> [embedded [durable]]
 *
 * `state.json` in the folder says where it is, or why there is none. SIGTERM ends it. SIGUSR2 starts it again
 * after somebody has killed it.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedServer } from './embedded-server.mjs';
import { containerServer } from './postgres-container.mjs';

const [folder, neededBy, only, durable] = process.argv.slice(2);
const lookEveryMs = 250;
let starts = 0;
let server;
let ending = false;

process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('SIGUSR2', () => {
  void start();
});
setInterval(endWithOwner, lookEveryMs);
mkdirSync(folder, { recursive: true, mode: 0o755 });
// `tools/tests-end.mjs` ends whoever has written such a file, before it removes the folder.
writeFileSync(join(folder, 'served-by.pid'), String(process.pid));
await start();

async function start() {
  try {
    server ??=
      (only === 'embedded' ? undefined : await containerServer()) ??
      embeddedServer(folder, { durable: durable === 'durable' });
    const { kind, url, pid } = await server.start();
    starts += 1;
    tell({ kind, url, pid, starts });
  } catch (error) {
    tell({ failed: String(error?.stack ?? error), starts });
  }
}

/** Readers never see half of it. */
function tell(state) {
  const file = join(folder, 'state.json');
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function endWithOwner() {
  try {
    for (const id of neededBy.split(',')) process.kill(Number(id), 0);
  } catch {
    void end();
  }
}

async function end() {
  if (ending) return;
  ending = true;
  try {
    await server?.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  }
}

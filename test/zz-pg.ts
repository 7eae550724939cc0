import { writeFileSync } from 'node:fs';
import { startOwnPostgres } from '../libs/stores/testing/index.js';
const p = await startOwnPostgres();
writeFileSync('/tmp/p/pgurl', p.url);
console.log(p.kind, p.version, p.url);
process.on('SIGTERM', () => { void p.stop().then(() => process.exit()); });
setInterval(() => {}, 1000);

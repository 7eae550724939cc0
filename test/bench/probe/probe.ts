/** The program that works in one caseload, in a process of its own. */
import { serveParent } from '../child.js';
import { openFolder } from '../load/installation.js';
import { probeCommands } from './commands.js';
import type { ProbeRequest } from './probe-request.js';
import { probeQueries } from './queries.js';

serveParent(async ({ kind, folder, cases, samples }: ProbeRequest) => {
  const installation = await openFolder(folder);
  try {
    const size = { cases, samples };
    return await (kind === 'commands' ? probeCommands(installation, size) : probeQueries(installation, size));
  } finally {
    await installation.close();
  }
});

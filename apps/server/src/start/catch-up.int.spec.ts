import { describe, expect, it } from '@jest/globals';
import { projectionsOf } from '@safeconduct/engine';
import { workflows } from '../../../../workflows/index.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { catchUp } from './catch-up.js';
import { readConfiguration } from './configuration.js';
import { openInstallation } from './installation.js';

describe('a server that starts on an empty log', () => {
  it('waits until every view is there, also while another server is about to make them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'catch-up-'));
    const installation = await openInstallation(readConfiguration({}, { data: folder }), { note: 'test' });
    const { views } = installation;
    const live = async () => (await views.generations()).filter((one) => one.live).map(({ view }) => view);

    const lease = await views.leases.acquire('projections', 'another server', 60_000);
    expect(lease).toBeDefined();
    let isReady = false;
    const ready = catchUp(installation).then(() => (isReady = true));
    await sleep(600);
    expect({ isReady, live: await live() }).toEqual({ isReady: false, live: [] });

    if (lease !== undefined) await views.leases.release(lease);
    await ready;
    expect((await live()).sort()).toEqual(
      projectionsOf(workflows)
        .map(({ view }) => view.name)
        .sort(),
    );
    await installation.close();
    rmSync(folder, { recursive: true });
  });
});

import { describe, expect, it } from '@jest/globals';
import { createEngine, ProjectionRunner, standardProjections, verifyLog } from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews, prefixIdentity } from '@safeconduct/stores';
import { checkWorkflow, mermaid } from '@safeconduct/workflow';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulkImport } from '../../apps/server/src/import/bulk-import.js';
import { commandFiles } from '../../apps/server/src/import/command-files.js';
import { template } from '../../workflows/_template/index.js';
import { temporaryFolder } from '../e2e/cli.js';

const files = {
  '01-OpenRequest.csv': 'requestNo,by,name,nameArabic\nR-1,clerk-1,Nur,نور\nR-2,clerk-1,Sami,سامي\n',
  '02-AddNote.csv': 'requestNo,by,note\nR-1,clerk-1,asked the registry\n',
  '03-DeclineRequest.csv': 'requestNo,by,reason\nR-1,head-1,no ground\nR-2,head-1,no ground\n',
};

describe('a new workflow', () => {
  it('needs nothing outside its folder: the template works in import, views, replay and diagram', async () => {
    const clock = fixedClock('2025-03-01T08:00:00.000Z');
    const keys = fixedKeyRing();
    const events = openMemoryEvents({ clock });
    const views = openMemoryViews();
    const engine = createEngine({ events, views, keys, clock, ids: countingIds() }, [template]);
    expect(checkWorkflow(template)).toEqual([]);

    const folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const options = { fallbackFolder: folder, keepRejected: false, tell: () => {} };
    const summary = await bulkImport(
      {
        ...{ engine, identity: prefixIdentity([template]), workflow: template },
        sender: { id: 'sys-import', mayForOthers: true, reader: testReader },
      },
      await commandFiles([folder]),
      options,
    );
    expect(summary).toMatchObject({ accepted: 4, rejected: 1, rejectedByCode: { COMMAND_REFUSED: 1 } });

    const ports = { events, views, codec: engine.codec, projections: standardProjections };
    await new ProjectionRunner(ports).catchUp();
    const { cases } = await engine.queries.listCases(testReader, { search: {}, limit: 10 });
    expect(cases.map(({ reference, subState, state }) => [reference, subState ?? state])).toEqual([
      ['R-1', 'closed.declined'],
      ['R-2', 'open'],
    ]);
    expect(await engine.queries.population(testReader, { workflow: template })).toMatchObject({
      total: 2,
      states: { open: 1, closed: 1 },
    });
    expect(await engine.queries.inbox(testReader, { filter: {}, limit: 10 })).toMatchObject([
      { reference: 'R-2', deadline: 'answer' },
    ]);

    const caseId = await engine.queries.findCase(testReader, { reference: 'R-1' });
    expect((await engine.queries.replay(testReader, { caseId: caseId ?? '' }))?.diverged).toBeNull();
    expect((await verifyLog({ events, codec: engine.codec })).problems).toEqual([]);
    expect(mermaid(template, { language: 'ar' })).toContain('stateDiagram-v2');
    await views.close();
  });
});

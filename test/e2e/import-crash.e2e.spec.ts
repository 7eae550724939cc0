import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cliMain } from '../built-programs.js';
import { cli, temporaryFolder } from './cli.js';

const kills = 12;
const persons = 400;

interface Summary {
  readonly commands: number;
  readonly accepted: number;
  readonly alreadyThere: number;
  readonly rejected: number;
}

const importInto = (data: string, caseload: string) =>
  cli(['import', 'officer-case', caseload, '--data', data, '--json']);

const ledger = async (data: string, asOf: string) => {
  const run = await cli(['population', '--data', data, '--json', '--as-of', asOf]);
  return run.json<Record<string, unknown>>();
};

/** Begins an import and kills it without warning after this many milliseconds. */
async function killedImport(data: string, caseload: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [cliMain, 'import', 'officer-case', caseload, '--data', data], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => {
    child.once('close', () => {
      done();
    });
  });
  await Promise.race([sleep(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
}

describe('an import that is killed', () => {
  it(`${kills} times in the middle loses nothing, doubles nothing, and ends as one that ran through`, async () => {
    const folder = temporaryFolder();
    const caseload = join(folder, 'caseload');
    const [whole, killed] = [join(folder, 'whole'), join(folder, 'killed')];
    await cli(['demo', 'generate', '--persons', String(persons), '--seed', '7', '--out', caseload]);
    const straight = (await importInto(whole, caseload)).json<Summary>();
    expect(straight).toMatchObject({ accepted: straight.commands, rejected: 0 });

    for (let kill = 1; kill <= kills; kill += 1) await killedImport(killed, caseload, 300 + 150 * kill);
    const rest = (await importInto(killed, caseload)).json<Summary>();
    expect(rest.accepted + rest.alreadyThere).toBe(straight.commands);
    expect(rest.rejected).toBe(0);

    for (const asOf of ['2024-12-10T00:00:00Z', '2024-12-19T12:00:00Z', '2025-01-31T00:00:00Z']) {
      expect(await ledger(killed, asOf)).toEqual(await ledger(whole, asOf));
    }
    const verified = async (data: string) => (await cli(['verify', '--data', data, '--json'])).json();
    const sound = { ok: true, problems: [], otherDefinitions: 0 };
    // Some commands record two events.
    expect(await verified(whole)).toMatchObject({ cases: persons, ...sound });
    expect(await verified(killed)).toEqual(await verified(whole));
    expect((await importInto(killed, caseload)).json()).toMatchObject({
      accepted: 0,
      alreadyThere: straight.commands,
    });
  }, 300_000);
});

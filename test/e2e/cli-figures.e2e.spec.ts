import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportedFigure } from '@safeconduct/contracts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from './cli.js';
import { officerCase } from './http/officer-cases.js';

const figure = {
  ...{ source: 'An agency', quote: 'One person entered.\nدخل شخص واحد.', figure: 1, relation: 'exactly' },
  counts: { states: ['camped'], facility: 'QAIM' },
};

describe.each([
  ['on the data', undefined],
  ['through the server that holds them', (data: string) => new ServerProcess({ data })],
])('figures that others stated, at the command line %s', (_where, start) => {
  let data = '';
  let moment = '';
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    data = temporaryFolder();
    const opened = await openInstallation(readConfiguration({}, { data }), { note: 'test' });
    await officerCase(opened, 'QAIM-2024-00001');
    await opened.close();
    moment = new Date().toISOString();
    server = start?.(data);
    await server?.ready;
  });
  afterAll(async () => {
    expect((await server?.stop()) ?? 0).toBe(0);
  });

  const run = (...args: readonly string[]) => cli(['--data', data, ...args]);
  const fileOf = (content: unknown): string => {
    const path = join(temporaryFolder(), 'figure.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const said = (more: object = {}) => ({ ...figure, published: moment, speaksOf: moment, ...more });
  const record = (content: unknown, as = 'aud-01') =>
    run('--json', 'figures', 'record', fileOf(content), '--as', as);

  it('are recorded from a file, listed with their verdicts in both languages, and withdrawn', async () => {
    const { id } = (await record(said())).json<ReportedFigure>();
    const listed = (await run('--json', 'figures')).json<readonly ReportedFigure[]>();
    expect(listed).toMatchObject([
      { id, comparisons: { occurred: { verdict: 'borneOut', ledger: { value: 1, roundedTo: null } } } },
    ]);
    expect((await run('figures')).stdout).toMatch(/An agency.*One person entered\..*borne out/);
    expect((await run('--language', 'ar', 'figures')).stdout).toMatch(/يؤيده السجل/);
    const withdraw = (as: string) =>
      run('--json', 'figures', 'withdraw', id, '--as', as, '--reason', 'It was taken back.');
    // A supervisor without a unit gets no figures: nothing is recorded in their name that they could not read.
    expect((await withdraw('sup-01')).json<{ code: string }>().code).toBe('READ_NOT_PERMITTED');
    expect((await withdraw('aud-01')).code).toBe(0);
    expect((await run('--json', 'figures')).json()).toEqual([]);
    expect((await run('--json', 'figures', '--withdrawn')).json<readonly ReportedFigure[]>()).toMatchObject([
      { id, withdrawal: { reason: 'It was taken back.' } },
    ]);
    const again = await withdraw('aud-01');
    expect([again.code, again.json<{ code: string }>().code]).toEqual([1, 'FIGURE_WITHDRAWN']);
  });

  it('are not recorded where the file, the person or the content does not fit, with the place of the fault', async () => {
    const before = (await run('--json', 'figures', '--withdrawn')).json<readonly unknown[]>().length;
    const refused = await record(said({ counts: { states: ['nowhere'] } }));
    expect(refused.code).toBe(1);
    expect(refused.json<{ code: string; issues: readonly { path: string }[] }>()).toMatchObject({
      ...{ code: 'COMMAND_INVALID', issues: [{ path: 'counts.states', code: 'unknown_name' }] },
    });
    expect((await record(said(), 'co-01')).code).toBe(1);
    for (const [content, words] of [
      ['{', /: is not JSON; write/],
      [said({ figure: -1 }), /figure: /],
      [said({ quote: 'x'.repeat(50_000) }), /quote must have at most/],
    ] as const) {
      const wrong = await record(content);
      expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringMatching(words)]);
    }
    expect(await run('figures', 'record', join(data, 'nothing.json'), '--as', 'aud-01')).toMatchObject({
      code: 2,
    });
    expect((await run('--json', 'figures', '--withdrawn')).json()).toHaveLength(before);
  });
});

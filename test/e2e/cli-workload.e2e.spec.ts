import { beforeAll, describe, expect, it } from '@jest/globals';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import { cli, temporaryFolder } from './cli.js';
import { assign, officerCase, voidRegistration } from './http/officer-cases.js';

describe('how much work each officer has, at the command line', () => {
  let data = '';
  beforeAll(async () => {
    data = temporaryFolder();
    const opened = await openInstallation(readConfiguration({}, { data }), { note: 'test' });
    for (const number of [1, 2, 3]) {
      const { caseId } = await officerCase(opened, `QAIM-2024-0000${number}`, { camped: number !== 3 });
      if (number !== 1) await assign(opened, caseId, 'co-07');
      if (number === 3) await voidRegistration(opened, caseId);
    }
    await opened.close();
  });

  const run = (...args: readonly string[]) => cli(['--data', data, ...args]);
  const officers = async (...args: readonly string[]) => {
    const { stdout } = await run('workload', '--json', ...args);
    return (JSON.parse(stdout) as { readonly officer: string | null; readonly open: number }[]).map(
      ({ officer, open }) => [officer, open],
    );
  };

  it('counts open cases, those of nobody first, and leaves out closed ones', async () => {
    expect(await officers()).toEqual([
      [null, 1],
      ['co-07', 1],
    ]);
    expect(await officers('--facility', 'RUTBA')).toEqual([[null, 0]]);
    expect(await officers('--state', 'camped', '--workflow', 'officer-case')).toEqual([
      [null, 1],
      ['co-07', 1],
    ]);
  });

  it('is a table in both languages', async () => {
    const english = (await run('workload')).stdout;
    expect(english).toMatch(/^officer +name +unit +open +overdue +due in 7 days +waiting on them/m);
    expect(english).toMatch(/^co-07 +1 /m);
    expect((await run('--language', 'ar', 'workload')).stdout).toContain('تستحق خلال ٧ أيام');
  });

  it('refuses a name that no definition has', async () => {
    const { code, stderr } = await run('workload', '--state', 'cmped');
    expect(code).not.toBe(0);
    expect(stderr).toContain('no state is called cmped; did you mean camped?');
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ExceptionList } from '@safeconduct/contracts';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import { cli, temporaryFolder } from './cli.js';
import { caseOfLongAgo } from './http/officer-cases.js';
import { actorOf } from '../../workflows/officer-case/testing/actors.js';

describe('what does not go on by itself, at the command line', () => {
  let data = '';
  beforeAll(async () => {
    data = temporaryFolder();
    const opened = await openInstallation(readConfiguration({}, { data }), { note: 'test' });
    const at = '2018-12-07T09:00:00+03:00';
    await opened.engine.handle({
      ...{ target: { workflow: 'officer-case' }, command: 'RegisterEntry', actor: actorOf('intake-01') },
      ...{ occurredAt: at, importedBy: 'sys-import' },
      input: {
        ...{ registrationNo: 'QAIM-2018-00002', nameArabic: 'أحمد', nameLatin: 'Ahmad', birthDate: '1967' },
        ...{
          serviceCategory: 'officer',
          rank: 'Colonel',
          crossingPoint: 'AL_QAIM',
          crossedAt: at,
          language: 'ar',
        },
      },
    });
    await caseOfLongAgo(opened, { registrationNo: 'QAIM-2018-00001', latin: 'A', arabic: 'أ' });
    await opened.close();
  });

  const run = (...args: readonly string[]) => cli(['--data', data, ...args]);

  it('is a list by kind, in both languages', async () => {
    const english = (await run('exceptions')).stdout;
    expect(english).toMatch(/^Long overdue, and with nobody: 1$/m);
    expect(english).toMatch(/^2018-12-\d\d \d\d:\d\d +QAIM-2018-00002 +The earliest date passed/m);
    expect(english).not.toContain('QAIM-2018-00001');
    expect((await run('--language', 'ar', 'exceptions')).stdout).toContain('تأخّر طويل');
  });

  it('is told to programs as the API tells it, and says when there is nothing', async () => {
    const { groups } = JSON.parse((await run('exceptions', '--json')).stdout) as ExceptionList;
    expect(groups.map(({ kind, items }) => [kind, items[0]?.case?.reference])).toEqual([
      ['unassigned', 'QAIM-2018-00002'],
    ]);
    const empty = temporaryFolder();
    const opened = await openInstallation(readConfiguration({}, { data: empty }), { note: 'test' });
    await opened.close();
    expect((await cli(['--data', empty, 'exceptions'])).stdout).toBe('Nothing needs you.\n');
  });

  it('refuses a workflow that there is not, and a limit that is no number', async () => {
    expect((await run('exceptions', '--workflow', 'nothing')).stderr).toContain(
      'no workflow is called nothing',
    );
    expect((await run('exceptions', '--limit', 'x')).stderr).toContain('--limit must be a whole number');
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { cli, temporaryFolder } from './cli.js';

const data = temporaryFolder();
const input = JSON.stringify({
  ...{ registrationNo: 'AR-1', nameLatin: 'Nur Salih', nameArabic: 'نور صالح', birthDate: '1980' },
  ...{ serviceCategory: 'officer', crossingPoint: 'AL_QAIM', language: 'ar' },
  crossedAt: '2024-12-07T06:00:00+03:00',
});
const arabic = (...args: readonly string[]) => cli(['--language', 'ar', '--data', data, ...args]);
const opening = ['advance', 'new', 'RegisterEntry', '--as', 'intake-1', '--input', input];

/** What is no name of the program: codes, names of facts and zones stay as they are. */
const withoutNames = (text: string): string =>
  text.replace(/\([A-Za-z.]+\)/g, '').replace(/UTC|AR-1|[A-Z][a-z]+[A-Z][A-Za-z]+|[A-Z]{2,}[A-Z_-]*/g, '');

describe('output in Arabic', () => {
  beforeAll(async () => {
    expect(await arabic(...opening, '--occurred-at', '2024-12-07T06:10:00+03:00')).toMatchObject({
      code: 0,
      stdout: 'AR-1: EntryRegistered (الرقم 0)\nالآن قيد الاستقبال (entered.intake)، الموضع 1\n',
    });
  });

  it.each([
    [['cases'], 'المرجع'],
    [['history', 'AR-1'], 'الرقم'],
    [['replay', 'AR-1'], 'الرقم'],
    [['inbox'], 'الاستحقاق'],
    [['population'], 'الأشخاص'],
    [['population', '--flows', '2024-12-01T00:00:00Z..2025-01-01T00:00:00Z'], 'الأشخاص'],
    [['workflows'], 'الإصدار'],
  ])('has Arabic heads and counts: %j', async (args, word) => {
    const { stdout, stderr, code } = await arabic(...args);
    expect(code).toBe(0);
    const head = stdout.split('\n')[0] as string;
    expect(stdout).toContain(word);
    for (const text of [head, stderr]) expect(withoutNames(text)).not.toMatch(/[A-Za-z]{2,}/);
  });

  it('has the fields of a case by their Arabic names, and what is possible', async () => {
    const { stdout } = await arabic('case', 'AR-1');
    expect(stdout).toContain('القضية ');
    expect(stdout).toContain('الممكن الآن: ');
    expect(stdout).toContain('اللغة');
  });
});

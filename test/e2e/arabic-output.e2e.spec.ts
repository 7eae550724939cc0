import { beforeAll, describe, expect, it } from '@jest/globals';
import { cli, temporaryFolder } from './cli.js';
import { registerIn } from './registered-in.js';

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
      stdout: 'AR-1: EntryRegistered (رقم النسخة 0)\nالآن قيد الاستقبال (entered.intake)، الموضع 1\n',
    });
    await registerIn(data, {
      'sup-1': { roles: ['supervisor'], unit: 'QAIM' },
      'co-1': { roles: ['caseOfficer'] },
    });
  });

  it.each([
    [['cases'], 'المرجع'],
    [['history', 'AR-1'], 'رقم النسخة'],
    [['replay', 'AR-1'], 'رقم النسخة'],
    [['inbox'], 'الموعد النهائي'],
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

  it('refuses in sentences with times and codes as people read them, in both languages', async () => {
    const voiding = [
      ...['advance', 'AR-1', 'VoidRegistration', '--as', 'sup-1', '--confirmed-by', 'co-1'],
      ...['--occurred-at', '2025-01-03T09:00:00Z', '--input', '{"proofNo": "P-1", "reason": "x"}'],
    ];
    const refused = async (language: string) => {
      const { stderr, code } = await cli(['--language', language, '--data', data, ...voiding]);
      expect(code).toBe(1);
      return stderr;
    };
    expect(await refused('en')).toContain(
      'the registration of 7 December 2024, 06:10 (UTC+03:00) could be declared an error until ' +
        '14 December 2024, 06:10 (UTC+03:00)',
    );
    expect(await refused('ar')).toContain('المؤرخ \u20687 كانون الأول 2024، 06:10 (UTC+03:00)\u2069 خطأ');
    for (const language of ['en', 'ar']) expect(await refused(language)).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  it('has the fields of a case by their Arabic names, and what is possible', async () => {
    const { stdout } = await arabic('case', 'AR-1');
    expect(stdout).toContain('تدوين الهوية (RecordIdentity)');
    expect(stdout).toContain('الملف ');
    expect(stdout).toContain('الممكن الآن: ');
    expect(stdout).toContain('اللغة');
  });
});

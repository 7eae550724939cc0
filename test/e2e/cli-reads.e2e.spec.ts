import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type EmergencyAccess, type ReadEntry } from '@safeconduct/contracts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/server/src/start/configuration.js';
import { openInstallation } from '../../apps/server/src/start/installation.js';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder, type CliRun } from './cli.js';
import { officerCase } from './http/officer-cases.js';

const reference = 'QAIM-2024-00001';
const why = 'The person collapsed at the gate; MARKED allergies are needed.';
const unknownAccess = '0b7c1d2e-3f40-7a51-9b62-7c8d9e0f1a2b';
/** What nobody may find in an error: the person, and what was typed of them. */
const personal = /Ahmad|Misri|أحمد|MARKED/;

/** A new data folder with one case. */
async function oneCase(): Promise<{ readonly data: string; readonly caseId: string }> {
  const data = temporaryFolder();
  const opened = await openInstallation(readConfiguration({}, { data }), { note: 'test' });
  const { caseId } = await officerCase(opened, reference);
  await opened.close();
  return { data, caseId };
}

const runOn = (data: string, ...args: readonly string[]): Promise<CliRun> => cli(['--data', data, ...args]);

/** The code of a refusal and its reason, which the line on stderr names as well. */
function refusalIn(ran: CliRun): string {
  expect(ran.code).toBe(1);
  const { code, reason, detail } = ran.json<{ code: string; reason?: string; detail: string }>();
  expect(ran.stderr).toContain(`${code}: ${detail}`);
  expect(ran.stdout + ran.stderr).not.toMatch(personal);
  return reason ?? code;
}

describe.each([
  ['on the data', undefined],
  ['through the server that holds them', (data: string) => new ServerProcess({ data })],
])('the command line %s', (_where, start) => {
  let data = '';
  let caseId = '';
  let server: ServerProcess | undefined;
  beforeAll(async () => {
    ({ data, caseId } = await oneCase());
    server = start?.(data);
    await server?.ready;
  });
  afterAll(async () => {
    expect((await server?.stop()) ?? 0).toBe(0);
  });

  const run = (...args: readonly string[]) => runOn(data, ...args);
  const json = (...args: readonly string[]) => run('--json', ...args);
  const take = (as: string, ...more: readonly string[]) =>
    json('emergency', 'take', reference, '--as', as, '--trigger', 'medicalEmergency', '--text', why, ...more);
  const end = (as: string, id: string) => json('emergency', 'end', id, '--as', as);
  const review = (as: string, id: string, ...more: readonly string[]) =>
    json('emergency', 'review', id, '--as', as, '--verdict', 'justified', '--text', 'It was so.', ...more);
  const reads = async (...narrowed: readonly string[]) =>
    (await json('reads', ...narrowed)).json<readonly ReadEntry[]>();

  it('gives emergency access to whoever may have it, and another person ends and reviews it', async () => {
    const taken = await take('CO-60', '--minutes', '30', '--classes', 'identity, medical');
    expect(taken.code).toBe(0);
    const access = operations.takeEmergencyAccess.success.body.parse(taken.json());
    expect(access).toMatchObject({ caseId, person: 'co-60', status: 'active', text: why, review: null });
    expect(access.classes).toEqual(['identity', 'medical']);
    expect(Date.parse(access.until) - Date.parse(access.begunAt)).toBe(30 * 60_000);
    const { id } = access;
    expect(refusalIn(await take('co-60'))).toBe('ACCESS_RUNS_ALREADY');
    expect(refusalIn(await take('aud-01'))).toBe('NO_EMERGENCY_ACCESS');
    expect(refusalIn(await take('lia-01', '--classes', 'narrative'))).toBe('CLASS_NEVER_GIVEN');
    expect(refusalIn(await review('dpo-01', id))).toBe('ACCESS_STILL_RUNS');
    expect(refusalIn(await end('co-61', id))).toBe('EMERGENCY_NOT_FOUND');
    expect((await end('co-60', id)).json()).toMatchObject({ status: 'toReview', ended: { by: 'co-60' } });
    expect(refusalIn(await end('co-60', id))).toBe('ACCESS_IS_OVER');
    expect(refusalIn(await review('co-60', id))).toBe('OWN_ACCESS');
    expect(refusalIn(await review('co-61', id))).toBe('EMERGENCY_NOT_FOUND');
    expect((await review('dpo-01', id)).json()).toMatchObject({
      ...{ status: 'reviewed', text: why },
      review: { by: 'dpo-01', verdict: 'justified', text: 'It was so.' },
    });
    expect(refusalIn(await review('sup-01', id))).toBe('REVIEWED_ALREADY');
    expect(refusalIn(await end('co-60', unknownAccess))).toBe('EMERGENCY_NOT_FOUND');
    expect(refusalIn(await end('co-60', '../people'))).toBe('EMERGENCY_NOT_FOUND');
    const listed = (await json('emergency')).json<readonly EmergencyAccess[]>();
    expect(operations.listEmergencyAccess.success.body.parse({ items: listed }).items).toHaveLength(1);
  });

  it('says in both languages what became of it', async () => {
    const took = await run(
      ...['--language', 'ar', 'emergency', 'take', caseId, '--as', 'co-62'],
      ...['--trigger', 'childAtRisk', '--text', why],
    );
    expect(took).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\S{36} {2}سارٍ {2}حتى \(UTC\): .*\n$/),
    });
    const again = [
      'emergency',
      'take',
      reference,
      '--as',
      'co-62',
      '--trigger',
      'childAtRisk',
      '--text',
      why,
    ];
    expect((await run(...again)).stderr).toContain('you have access to this case already');
    const arabic = await run('--language', 'ar', ...again);
    expect(arabic.stderr).toMatch(/EMERGENCY_REFUSED/);
    expect(arabic.stderr.replace('EMERGENCY_REFUSED', '')).not.toMatch(/[A-Za-z]/);
    const english = await run('emergency');
    for (const text of ['a child at risk', 'running', 'reviewed', 'justified', 'co-62', why])
      expect(english.stdout).toContain(text);
    const list = await run('--language', 'ar', 'emergency');
    for (const text of ['طفل في خطر', 'سارٍ', 'رُوجع', 'مبرَّر']) expect(list.stdout).toContain(text);
  });

  it('says who read, narrowed by anything that an entry names', async () => {
    const [first, ...others] = await reads('--case', reference, '--actor', 'CO-60');
    expect(others.length).toBeGreaterThan(0);
    expect(operations.listReads.success.body.shape.items.element.parse(first)).toMatchObject({
      ...{ actor: 'co-60', cases: [caseId], classes: ['narrative'] },
      operation: 'endEmergencyAccess',
    });
    expect(await reads('--actor', 'co-60', '--limit', '1')).toEqual([first]);
    expect((await reads('--purpose', 'systemWork')).every(({ way }) => way === 'cli')).toBe(true);
    expect(await reads('--class', 'identity', '--actor', 'co-60')).toEqual([]);
    expect(await reads('--operation', 'endEmergencyAccess', '--actor', 'co-60')).toContainEqual(first);
    expect(await reads('--operation', 'takeEmergencyAccess')).not.toContainEqual(first);
    expect(await reads('--break-glass')).toEqual([]);
    expect(await reads('--to', '2025-01-01T00:00:00Z')).toEqual([]);
    expect(await reads('--from', first?.at ?? '', '--to', first?.at ?? '')).toContainEqual(first);
    const english = await run('reads', '--actor', 'co-60');
    expect(english.stdout).toMatch(/^no\. +read \(UTC\)/);
    expect(english.stdout).toContain(`endEmergencyAccess`);
    expect((await run('--language', 'ar', 'reads')).stdout).toContain('وقت الاطلاع');
  });

  it('reports to the person, who sees nobody’s name', async () => {
    const report = await json('access-report', reference);
    expect(operations.getAccessReport.success.body.parse(report.json())).toMatchObject({
      ...{ caseId, workflow: 'officer-case' },
      emergencies: [{ trigger: 'childAtRisk', verdict: null }, { verdict: 'justified' }],
    });
    const english = await run('access-report', caseId);
    const arabic = await run('--language', 'ar', 'access-report', reference);
    const page = await run('--language', 'ar', 'access-report', reference, '--html');
    expect(english.stdout).toContain('a child at risk');
    expect(arabic.stdout).toContain('طفل في خطر');
    expect(page.stdout).toContain('<html lang="ar" dir="rtl">');
    for (const { code, stdout } of [report, english, arabic, page]) {
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/co-6|dpo-01|intake-01|MARKED/);
    }
  });
});

describe('wrong usage', () => {
  let data = '';
  beforeAll(async () => {
    ({ data } = await oneCase());
  });

  const text = ['--text', why] as const;
  const take = ['emergency', 'take', reference, '--as', 'co-60'] as const;
  const taken = [...take, '--trigger', 'courtOrder', ...text] as const;
  const review = ['emergency', 'review', unknownAccess, '--as', 'dpo-01'] as const;

  it.each([
    ['a mistyped data class', ['reads', '--class', 'medicl'], 'did you mean medical?'],
    ['a mistyped purpose', ['reads', '--purpose', 'relocaton'], 'did you mean relocation?'],
    ['a mistyped operation', ['reads', '--operation', 'getCas'], 'no operation is called getCas'],
    ['a time without a zone', ['reads', '--from', '2025-01-31T00:00:00'], 'with its zone'],
    ['no time', ['reads', '--to', 'yesterday'], '--to must be a time'],
    [
      'a period that ends before it begins',
      ['reads', '--from', '2025-02-01T00:00:00Z', '--to', '2025-01-31T00:00:00Z'],
      '--to must not lie before --from',
    ],
    ['no entries', ['reads', '--limit', '0'], '--limit must be a whole number from 1'],
    ['what can be nobody’s id', ['reads', '--actor', 'MARKED Ahmad'], '--actor takes the id of a person'],
    ['an empty option', ['reads', '--actor', ''], '--actor is empty'],
    ['a workflow that there is not', ['reads', '--case', 'x', '--workflow', 'y'], 'no workflow is called y'],
    ['an action that there is not', ['emergency', 'grab', 'x'], 'none of take, end, review'],
    ['nothing that is acted on', ['emergency', 'take'], 'needs a case or the id of an access'],
    ['an option without an action', ['emergency', '--as', 'co-60'], '--as is no option of emergency'],
    ['no reason', [...take, '--trigger', 'courtOrder'], '--text is missing'],
    ['a reason that says nothing', [...take, '--trigger', 'courtOrder', '--text', 'x'], '--text'],
    [
      'a reason as long as a file',
      [...take, '--trigger', 'courtOrder', '--text', 'MARKED'.repeat(400)],
      '--text',
    ],
    ['no trigger', [...take, ...text], '--trigger is missing'],
    ['an unknown trigger', [...take, ...text, '--trigger', 'MARKED'], '--trigger'],
    ['nobody', ['emergency', 'take', reference, '--trigger', 'courtOrder', ...text], '--as is missing'],
    ['more than four hours', [...taken, '--minutes', '241'], '--minutes'],
    ['less than five minutes', [...taken, '--minutes', '4'], '--minutes'],
    ['no number of minutes', [...taken, '--minutes', 'ten'], '--minutes must be a whole number'],
    ['a mistyped class of an emergency', [...taken, '--classes', 'identity,medicl'], 'did you mean medical?'],
    [
      'an end with minutes',
      ['emergency', 'end', unknownAccess, '--as', 'co-60', '--minutes', '9'],
      'no option of',
    ],
    ['a review without a verdict', [...review, ...text], '--verdict is missing'],
    ['a review with another verdict', [...review, ...text, '--verdict', 'good'], '--verdict'],
    ['a report of no case', ['access-report'], "missing required argument 'case'"],
  ] as readonly (readonly [string, readonly string[], string])[])(
    '%s ends with exit code 2 and says what is wrong, and nothing that was typed of a person',
    async (_what, args, says) => {
      const { code, stdout, stderr } = await runOn(data, ...args);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(says)]);
      expect(stderr).not.toMatch(personal);
    },
  );

  it('gives no emergency access', async () => {
    expect((await runOn(data, '--json', 'emergency')).json()).toEqual([]);
  });

  it.each([
    ['reads', '--case', 'QAIM-2024-99999'],
    ['access-report', 'QAIM-2024-99999'],
    ['emergency', 'take', 'QAIM-2024-99999', ...taken.slice(3)],
  ])('of a case that there is not is refused: %s', async (...args) => {
    expect(refusalIn(await runOn(data, '--json', ...args))).toBe('CASE_NOT_FOUND');
  });

  it('of a folder without data makes none', async () => {
    const nothing = join(data, 'nothing');
    for (const args of [['reads'], ['emergency'], ['access-report', reference], review, taken]) {
      const more = args === review ? [...text, '--verdict', 'justified'] : [];
      const { code, stderr } = await runOn(nothing, ...args, ...more);
      expect([args, code, stderr]).toEqual([args, 1, expect.stringContaining('holds no data yet')]);
    }
    const confirmed = await cli([
      ...['proposal', 'confirm', reference, unknownAccess, '--as', 'co-60', '--content-hash', 'x'],
      ...['--data', nothing],
    ]);
    expect([confirmed.code, confirmed.stderr]).toEqual([1, expect.stringContaining('holds no data yet')]);
    expect(existsSync(nothing)).toBe(false);
  });
});

describe('the program', () => {
  it('ends with the exit code of its command, and answers with one JSON document', async () => {
    const { data } = await oneCase();
    const wrong = await cli(['reads', '--class', 'medicl', '--data', data, '--json']);
    expect([wrong.code, wrong.json()]).toMatchObject([2, { code: 'UNKNOWN_NAME' }]);
    const refused = await cli(['access-report', 'X-1', '--data', data, '--json']);
    expect([refused.code, refused.json()]).toMatchObject([1, { code: 'CASE_NOT_FOUND' }]);
    const listed = await cli(['reads', '--data', data, '--json']);
    expect([listed.code, listed.json<readonly ReadEntry[]>()[0]?.way]).toEqual([0, 'cli']);
  });
});

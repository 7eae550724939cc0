import { beforeAll, describe, expect, it } from '@jest/globals';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder, type CliRun } from './cli.js';
import { entry } from './http/officer-cases.js';
import { registerIn } from './registered-in.js';

const data = temporaryFolder();
const voiding = JSON.stringify({ proofNo: 'E-1', reason: 'typed twice' });

interface Made {
  readonly proposalId: string;
  readonly caseId: string;
  readonly contentHash: string;
}

const run = (...args: string[]) => cli([...args, '--data', data, '--json']);
const register = (registrationNo: string) => {
  const input = JSON.stringify(entry(registrationNo));
  return run('advance', 'new', 'RegisterEntry', '--as', 'intake-1', '--input', input);
};
const propose = (registrationNo: string) =>
  run('advance', registrationNo, 'VoidRegistration', '--as', 'sup-1', '--input', voiding);

/** A new case of which somebody proposes that it was registered by mistake. */
async function proposed(registrationNo: string): Promise<Made> {
  expect((await register(registrationNo)).code).toBe(0);
  const made = await propose(registrationNo);
  expect(made.code).toBe(0);
  return made.json<Made>();
}

const act = (action: string, registrationNo: string, { proposalId }: Made, ...more: string[]) =>
  run('proposal', action, registrationNo, proposalId, ...more);
const confirm = (registrationNo: string, made: Made, as = 'co-1', hash = made.contentHash) =>
  act('confirm', registrationNo, made, '--as', as, '--content-hash', hash);
const codeOf = (ran: CliRun) => {
  expect(ran.code).toBe(1);
  return ran.json<{ code: string }>().code;
};

beforeAll(async () => {
  const officer = { roles: ['caseOfficer', 'custody'], unit: 'QAIM' };
  await registerIn(data, {
    ...{ 'intake-1': { roles: ['intake'] }, 'sup-1': { roles: ['supervisor'], unit: 'QAIM' } },
    ...{ 'co-1': officer, 'co-2': officer },
  });
});

describe('a step that needs a second person, on the command line', () => {
  let made: Made;
  beforeAll(async () => {
    made = await proposed('Q-1');
  });

  it('waits as a proposal, says so, and stands in both inboxes', async () => {
    const said = await cli([
      'advance',
      'Q-1',
      'VoidRegistration',
      '--as',
      'sup-1',
      '--input',
      voiding,
      '--data',
      data,
    ]);
    expect(said.code).toBe(0);
    expect(said.stdout).toContain('VoidRegistration) waits for a second person as proposal');
    expect(said.stdout).toContain(`safeconduct proposal ${made.caseId}`);
    for (const inbox of [
      ['--waiting-for', 'co-1'],
      ['--proposed-by', 'sup-1'],
    ]) {
      const found = (await run('proposals', ...inbox)).json<readonly Made[]>();
      expect(found.map(({ proposalId }) => proposalId)).toContain(made.proposalId);
    }
    expect((await run('proposals', '--waiting-for', 'sup-1')).json()).toEqual([]);
    interface Inbox {
      readonly items: readonly { readonly reference: string }[];
      readonly proposals: readonly Made[];
    }
    for (const more of [[], ['--concerns', 'co-1'], ['--concerns', 'sup-1']]) {
      const { items, proposals } = (await run('inbox', ...more)).json<Inbox>();
      expect(items.map(({ reference }) => reference)).toContain('Q-1');
      expect(proposals.map(({ proposalId }) => proposalId)).toContain(made.proposalId);
    }
    expect((await run('inbox', '--concerns', 'cus-1')).json<Inbox>().proposals).toEqual([]);
    expect((await cli(['inbox', '--data', data])).stdout).toContain(made.proposalId);
    const listed = await cli(['proposals', '--status', 'open', '--data', data]);
    expect(listed.stdout).toContain(made.proposalId);
  });

  it('is shown as it is confirmed, for people and for programs', async () => {
    const shown = await cli(['proposal', 'Q-1', made.proposalId, '--data', data]);
    for (const text of [
      'sup-1',
      'typed twice',
      made.contentHash,
      '(entered.intake), revision 0',
      'who may confirm',
    ])
      expect(shown.stdout).toContain(text);
    expect((await run('proposal', made.caseId, made.proposalId)).json()).toMatchObject({
      ...{ contentHash: made.contentHash, status: 'open', reference: 'Q-1', whyNot: null },
      data: JSON.parse(voiding) as object,
    });
  });

  it('is confirmed by another person who names what they saw', async () => {
    expect(codeOf(await confirm('Q-1', made, 'sup-1'))).toBe('SECOND_PERSON_INVALID');
    expect(codeOf(await confirm('Q-1', made, 'co-1', 'x'.repeat(43)))).toBe('PROPOSAL_CONTENT_DIFFERS');
    const confirmed = await confirm('Q-1', made);
    expect(confirmed.code).toBe(0);
    expect(confirmed.json()).toMatchObject({ events: [{ type: 'RegistrationVoided' }] });
    expect(codeOf(await confirm('Q-1', made, 'co-2'))).toBe('PROPOSAL_CLOSED');
  });
});

describe('a proposal on the command line', () => {
  it('is rejected with a reason or withdrawn by who made it, and nobody else', async () => {
    const [one, other] = [await proposed('Q-2'), await proposed('Q-3')];
    const rejected = await act('reject', 'Q-2', one, '--as', 'co-1', '--reason', 'not a mistake');
    expect(rejected.json()).toMatchObject({ status: 'rejected' });
    expect(codeOf(await act('withdraw', 'Q-3', other, '--as', 'co-1'))).toBe('PROPOSAL_OF_ANOTHER');
    expect((await act('withdraw', 'Q-3', other, '--as', 'sup-1')).json()).toMatchObject({
      status: 'withdrawn',
    });
    const shown = await cli(['proposal', 'Q-2', one.proposalId, '--data', data]);
    expect(shown.stdout).toContain('reason: not a mistake');
  });

  it('that is not there, or named wrongly, is refused in one line', async () => {
    const unknown = { proposalId: '0b7c1d2e-3f40-8a51-9b62-7c8d9e0f1a2b' } as Made;
    expect(codeOf(await run('proposal', 'Q-2', unknown.proposalId))).toBe('PROPOSAL_NOT_FOUND');
    expect(codeOf(await confirm('Q-2', unknown, 'co-1', 'h'))).toBe('PROPOSAL_NOT_FOUND');
    expect(codeOf(await run('proposal', 'Q-99', unknown.proposalId))).toBe('CASE_NOT_FOUND');
    const missing = [
      await act('confirm', 'Q-2', unknown, '--as', 'co-1'),
      await act('reject', 'Q-2', unknown, '--as', 'co-1'),
      await act('withdraw', 'Q-2', unknown),
      await act('forget', 'Q-2', unknown),
      await run('proposals', '--status', 'lost'),
    ];
    expect(missing.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
  });
});

describe('a proposal beside a running server', () => {
  it('is made, shown, confirmed and rejected through it', async () => {
    const server = new ServerProcess({ data, args: ['--no-demo'] });
    await server.ready;
    const [one, other] = [await proposed('Q-10'), await proposed('Q-11')];
    expect((await run('proposal', 'Q-10', one.proposalId)).json()).toMatchObject({ status: 'open' });
    expect(codeOf(await confirm('Q-10', one, 'sup-1'))).toBe('SECOND_PERSON_INVALID');
    expect((await confirm('Q-10', one)).json()).toMatchObject({ events: [{ type: 'RegistrationVoided' }] });
    const rejected = await act('reject', 'Q-11', other, '--as', 'co-1', '--reason', 'not a mistake');
    expect(rejected.json()).toMatchObject({ status: 'rejected' });
    const named = await run(
      ...[
        'advance',
        'Q-11',
        'VoidRegistration',
        '--as',
        'sup-1',
        '--input',
        voiding,
        '--confirmed-by',
        'co-1',
      ],
    );
    expect(named.code).toBe(2);
    expect(named.stderr).toContain('safeconduct proposal confirm');
    await server.stop();
  });
});

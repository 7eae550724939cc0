import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FeedErased, FeedJob, FeedProposal, type ProposalMade } from '@safeconduct/contracts';
import { officerCase as officers } from '../../../workflows/officer-case/index.js';
import { template } from '../../../workflows/_template/index.js';
import { testReader } from '@safeconduct/engine/testing';
import { codeIn, serverWithPeople, type ServerWithPeople } from './accounts.js';
import {
  came,
  follow as followAt,
  recorded,
  stopFollowing,
  type FeedFollower,
  type Frame,
} from './feed-follower.js';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { csv, endedJob, rows, startImport } from './imports.js';
import { assign, caseOfLongAgo, erase, officerCase, type Post } from './officer-cases.js';
import { staff } from '../registering.js';
import { registerPeople } from './registered-people.js';
import type { Visitor } from './visitor.js';

const limits = { feedPulseMs: 100, feedReaders: 20 };
afterEach(() => {
  stopFollowing();
});

/** Everything up to a position was sent. */
const pulsed = (position: bigint) => (frames: readonly Frame[]) =>
  frames.some(({ event, data }) => event === 'pulse' && BigInt(data?.['position'] ?? 0) >= position);

const ended = async (follower: FeedFollower): Promise<boolean> => {
  for (let waited = 0; waited < 3000 && !follower.ended; waited += 10)
    await new Promise((done) => setTimeout(done, 10));
  return follower.ended;
};

describe('what a reader of the feed is told', () => {
  let server: TestServer;
  let address: string;
  beforeAll(async () => {
    server = await testServer({ limits, workflows: [officers, template] });
    await registerPeople(server, {
      ...staff,
      'co-02': { roles: ['caseOfficer'] },
      'co-03': { roles: ['caseOfficer'] },
      'clerk-1': { roles: ['clerk'] },
      'dpo-01': { roles: ['dataProtection'] },
      'key-01': { roles: ['keyCustodian'] },
    });
    address = await server.listen();
  });
  afterAll(() => server.close());

  const follow = (person: string, query = '') =>
    followAt(`${address}/api/v1/feed${query}`, server.as(person));
  const following = async (person: string, query = '') => {
    const follower = follow(person, query);
    await follower.until(came('log'));
    return follower;
  };
  const post: Post = async <Body>(path: string, by: string, body: object, headers = {}) => {
    const url = `/api/v1/${path}`;
    const answer = await server.ask({ method: 'POST', url, headers: { as: by, ...headers }, body });
    expect([path, answer.status < 300]).toEqual([path, true]);
    return answer.json<Body>();
  };
  /** A case in which screening waits for a supervisor. */
  const proposed = async (registrationNo: string): Promise<ProposalMade> => {
    const { caseId } = await officerCase(server, registrationNo, { upTo: 'RecordIdentity' });
    const data = { category: 'COMBATANT_INTERNED', reasons: 'in uniform', interpreterId: 'int-01' };
    const url = `/api/v1/cases/${caseId}/commands/CompleteScreening`;
    const answer = await server.ask({ method: 'POST', url, headers: { as: 'co-01' }, body: { data } });
    expect(answer.status).toBe(202);
    return answer.json<ProposalMade>();
  };
  const proposalsIn = (follower: FeedFollower) =>
    follower.frames.flatMap(({ event, data }) => (event === 'proposal' ? [FeedProposal.parse(data)] : []));

  it('is the reference, or a pseudonym where the reader does not see the identity', async () => {
    const officer = await following('co-01');
    const auditor = await following('aud-01');
    const { caseId } = await officerCase(server, 'R-1');
    await assign(server, caseId, 'co-01');
    await auditor.until(recorded(7));
    await officer.until(recorded(1));
    expect(new Set(officer.events.map(({ reference }) => reference))).toEqual(new Set(['R-1']));
    const [name, ...others] = new Set(auditor.events.map(({ reference }) => reference));
    expect(others).toEqual([]);
    expect(name).toMatch(/^P-[0-9A-F]{12}$/);
    expect(auditor.text).not.toContain('R-1');
    const listed = await server.ask({ url: `/api/v1/cases/${caseId}`, headers: { as: 'aud-01' } });
    expect(bodyOf('getCase', listed).reference).toBe(name);
  });

  it('is of the cases that they see for the purpose in the address', async () => {
    const asUsual = await following('dpo-01');
    const forPerson = await following('dpo-01', '?purpose=subjectRequest');
    await officerCase(server, 'R-10');
    await forPerson.until(recorded(1));
    expect(forPerson.events[0]).toMatchObject({ reference: 'R-10' });
    const head = await server.engine.queries.head(testReader);
    await asUsual.until(pulsed(head));
    expect(asUsual.events).toEqual([]);
    const answer = await server.ask({ url: '/api/v1/feed?purpose=fun', headers: { as: 'dpo-01' } });
    expect(problemIn(answer)).toMatchObject({ status: 400, issues: [{ path: 'query.purpose' }] });
  });

  it('is of a case that they read under emergency access, for this purpose and no longer than it runs', async () => {
    const { caseId } = await officerCase(server, 'R-11');
    const asked = { trigger: 'medicalEmergency', text: 'Collapsed at the gate.', classes: ['military'] };
    const { id } = await post<{ readonly id: string }>(`cases/${caseId}/emergency-access`, 'co-03', asked);
    const follower = await following('co-03', `?case=${caseId}&purpose=breakGlass`);
    const asUsual = await following('co-03', `?case=${caseId}`);
    await assign(server, caseId, 'co-01');
    await follower.until(recorded(1));
    expect(follower.events[0]?.reference).toMatch(/^P-/);
    await post(`emergency-access/${id}/end`, 'co-03', {});
    await assign(server, caseId, 'co-02');
    const head = await server.engine.queries.head(testReader);
    for (const one of [follower, asUsual]) await one.until(pulsed(head));
    expect([follower.events.length, asUsual.events.length]).toEqual([1, 0]);
  });

  it('has proposals for who made them and who may confirm them, and for nobody else', async () => {
    const supervisor = await following('sup-01');
    const custody = await following('cus-01');
    const { caseId, proposalId, contentHash } = await proposed('R-2');
    const open = { caseId, proposalId, state: 'open' };
    await supervisor.until(came('proposal'));
    const url = `/api/v1/cases/${caseId}/proposals/${proposalId}/confirm`;
    const body = { contentHash };
    expect((await server.ask({ method: 'POST', url, headers: { as: 'sup-01' }, body })).status).toBe(200);
    await supervisor.until(came('proposal', 2));
    expect(proposalsIn(supervisor)).toEqual([open, { ...open, state: 'confirmed' }]);
    expect(supervisor.frames.find(({ event }) => event === 'proposal')?.id).toMatch(/^\d+$/);
    // Who sees the case and may not confirm has the step, and not the proposal of it.
    await custody.until((frames) => frames.some(({ data }) => data?.['type'] === 'ScreeningCompleted'));
    expect(proposalsIn(custody)).toEqual([]);
  });

  it('is that a person is erased, for those who see the case and for nobody else, once it can be read no more', async () => {
    const officer = await following('co-01');
    const other = await following('co-02');
    const person = { latin: 'Qastun al-Wardi', arabic: 'قسطون الوردي' };
    const caseId = await caseOfLongAgo(server, { registrationNo: 'R-9', officer: 'co-01', ...person });
    await server.settled();
    await erase(post, caseId);
    await server.settled();
    const erased = (frames: readonly Frame[]) => frames.some(({ event }) => event === 'erased');
    const frame = (await officer.until(erased)).find(({ event }) => event === 'erased');
    expect(FeedErased.parse(frame?.data)).toEqual({ caseId });
    const shown = await server.ask({ url: `/api/v1/cases/${caseId}`, headers: { as: 'co-01' } });
    expect([shown.status, shown.text.includes(person.latin)]).toEqual([200, false]);
    await other.until(pulsed(BigInt(frame?.id ?? '')));
    expect(erased(other.frames)).toBe(false);
  });

  it('has of one case how its proposals stand by now', async () => {
    const { caseId, proposalId } = await proposed('R-3');
    const follower = follow('sup-01', `?case=${caseId}&after=0`);
    await follower.until(came('proposal'));
    expect(proposalsIn(follower)).toEqual([{ caseId, proposalId, state: 'open' }]);
    const other = follow('cus-01', `?case=${caseId}&after=0`);
    await other.until(came('pulse', 2));
    expect(proposalsIn(other)).toEqual([]);
  });

  it('has the jobs of every server, from the one that is under way to its end', async () => {
    const follower = await following('clerk-1');
    const ofOneCase = await following('clerk-1', '?case=00000000-0000-8000-8000-000000000000');
    const { id } = bodyOf('startImport', await startImport(server, { body: csv(rows(3)) }));
    await endedJob(server, { id });
    const isEnd = ({ data }: Pick<Frame, 'data'>) => data?.['jobId'] === id && data['state'] === 'done';
    const frames = await follower.until((all) => all.some(isEnd));
    const job = FeedJob.parse(frames.find(isEnd)?.data);
    expect(job).toEqual({ jobId: id, state: 'done', done: 3, total: 3 });
    expect(ofOneCase.text).not.toContain('event: job');
    // Whoever comes later is told of jobs that are open, and of no other.
    const later = await following('clerk-1');
    await later.until(came('pulse', 2));
    expect(later.text).not.toContain(id);
  });
});

describe('the feed of somebody who signed in', () => {
  let people: ServerWithPeople;
  let address: string;
  beforeAll(async () => {
    people = await serverWithPeople({ limits });
    address = await people.server.listen();
  });
  afterAll(() => people.server.close());

  /** A reader by a session, whose stream has begun to pulse. */
  async function followed(visitor: Visitor): Promise<FeedFollower> {
    const follower = followAt(`${address}/api/v1/feed`, { cookie: visitor.cookie });
    await follower.until(came('pulse'));
    return follower;
  }
  const signedOut = async (follower: FeedFollower) => {
    const frames = await follower.until(came('signedOut'));
    expect(frames.at(-1)).toMatchObject({ event: 'signedOut', id: undefined, data: {} });
    expect(await ended(follower)).toBe(true);
  };

  it('ends with their session, and goes on for their other one', async () => {
    const visitor = await people.begun('co-1');
    const follower = await followed(visitor);
    const other = await followed(await people.signedIn('co-1'));
    bodyOf('signOut', await visitor.delete('session'));
    await signedOut(follower);
    const before = other.frames.length;
    await other.until((frames) => frames.length > before + 2);
    expect(other.text).not.toContain('signedOut');
    expect(codeIn(await visitor.get('feed'))).toBe('SIGN_IN_REQUIRED');
  });

  it('ends when a role is taken from them, or given to them', async () => {
    const change = async (command: string) => {
      const url = `/api/v1/people/co-2/commands/${command}`;
      const body = { data: { role: 'supervisor' } };
      const answer = await people.server.ask({ method: 'POST', url, headers: { as: 'adm-1' }, body });
      bodyOf('changePerson', answer);
      await people.server.settled();
    };
    const visitor = await people.begun('co-2');
    const before = await followed(visitor);
    await change('GiveRole');
    await signedOut(before);
    const after = await followed(visitor);
    await change('TakeRole');
    await signedOut(after);
  });

  it('keeps no session alive that is not used', async () => {
    const visitor = await people.begun('co-3');
    const follower = await followed(visitor);
    await people.age('co-3', { seenMs: 31 * 60_000 });
    await signedOut(follower);
  });

  it('ends with the token of their program', async () => {
    const visitor = await people.begun('co-4');
    const made = await visitor.post('account/tokens', { name: 'watcher', scopes: ['read'], days: 1 });
    const { token, id } = made.json<{ readonly token: string; readonly id: string }>();
    const follower = followAt(`${address}/api/v1/feed`, { authorization: `Bearer ${token}` });
    await follower.until(came('pulse'));
    expect((await visitor.delete(`account/tokens/${id}`)).status).toBeLessThan(300);
    await signedOut(follower);
  });
});

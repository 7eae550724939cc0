import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProposalFile, ProposalMade } from '@safeconduct/contracts';
import { fixedClock } from '@safeconduct/engine/testing';
import { days, plus } from '@safeconduct/workflow';
import { template } from '../../../workflows/_template/index.js';
import { officerCase as officers } from '../../../workflows/officer-case/index.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';
import { staff } from '../registering.js';
import { registerPeople } from './registered-people.js';
import { Visitor } from './visitor.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ workflows: [officers, template] });
  const supervisor = { roles: ['supervisor'], unit: 'QAIM' };
  const officer = { roles: ['caseOfficer'] };
  await registerPeople(server, {
    ...staff,
    'both-1': { roles: ['caseOfficer', 'supervisor'], unit: 'QAIM' },
    ...{ 'sup-01': supervisor, 'sup-09': supervisor, 'co-01': officer, 'co-02': officer },
  });
});
afterAll(() => server.close());

const screening = {
  data: { category: 'COMBATANT_INTERNED', reasons: 'in uniform', interpreterId: 'int-01' },
};
const post = (url: string, actor: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  server.ask({ method: 'POST', url: `/api/v1${url}`, headers: { as: actor, ...headers }, body });
const get = (url: string, actor = 'aud-01', headers: Record<string, string> = {}) =>
  server.ask({ url: `/api/v1${url}`, headers: { as: actor, ...headers } });

/** A case in which screening waits for a supervisor. */
async function screened(registrationNo: string, headers: Record<string, string> = {}) {
  const { caseId, revision } = await officerCase(server, registrationNo, { upTo: 'RecordIdentity' });
  const answer = await post(`/cases/${caseId}/commands/CompleteScreening`, 'co-01', screening, headers);
  return { ...madeIn(answer), revision, answer };
}

function madeIn(answer: Answer): ProposalMade {
  expect(answer.status).toBe(202);
  return answer.json<ProposalMade>();
}

type Named = Pick<ProposalMade, 'caseId' | 'proposalId'>;
const pathOf = ({ caseId, proposalId }: Named) => `/cases/${caseId}/proposals/${proposalId}`;
const confirm = (made: ProposalMade, actor = 'sup-01', contentHash = made.contentHash) =>
  post(`${pathOf(made)}/confirm`, actor, { contentHash });
const fileOf = async (made: Named, headers: Record<string, string> = {}): Promise<ProposalFile> =>
  bodyOf('getProposal', await get(pathOf(made), 'sup-01', headers));
const idsIn = async (query: string, actor: string): Promise<readonly string[]> => {
  await server.settled();
  const { items } = bodyOf('listProposals', await get(`/proposals?limit=500&${query}`, actor));
  return items.map(({ proposalId }) => proposalId);
};

describe('a command that needs a second person, sent over HTTP', () => {
  it('answers 202 with the proposal and where it is, and leaves the case as it is', async () => {
    const { answer, caseId, proposalId, revision } = await screened('P-1');
    expect(answer.headers).toMatchObject({ location: `/api/v1${pathOf({ caseId, proposalId })}` });
    expect(answer.headers['etag']).toBeUndefined();
    expect(answer.json()).toMatchObject({
      ...{
        workflow: 'officer-case',
        command: 'CompleteScreening',
        status: 'open',
        confirmedBy: ['supervisor'],
      },
    });
    const file = bodyOf('getCase', await get(`/cases/${caseId}`));
    expect(file.revision).toBe(String(revision));
  });

  it('is one proposal under one key, and says that it is repeated', async () => {
    const first = await screened('P-2', { 'idempotency-key': 'p-2' });
    const url = `/cases/${first.caseId}/commands/CompleteScreening`;
    await assign(server, first.caseId, 'co-01');
    const again = await post(url, 'co-01', screening, { 'idempotency-key': 'p-2' });
    expect(madeIn(again)).toEqual(first.answer.json());
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = { data: { ...screening.data, reasons: 'other' } };
    expect(problemIn(await post(url, 'co-01', other, { 'idempotency-key': 'p-2' })).code).toBe(
      'COMMAND_ID_REUSED',
    );
  });

  it('is refused at once by every rule that no second person can satisfy', async () => {
    const { caseId } = await officerCase(server, 'P-3', { upTo: 'RegisterEntry' });
    await assign(server, caseId, 'co-01');
    const url = `/cases/${caseId}/commands/CompleteScreening`;
    expect(problemIn(await post(url, 'co-01', screening))).toMatchObject({
      code: 'COMMAND_REFUSED',
      status: 409,
    });
    expect(problemIn(await post(url, 'aud-01', screening)).code).toBe('NOT_PERMITTED');
    expect(problemIn(await post(url, 'co-01', {})).code).toBe('COMMAND_INVALID');
    expect(bodyOf('listCaseProposals', await get(`/cases/${caseId}/proposals`)).items).toEqual([]);
  });
});

describe('GET /cases/{caseId}/proposals/{proposalId}', () => {
  it('shows exactly what is confirmed, in the language of the request', async () => {
    const made = await screened('P-4');
    expect(await fileOf(made)).toMatchObject({
      ...{ reference: 'P-4', title: 'Complete the screening', status: 'open', data: screening.data },
      ...{
        proposedBy: { id: 'co-01', role: 'caseOfficer' },
        occurredAt: null,
        purpose: null,
        onBehalfOf: null,
      },
      ...{ contentHash: made.contentHash, confirmedBy: ['supervisor'], confirmableBy: ['supervisor'] },
      ...{ whyNot: null, reason: null, takenAt: null, endedBy: null },
      caseThen: { state: 'entered', revision: String(made.revision) },
      caseNow: { state: 'entered', revision: String(made.revision) },
    });
    const inArabic = await fileOf(made, { 'accept-language': 'ar' });
    expect(inArabic.title).toMatch(/[\u0600-\u06ff]/);
  });

  it('says why nobody can confirm it any more, such as after the case has moved on', async () => {
    const made = await screened('P-5');
    const other = await post(`/cases/${made.caseId}/commands/CompleteScreening`, 'co-02', screening);
    await confirm(madeIn(other));
    const placed = { data: { facility: 'QAIM', orderNo: 'PO-1', legalBasis: 'HC V 1907, art. 11' } };
    bodyOf('sendCommand', await post(`/cases/${made.caseId}/commands/PlaceInFacility`, 'sup-01', placed));
    const shown = await fileOf(made);
    expect(shown).toMatchObject({ status: 'open', confirmableBy: [], whyNot: { code: 'WRONG_STATE' } });
    expect(shown.caseNow).not.toEqual(shown.caseThen);
    expect(problemIn(await confirm(made))).toMatchObject({ code: 'WRONG_STATE', status: 409 });
    expect(await fileOf(made)).toMatchObject({ status: 'open' });
  });

  it('has nothing under an unknown id, in a case that there is or is not', async () => {
    const made = await screened('P-6');
    const elsewhere = { caseId: 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10', proposalId: made.proposalId };
    const unknown = { caseId: made.caseId, proposalId: '0b7c1d2e-3f40-8a51-9b62-7c8d9e0f1a2b' };
    expect(problemIn(await get(pathOf(elsewhere))).code).toBe('CASE_NOT_FOUND');
    expect(problemIn(await get(pathOf(unknown))).code).toBe('PROPOSAL_NOT_FOUND');
    expect(problemIn(await get(pathOf({ ...made, proposalId: 'x' }))).code).toBe('PROPOSAL_NOT_FOUND');
    expect(problemIn(await confirm({ ...made, ...unknown })).code).toBe('PROPOSAL_NOT_FOUND');
    expect(problemIn(await get(`/cases/${elsewhere.caseId}/proposals`)).code).toBe('CASE_NOT_FOUND');
  });
});

describe('POST …/confirm', () => {
  it('records the step with both persons; the same again answers alike', async () => {
    const made = await screened('P-10');
    const answer = await confirm(made);
    const accepted = bodyOf('confirmProposal', answer);
    expect(accepted).toMatchObject({ reference: 'P-10', events: [{ type: 'ScreeningCompleted' }] });
    expect(answer.headers['etag']).toBe(`"${accepted.revision}"`);
    const again = await confirm(made);
    expect(again.json()).toEqual(accepted);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const { items } = bodyOf('getHistory', await get(`/cases/${made.caseId}/history`));
    expect(items.at(-1)).toMatchObject({
      actor: { id: 'co-01', role: 'caseOfficer' },
      confirmedBy: { id: 'sup-01', role: 'supervisor' },
    });
    expect(await fileOf(made)).toMatchObject({
      status: 'confirmed',
      endedBy: 'sup-01',
      takenAt: accepted.revision,
    });
  });

  it('is refused to the first person in another role and by another way to sign in', async () => {
    const { caseId } = await officerCase(server, 'P-19', { upTo: 'RecordIdentity' });
    const made = madeIn(await post(`/cases/${caseId}/commands/CompleteScreening`, 'both-1', screening));
    const { code } = bodyOf('invitePerson', await post('/people/both-1/invitation', 'adm-1'));
    const visitor = new Visitor(server);
    const password = 'seven trains to Rutba';
    bodyOf('acceptInvitation', await visitor.post('account', { code, password }));
    const body = { contentHash: made.contentHash };
    for (const answer of [
      await visitor.post(`${pathOf(made).slice(1)}/confirm`, body),
      await confirm(made, 'both-1'),
    ])
      expect(problemIn(answer).code).toBe('SECOND_PERSON_INVALID');
    expect((await confirm(made)).status).toBe(200);
  });

  it('is refused to the first person, to another role, and for what was not proposed', async () => {
    const made = await screened('P-11');
    const other = await screened('P-12');
    expect(problemIn(await confirm(made, 'co-01'))).toMatchObject({
      ...{ code: 'SECOND_PERSON_INVALID', status: 403, requiredRoles: ['supervisor'] },
    });
    expect(problemIn(await confirm(made, 'pro-01')).code).toBe('SECOND_PERSON_INVALID');
    expect(problemIn(await confirm(made, 'sup-01', other.contentHash)).code).toBe('PROPOSAL_CONTENT_DIFFERS');
    const none = await post(`${pathOf(made)}/confirm`, 'sup-01', {});
    expect(problemIn(none)).toMatchObject({ code: 'REQUEST_INVALID' });
    expect(await fileOf(made)).toMatchObject({ status: 'open' });
  });
});

describe('POST …/reject and …/withdraw', () => {
  it('end a proposal, by a second person with the reason and by the first one', async () => {
    const [rejected, withdrawn] = [await screened('P-20'), await screened('P-21')];
    const reason = { reason: 'The interpreter was not sworn in.' };
    const answer = await post(`${pathOf(rejected)}/reject`, 'sup-01', reason);
    expect(bodyOf('rejectProposal', answer)).toMatchObject({
      status: 'rejected',
      position: expect.any(String),
    });
    expect(bodyOf('withdrawProposal', await post(`${pathOf(withdrawn)}/withdraw`, 'co-01'))).toMatchObject({
      status: 'withdrawn',
    });
    expect(await fileOf(rejected)).toMatchObject({ status: 'rejected', endedBy: 'sup-01', ...reason });
    expect(await fileOf(withdrawn)).toMatchObject({ status: 'withdrawn', endedBy: 'co-01', reason: null });
    expect(problemIn(await confirm(rejected))).toMatchObject({
      ...{ code: 'PROPOSAL_CLOSED', status: 409, proposalStatus: 'rejected' },
    });
    expect(problemIn(await post(`${pathOf(withdrawn)}/reject`, 'sup-01', reason)).code).toBe(
      'PROPOSAL_CLOSED',
    );
  });

  it('are refused to others, and a rejection without a reason', async () => {
    const made = await screened('P-22');
    expect(problemIn(await post(`${pathOf(made)}/withdraw`, 'sup-01')).code).toBe('PROPOSAL_OF_ANOTHER');
    expect(problemIn(await post(`${pathOf(made)}/reject`, 'co-01', { reason: 'r' })).code).toBe(
      'SECOND_PERSON_INVALID',
    );
    expect(problemIn(await post(`${pathOf(made)}/reject`, 'sup-01', { reason: ' ' })).code).toBe(
      'REQUEST_INVALID',
    );
    expect(await fileOf(made)).toMatchObject({ status: 'open' });
  });
});

describe('GET /inbox', () => {
  const inboxOf = async (actor: string, query = '') =>
    bodyOf('getInbox', await get(`/inbox${query}`, actor)).proposals;
  const idsOf = ({ items }: { readonly items: readonly { readonly proposalId: string }[] }) =>
    items.map(({ proposalId }) => proposalId);

  it('has a proposal in the inbox of who made it and of each who may confirm it, until it is over', async () => {
    const made = await screened('I-1');
    await server.settled();
    for (const person of ['co-01', 'sup-01', 'sup-09']) {
      const found = (await inboxOf(person)).items.find(({ proposalId }) => proposalId === made.proposalId);
      expect([person, found]).toMatchObject([
        person,
        {
          ...{ caseId: made.caseId, reference: 'I-1', command: 'CompleteScreening', status: 'open' },
          ...{ title: expect.any(String), proposedBy: { id: 'co-01', role: 'caseOfficer' } },
          ...{ contentHash: made.contentHash, expiresAt: made.expiresAt },
        },
      ]);
    }
    for (const person of ['co-02', 'lia-01', 'aud-01'])
      expect([person, idsOf(await inboxOf(person))]).toEqual([person, []]);
    // An operator in nobody's name sees what is open.
    const all = bodyOf('getInbox', await server.ask({ url: '/api/v1/inbox?limit=500' })).proposals;
    expect(idsOf(all)).toContain(made.proposalId);
    bodyOf('withdrawProposal', await post(`${pathOf(made)}/withdraw`, 'co-01'));
    await server.settled();
    for (const person of ['co-01', 'sup-01'])
      expect(idsOf(await inboxOf(person, '?limit=500'))).not.toContain(made.proposalId);
  });

  it('has as many as were asked for beside the first page, and a cursor for the others', async () => {
    await screened('I-2');
    await screened('I-3');
    await server.settled();
    const whole = await inboxOf('co-01', '?limit=500');
    expect(whole.items.length).toBeGreaterThan(1);
    const first = await inboxOf('co-01', '?limit=1');
    const url = `/proposals?concerns=me&limit=500&cursor=${first.next ?? ''}`;
    const rest = bodyOf('listProposals', await get(url, 'co-01'));
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(idsOf(whole));
    const page = bodyOf('getInbox', await get('/inbox?limit=1', 'sup-01'));
    expect(await inboxOf('sup-01', `?limit=1&cursor=${page.next ?? ''}`)).toEqual({ items: [], next: null });
    expect(idsOf(await inboxOf('co-01', '?workflow=template'))).toEqual([]);
  });
});

describe('GET /proposals', () => {
  it('has the inbox of each of the two persons, until the proposal is over', async () => {
    const made = await screened('P-30');
    expect(await idsIn('waitingFor=me', 'sup-09')).toContain(made.proposalId);
    expect(await idsIn('mine=true', 'co-01')).toContain(made.proposalId);
    expect(await idsIn('waitingFor=me', 'co-01')).not.toContain(made.proposalId);
    expect(await idsIn('waitingFor=me', 'lia-01')).not.toContain(made.proposalId);
    expect(await idsIn('mine=true', 'sup-09')).toEqual([]);
    const both = ['sup-09', 'co-01'];
    for (const person of both) expect(await idsIn('concerns=me', person)).toContain(made.proposalId);
    expect(await idsIn('concerns=me', 'lia-01')).toEqual([]);
    await confirm(made);
    for (const person of both) expect(await idsIn('concerns=me', person)).not.toContain(made.proposalId);
    expect(await idsIn('waitingFor=me', 'sup-09')).not.toContain(made.proposalId);
    expect(await idsIn('mine=true&status=confirmed', 'co-01')).toContain(made.proposalId);
    expect(await idsIn('status=open', 'sup-09')).not.toContain(made.proposalId);
  });

  it('goes page by page, each named by the one before', async () => {
    const made = [await screened('P-31'), await screened('P-32'), await screened('P-33')];
    const all = await idsIn('waitingFor=me', 'sup-01');
    const seen: string[] = [];
    let url: string | undefined = '/proposals?waitingFor=me&limit=2';
    while (url !== undefined) {
      const answer = await get(url, 'sup-01');
      seen.push(...bodyOf('listProposals', answer).items.map(({ proposalId }) => proposalId));
      url = /<\/api\/v1(.*?)>/.exec(answer.headers['link'] ?? '')?.[1];
    }
    expect(seen).toEqual(all);
    expect(seen).toEqual(expect.arrayContaining(made.map(({ proposalId }) => proposalId)));
  });

  it('shows what its maker sees at once, when it waits for the position of the proposal', async () => {
    const { position, proposalId } = await screened('P-34');
    const answer = await get(`/proposals?mine=true&limit=500&atLeast=${position}`, 'co-01');
    expect(bodyOf('listProposals', answer).items.map((one) => one.proposalId)).toContain(proposalId);
  });

  it('refuses a workflow and a cursor that there are not', async () => {
    expect(problemIn(await get('/proposals?workflow=nothing')).code).toBe('WORKFLOW_NOT_FOUND');
    expect(problemIn(await get('/proposals?cursor=x')).code).toBe('REQUEST_INVALID');
  });
});

describe('GET /cases/{caseId}/proposals', () => {
  it('has them in the order in which they were made, page by page, or those of one status', async () => {
    const { caseId, proposalId } = await screened('P-40');
    const url = `/cases/${caseId}/commands/CompleteScreening`;
    const second = madeIn(await post(url, 'co-02', screening));
    const first = bodyOf('listCaseProposals', await get(`/cases/${caseId}/proposals?limit=1`, 'sup-01'));
    expect(first.items.map((one) => one.proposalId)).toEqual([proposalId]);
    const rest = await get(`/cases/${caseId}/proposals?limit=1&cursor=${first.next}`, 'sup-01');
    expect(bodyOf('listCaseProposals', rest)).toMatchObject({
      items: [{ proposalId: second.proposalId }],
      next: null,
    });
    await post(`${pathOf({ caseId, proposalId })}/withdraw`, 'co-01');
    const open = await get(`/cases/${caseId}/proposals?status=open&limit=1`, 'sup-01');
    expect(bodyOf('listCaseProposals', open)).toMatchObject({ items: [{ status: 'open' }], next: null });
  });
});

describe('POST /proposals/confirmations', () => {
  it('gives each confirmation its own verdict, in their order', async () => {
    const [one, closed, wrong, last] = [
      await screened('P-50'),
      await screened('P-51'),
      await screened('P-52'),
      await screened('P-53'),
    ];
    await post(`${pathOf(closed)}/withdraw`, 'co-01');
    const named = ({ caseId, proposalId, contentHash }: ProposalMade) => ({
      caseId,
      proposalId,
      contentHash,
    });
    const confirmations = [one, closed, { ...wrong, contentHash: one.contentHash }, last].map(named);
    const answer = await post('/proposals/confirmations', 'sup-01', { confirmations });
    const { items } = bodyOf('confirmProposals', answer);
    expect(
      items.map(({ proposalId, recorded, problem }) => [proposalId, recorded?.reference, problem?.code]),
    ).toEqual([
      [one.proposalId, 'P-50', undefined],
      [closed.proposalId, undefined, 'PROPOSAL_CLOSED'],
      [wrong.proposalId, undefined, 'PROPOSAL_CONTENT_DIFFERS'],
      [last.proposalId, 'P-53', undefined],
    ]);
  });

  it('takes one to a hundred', async () => {
    for (const confirmations of [[], Array.from({ length: 101 }, () => ({}))])
      expect(problemIn(await post('/proposals/confirmations', 'sup-01', { confirmations })).code).toBe(
        'REQUEST_INVALID',
      );
  });
});

describe('a proposal over a day', () => {
  it('expires when its time is over', async () => {
    const clock = fixedClock('2025-03-01T08:00:00.000Z');
    const timed = await testServer({ workflows: [template], clock });
    const ask = (url: string, actor: string, body: unknown) =>
      timed.ask({ method: 'POST', url: `/api/v1${url}`, headers: { as: actor }, body });
    const data = { requestNo: 'R-1', name: 'A', nameArabic: 'ا' };
    const { caseId } = bodyOf('openCase', await ask('/workflows/template/cases', 'clerk-1', { data }));
    const grant = { data: { decisionNo: 'D-1' } };
    const made = madeIn(await ask(`/cases/${caseId}/commands/GrantRequest`, 'clerk-1', grant));
    expect(made.expiresAt).toBe(plus(clock.now(), days(7)));
    clock.set(made.expiresAt);
    const { contentHash } = made;
    expect(problemIn(await ask(`${pathOf(made)}/confirm`, 'head-1', { contentHash }))).toMatchObject({
      ...{ code: 'PROPOSAL_CLOSED', proposalStatus: 'expired' },
    });
    await timed.close();
  });
});

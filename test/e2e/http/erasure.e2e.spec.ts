import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProposalMade } from '@safeconduct/contracts';
import { isDestroyed } from '@safeconduct/engine';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { caseOfLongAgo } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await registerPeople(server, {
    ...{ 'dpo-01': { roles: ['dataProtection'] }, 'dpo-02': { roles: ['dataProtection'] } },
    ...{ 'key-01': { roles: ['keyCustodian'] }, 'lia-01': { roles: ['liaison'] } },
    ...{ 'aud-01': { roles: ['auditor'] }, 'sup-01': { roles: ['supervisor'], unit: 'QAIM' } },
  });
});
afterAll(() => server.close());

const canary = { latin: 'Qastun al-Wardi', arabic: 'قسطون الوردي' };
const grounds = {
  legalGround: 'retentionOver',
  scheduleNo: 'RS-4',
  approvalNo: 'AP-1',
  archiveReceiptNo: 'AR-1',
};
/** A data protection officer reads cases because of a request of their person. */
const purposeOf = (actor: string): Record<string, string> =>
  actor.startsWith('dpo-') ? { 'x-purpose': 'subjectRequest' } : {};
const post = (url: string, actor: string, body: unknown = {}) =>
  server.ask({
    ...{ method: 'POST', url: `/api/v1${url}`, body },
    headers: { as: actor, ...purposeOf(actor) },
  });
const get = (url: string, headers: Record<string, string> = {}) =>
  server.ask({
    url: `/api/v1${url}`,
    headers: { as: 'dpo-01', 'x-purpose': 'subjectRequest', ...headers },
  });

async function foundByName(): Promise<readonly string[]> {
  const answer = await server.ask({
    ...{ method: 'POST', url: '/api/v1/case-search?limit=100', body: { text: 'Qastun' } },
    headers: { as: 'dpo-01', 'x-purpose': 'subjectRequest' },
  });
  return bodyOf('searchCases', answer).items.map(({ caseId = '' }) => caseId);
}

/** A case that ended in 2018, so that its retention period is over. */
async function endedCase(registrationNo: string): Promise<string> {
  const caseId = await caseOfLongAgo(server, { registrationNo, ...canary });
  await server.settled();
  return caseId;
}

const propose = (caseId: string, by = 'dpo-01') =>
  post(`/cases/${caseId}/commands/DestroySubjectKey`, by, { data: grounds });
const confirm = ({ caseId, proposalId, contentHash }: ProposalMade, by = 'key-01') =>
  post(`/cases/${caseId}/proposals/${proposalId}/confirm`, by, { contentHash });
async function proposed(caseId: string): Promise<ProposalMade> {
  const answer = await propose(caseId);
  expect(answer.status).toBe(202);
  return answer.json<ProposalMade>();
}
async function erased(registrationNo: string): Promise<string> {
  const caseId = await endedCase(registrationNo);
  expect((await confirm(await proposed(caseId))).status).toBe(200);
  await server.settled();
  return caseId;
}

describe('an erasure over HTTP', () => {
  it('is proposed by a data protection officer, shown to a key custodian, and confirmed by them', async () => {
    const caseId = await endedCase('ER-1');
    const made = await proposed(caseId);
    const shown = await server.ask({
      url: `/api/v1/cases/${caseId}/proposals/${made.proposalId}`,
      headers: { as: 'key-01' },
    });
    expect(bodyOf('getProposal', shown)).toMatchObject({ command: 'DestroySubjectKey', data: grounds });
    for (const by of ['dpo-01', 'dpo-02', 'sup-01'])
      expect(problemIn(await confirm(made, by)).code).toBe('SECOND_PERSON_INVALID');
    const confirmed = await confirm(made);
    expect(bodyOf('confirmProposal', confirmed)).toMatchObject({ events: [{ type: 'ErasureDecided' }] });
    await server.settled();
    const key = (await server.installation.keys.subjects.find([caseId])).get(caseId);
    expect(key !== undefined && isDestroyed(key)).toBe(true);
  });

  it('makes every answer forget, and every tag change', async () => {
    const caseId = await endedCase('ER-2');
    const urls = [`/cases/${caseId}`, `/cases/${caseId}/history`];
    const before = await Promise.all(urls.map((url) => get(url)));
    for (const { status, text } of before) expect([status, text.includes(canary.latin)]).toEqual([200, true]);
    expect(await foundByName()).toContain(caseId);
    await confirm(await proposed(caseId));
    await server.settled();
    for (const [index, url] of urls.entries()) {
      const after = await get(url, { 'if-none-match': before[index]?.headers['etag'] ?? '' });
      expect(after.status).toBe(200);
      expect(bodyOf(index === 1 ? 'getHistory' : 'getCase', after)).toBeDefined();
      expect(after.text).not.toMatch(/Qastun|قسطون/);
    }
    expect(await foundByName()).not.toContain(caseId);
  });

  it('is forgotten by every server that shares the stores', async () => {
    const caseId = await endedCase('ER-3');
    const reader = { operation: 'test', actor: actorOf('sys-test'), purpose: 'systemWork' } as const;
    for (const { queries } of server.engines)
      expect(JSON.stringify((await queries.case(reader, { caseId }))?.folded.facts)).toContain(canary.latin);
    await confirm(await proposed(caseId));
    await server.settled();
    for (const { queries } of server.engines)
      expect(JSON.stringify((await queries.case(reader, { caseId }))?.folded.facts)).not.toContain(
        canary.latin,
      );
  });

  it('answers with a certificate in both languages, in which nothing is personal', async () => {
    const caseId = await erased('ER-4');
    const answer = await get(`/cases/${caseId}/erasure`);
    const certificate = bodyOf('getErasure', answer);
    expect(certificate).toMatchObject({
      ...{ caseId, reference: 'ER-4', status: 'destroyed' },
      decision: {
        ...{ type: 'ErasureDecided', actor: { id: 'dpo-01', role: 'dataProtection' } },
        ...{ confirmedBy: { id: 'key-01', role: 'keyCustodian' }, data: { ...grounds } },
      },
      sealed: expect.arrayContaining([{ class: 'identity', parts: 1 }]) as unknown,
    });
    expect(certificate.destruction?.keyId).toMatch(/^[0-9a-f]{16}$/);
    expect(answer.text).not.toMatch(/Qastun|قسطون/);
    const arabic = bodyOf('getErasure', await get(`/cases/${caseId}/erasure`, { 'accept-language': 'ar' }));
    expect(arabic.verification[0]).toMatch(/[\u0600-\u06ff]/);
  });

  it('has no certificate where nobody was erased, with ERASURE_NOT_FOUND', async () => {
    const caseId = await endedCase('ER-5');
    expect(problemIn(await get(`/cases/${caseId}/erasure`)).code).toBe('ERASURE_NOT_FOUND');
    // To somebody who does not see the case it does not exist, erased or not.
    for (const one of [caseId, await erased('ER-6')]) {
      const asked = await get(`/cases/${one}/erasure`, { as: 'lia-01', 'x-purpose': 'assurance' });
      expect(problemIn(asked).code).toBe('CASE_NOT_FOUND');
    }
  });

  it('is refused while its person has it restricted, also when that comes before the confirmation', async () => {
    const caseId = await endedCase('ER-7');
    const made = await proposed(caseId);
    const restriction = { kind: 'legal', restrictionNo: 'RE-1', ground: 'a claim is pending' };
    const restricted = await post(`/cases/${caseId}/commands/RestrictErasure`, 'dpo-02', {
      data: restriction,
    });
    expect(restricted.status).toBe(200);
    const codesOf = (answer: Parameters<typeof problemIn>[0]) =>
      (problemIn(answer)['refusals'] as { code: string }[]).map(({ code }) => code);
    expect(codesOf(await confirm(made))).toEqual(['ERASURE_RESTRICTED']);
    expect(codesOf(await propose(caseId))).toEqual(['ERASURE_RESTRICTED']);
    expect(problemIn(await get(`/cases/${caseId}/erasure`)).code).toBe('ERASURE_NOT_FOUND');
  });

  it('answers the same confirmation again alike', async () => {
    const caseId = await endedCase('ER-8');
    const made = await proposed(caseId);
    const first = bodyOf('confirmProposal', await confirm(made));
    const again = bodyOf('confirmProposal', await confirm(made));
    expect(again.revision).toBe(first.revision);
  });
});

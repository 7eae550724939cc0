import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logStart } from '@safeconduct/engine';
import { storesAt, systemClock } from '@safeconduct/stores';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { ServerProcess } from '../chaos/server-process.js';
import { temporaryFolder } from './cli.js';
import { entry } from './http/officer-cases.js';
import { operator } from './operator.js';

/** Words that stand nowhere else. Each is planted in one place where a personal value can be. */
const canaries = {
  nameLatin: 'Kanarilatin',
  nameArabic: 'كناريعربي',
  note: 'Kanarinote',
  search: 'Kanarisearch',
  wrongField: 'Kanarifield',
  unknownField: 'Kanariunknown',
  wrongCode: 'Kanaricode',
  path: 'Kanaripath',
  header: 'Kanariheader',
  broken: 'Kanaribroken',
  staff: 'Kanaristaff',
  token: 'Kanaritoken',
} as const;

const data = temporaryFolder();
const collected: string[] = [];
let collector: Server;
let server: ServerProcess;
let url: string;

beforeAll(async () => {
  collector = createServer((request, response) => {
    void readAll(request).then((body) => {
      collected.push(body);
      response.end('{}');
    });
  });
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  const { port } = collector.address() as AddressInfo;
  const env = { LOG_LEVEL: 'trace', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
  server = new ServerProcess({ data, env });
  url = await server.ready;
}, 60_000);

afterAll(async () => {
  await server.kill();
  collector.close();
});

const answers: { readonly asked: string; readonly status: number; readonly text: string }[] = [];

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...operator(url, 'intake-01'), 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  answers.push({ asked: `${method} ${path}`, status: response.status, text });
  return { status: response.status, text };
}

/** Every request that carries a personal value somewhere, most of them wrong in some way. */
async function plantAll(): Promise<void> {
  const { nameLatin, nameArabic, wrongField, wrongCode, note, broken, path, header } = canaries;
  const opening = '/api/v1/workflows/officer-case/cases';
  const data = { ...entry('QAIM-2024-00001'), nameLatin, nameArabic };
  const opened = await send('POST', opening, { data }, { 'idempotency-key': 'first' });
  const { caseId } = JSON.parse(opened.text) as { caseId: string };
  const commands = `/api/v1/cases/${caseId}/commands`;
  await send('POST', opening, { data });
  await send('POST', opening, { data: { ...data, nameLatin: [wrongField], serviceCategory: wrongCode } });
  await send('POST', opening, { data: { ...data, [canaries.unknownField]: wrongField } });
  await send('POST', opening, `{"data":{"nameLatin":"${broken}`);
  await send('POST', opening, `{"data":{"nameLatin":"${broken}","nameLatin":"${broken}"}}`);
  await send('POST', `${commands}/RecordIdentity`, { data: { docNo: note, relatives: note } });
  await send('POST', `${commands}/RecordSurrender`, { data: { weaponsCount: wrongCode } });
  await send('POST', `${commands}/WithdrawConsent`, { data: { statement: note } }, operator(url, 'co-01'));
  await send('POST', `${commands}/${path}`, { data: {} });
  await send('POST', `${commands}/AssignOfficer`, { data: { officer: wrongCode } }, operator(url, 'sup-01'));
  await send('GET', `/api/v1/cases?q=${canaries.search}&workflow=officer-case`);
  await send('GET', `/api/v1/cases?q=${encodeURIComponent(nameArabic)}`);
  await send('POST', '/api/v1/case-search', { text: nameLatin });
  await send('POST', `/api/v1/case-search?facility=${canaries.search}`, {
    text: nameArabic,
    [canaries.unknownField]: note,
  });
  await send('GET', `/api/v1/cases?facility=${canaries.search}`);
  await send('GET', `/api/v1/cases?reference=${canaries.search}`);
  await send('GET', `/api/v1/cases/${path}`);
  await send('GET', `/api/v1/${path}/${path}`);
  await send('GET', `/api/v1/cases?${canaries.unknownField}=${path}`);
  await send('GET', '/api/v1/cases', undefined, { 'if-none-match': `"${header}"` });
  await send('GET', '/api/v1/cases', undefined, { authorization: `Bearer ${canaries.token}` });
  await send('GET', '/api/v1/cases', undefined, { 'user-agent': header, referer: `http://x/${header}` });
  const names = { nameLatin: canaries.staff, nameArabic };
  await send('POST', '/api/v1/people/co-01/commands/RegisterPerson', { data: names }, operator(url));
  await send(
    'POST',
    `/api/v1/people/${path}/commands/GiveRole`,
    { data: { role: wrongCode } },
    operator(url),
  );
}

describe('a personal value', () => {
  it('is in no log, trace, figure, name or metadata of the log of events, or problem', async () => {
    await plantAll();
    const { text: figures } = await send('GET', '/metrics');
    expect(await server.stop()).toBe(0);
    const names: string[] = [];
    const stores = await storesAt({ events: `sqlite:${data}` }).openToRead({ clock: systemClock });
    for (const { stream, type, metadata } of await stores.events.readAll({ after: logStart, limit: 1000 }))
      names.push(stream, type, JSON.stringify(metadata));
    await stores.close();
    const problems = answers.filter(({ status }) => status >= 400).map(({ text }) => text);
    expect(problems.length).toBeGreaterThan(10);
    expect(names.length).toBeGreaterThan(5);
    expect(collected.join('')).toContain('resourceSpans');
    expect(server.said).toContain('"route":"/api/v1/cases"');
    const outputs = { said: server.said.split('\n'), collected, figures: [figures], names, problems };
    for (const [output, texts] of Object.entries(outputs))
      for (const [place, canary] of Object.entries(canaries)) {
        // The sender is told which field or parameter of theirs is not known.
        if (output === 'problems' && place === 'unknownField') continue;
        expect([output, place, texts.filter((text) => text.includes(canary))]).toEqual([output, place, []]);
      }
  }, 60_000);
});

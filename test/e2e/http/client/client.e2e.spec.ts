import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import openapiTS, { astToString } from 'openapi-typescript';
import createClient, { type Client } from 'openapi-fetch';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ApiPaths } from '@safeconduct/contracts';
import { openApiDocument } from '../../../../apps/server/src/http/openapi/document.js';
import { expectInStep } from '../../../docs/generated.js';
import { testServer, type TestServer } from '../http-server.js';
import { entry, officerCase } from '../officer-cases.js';
import { staff } from '../../registering.js';
import { registerPeople } from '../registered-people.js';

let server: TestServer;
let address: string;
let intake: Client<ApiPaths>;
let supervisor: Client<ApiPaths>;

beforeAll(async () => {
  server = await testServer();
  await registerPeople(server, staff);
  address = await server.listen();
  const by = (person: string) => createClient<ApiPaths>({ baseUrl: address, headers: server.as(person) });
  intake = by('intake-01');
  supervisor = by('sup-01');
});
afterAll(() => server.close());

const typesOf = async (document: object) =>
  astToString(await openapiTS(document as never, { alphabetize: true }));

describe('the generated client', () => {
  it('is made from the document as it is now', async () => {
    const header =
      '// Made from the OpenAPI document by openapi-typescript; `test/e2e/http/client` keeps it in step.\n';
    await expectInStep('libs/contracts/client/paths.ts', header + (await typesOf(openApiDocument([]))));
  });

  it('opens a case, advances it, reads it, and hears why not, all typed', async () => {
    const opened = await intake.POST('/api/v1/workflows/{workflow}/cases', {
      params: { path: { workflow: 'officer-case' } },
      body: { data: entry('TYPED-1') },
    });
    const caseId = opened.data?.caseId ?? '';
    const refused = await supervisor.POST('/api/v1/cases/{caseId}/commands/{command}', {
      params: {
        path: { caseId, command: 'TransferFacility' },
        header: { 'If-Match': '"0"' },
      },
      body: { data: { facility: 'RUTBA', orderNo: 'TO-1' } },
    });
    expect(refused.error?.code).toBe('WRONG_STATE');
    expect(refused.error?.code === 'WRONG_STATE' && refused.error.openCommands).toContain('RecordSurrender');
    const listed = await intake.GET('/api/v1/cases', {
      params: {
        query: { workflow: 'officer-case', state: 'entered', atLeast: opened.data?.position ?? '0' },
      },
    });
    expect(listed.data?.items.map((item) => item.reference)).toEqual(['TYPED-1']);
    const replay = await intake.GET('/api/v1/cases/{caseId}/replay', { params: { path: { caseId } } });
    expect(replay.data?.steps.map(({ type }) => type)).toEqual(['EntryRegistered']);
  });
});

const program = `
import createClient from 'openapi-fetch';
import type { paths } from './paths.js';
const client = createClient<paths>({
  baseUrl: process.env['ADDRESS'] ?? '',
  headers: { Authorization: process.env['AUTHORIZATION'] },
});
const caseId = process.env['CASE'] ?? '';
const answer = await client.POST('/api/v1/cases/{caseId}/commands/TransferFacility', {
  params: { path: { caseId } },
  body: { data: { facility: 'RUTBA', orderNo: 'TO-1' } },
});
// @ts-expect-error The form of the command is known: it has an order number.
void { data: { facility: 'RUTBA' } } satisfies NonNullable<paths['/api/v1/cases/{caseId}/commands/TransferFacility']['post']['requestBody']>['content']['application/json'];
console.log(answer.data?.events.map(({ type }) => type).join());
`;

describe('a program of a foreign generator', () => {
  it('compiles with the forms of every command and does what it says', async () => {
    const { caseId } = await officerCase(server, 'FOREIGN-1');
    mkdirSync('node_modules/.cache', { recursive: true });
    const folder = mkdtempSync(resolve('node_modules/.cache/client-'));
    try {
      const document = await (await fetch(`${address}/openapi.json`)).json();
      writeFileSync(join(folder, 'paths.ts'), await typesOf(document as object));
      writeFileSync(join(folder, 'program.ts'), program);
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      const compilerOptions = {
        strict: true,
        target: 'es2022',
        module: 'nodenext',
        skipLibCheck: true,
        types: ['node'],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
      await run([resolve('node_modules/typescript-native/bin/tsc'), '--project', folder]);
      const said = await run([join(folder, 'program.js')], {
        ...{ ADDRESS: address, CASE: caseId },
        AUTHORIZATION: server.as('sup-01').authorization,
      });
      expect(said).toBe('FacilityTransferred\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

function run(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else failed(new Error(stdout + stderr, { cause: error }));
    });
  });
}

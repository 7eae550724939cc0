import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServerProcess } from '../chaos/server-process.js';
import { cli, temporaryFolder } from './cli.js';

const data = temporaryFolder();
const person = (id: string, change: string, input: object, ...more: readonly string[]) =>
  cli(['person', change, id, '--data', data, '--json', '--input', JSON.stringify(input), ...more]);

const refused = [
  ['a change that there is not', 'UNKNOWN_COMMAND', ['adm-1', 'PromotePerson', {}]],
  ['somebody who is not registered', 'PERSON_NOT_FOUND', ['co-9', 'AssignUnit', { unit: 'QAIM' }]],
  ['a form that does not fit', 'COMMAND_INVALID', ['adm-1', 'AssignUnit', {}]],
  ['taking the last administrator away', 'CHANGE_REFUSED', ['adm-1', 'TakeRole', { role: 'administrator' }]],
] as const;

/** What is told of each refusal, in both languages. One after the other: one process at a time writes to a data folder. */
async function told() {
  const answers = [];
  for (const [, code, [id, change, input]] of refused) {
    for (const language of ['en', 'ar']) {
      const ran = await person(id, change, input, '--language', language);
      const answer = ran.json<{ code: string; detail: string }>();
      expect([ran.code, answer.code]).toEqual([1, code]);
      expect(ran.stderr).toContain(answer.detail);
      answers.push(answer);
    }
  }
  return answers;
}

describe('safeconduct person', () => {
  let here: Awaited<ReturnType<typeof told>>;
  let server: ServerProcess;
  beforeAll(async () => {
    const registered = await person('adm-1', 'RegisterPerson', { roles: ['administrator'] });
    expect(registered.json()).toMatchObject({ id: 'adm-1' });
    here = await told();
    server = new ServerProcess({ data });
    await server.ready;
  }, 60_000);
  afterAll(() => server.stop());

  it('tells the same of what is refused beside a running server as on the data', async () => {
    expect(await told()).toEqual(here);
    expect(here[6]).toMatchObject({ code: 'CHANGE_REFUSED', reason: expect.stringMatching(/^[A-Z_]+$/) });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandAccepted } from '@safeconduct/contracts';
import { caseOfStream, logStart, verifyLog, type RecordedEvent } from '@safeconduct/engine';
import { fixedClock, testReader } from '@safeconduct/engine/testing';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { testServer, type Answer, type TestServer } from '../http-server.js';
import { afterwards, openCaseInEachState } from './case-in-each-state.js';
import { fuzzedCommand, fuzzedOpening, type FuzzedCommand } from './commands.js';
import { judgeBy, type Judge } from './judge.js';
import { Random } from './random.js';
import { operationsOf, type FuzzedOperation } from './requests.js';
import { send } from './send.js';

const commandsTotal = 4_000;
const atOnce = 20;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const random = new Random(seed);

interface Answered {
  readonly command: FuzzedCommand;
  readonly answer: Answer;
}

let server: TestServer;
let judge: Judge;
let operations: readonly FuzzedOperation[];
let cases: readonly string[];
let last: RecordedEvent;
const answered: Answered[] = [];

beforeAll(async () => {
  server = await testServer({ clock: fixedClock(afterwards), workflows: [officerCase] });
  cases = await openCaseInEachState(server.engine);
  last = (await recorded()).at(-1) as RecordedEvent;
  const document = (await server.ask({ url: '/openapi.json' })).json<Parameters<typeof operationsOf>[0]>();
  operations = operationsOf(document).filter(
    ({ method, path }) => method === 'POST' && !path.includes('{command}'),
  );
  judge = await judgeBy(document, operations, `seed ${seed}`);
  for (let done = 0; done < commandsTotal; done += atOnce) {
    // One after the other: what is drawn is then the same for a seed.
    const batch: FuzzedCommand[] = [];
    while (batch.length < atOnce) batch.push(await next());
    await Promise.all(batch.map(sendOne));
  }
}, 120_000);
afterAll(() => server.close());

/** A new command; or one that was sent before: the same again, or with other content under the same key. */
async function next(): Promise<FuzzedCommand> {
  if (answered.length > 0 && random.chance(0.1)) {
    const { command } = random.pick(answered);
    return random.chance(0.7) ? command : altered(command);
  }
  return random.chance(0.1) ? fuzzedOpening(random) : onSomeCase();
}

function altered({ request, ...command }: FuzzedCommand): FuzzedCommand {
  const said = JSON.parse(String(request.payload)) as object;
  return { ...command, request: { ...request, payload: JSON.stringify({ ...said, purpose: 'other' }) } };
}

async function onSomeCase(): Promise<FuzzedCommand> {
  const found = await server.engine.queries.case(testReader, { caseId: random.pick(cases) });
  if (found === undefined) throw new Error('a case is gone');
  return fuzzedCommand(found, random);
}

async function sendOne(command: FuzzedCommand): Promise<void> {
  const answer = await send(server, command.request);
  const operation = operations.find(({ path }) => path === command.path) as FuzzedOperation;
  judge({ operation, request: command.request }, answer);
  answered.push({ command, answer });
}

async function recorded(): Promise<readonly RecordedEvent[]> {
  return server.installation.events.readAll({ after: logStart, limit: 1_000_000 });
}

function codeOf({ answer }: Answered): string {
  if (answer.status >= 400) return answer.json<{ code: string }>().code;
  return answer.status === 202 ? 'proposed' : 'accepted';
}

const isRepeated = ({ answer }: Answered): boolean => answer.headers['idempotency-replayed'] === 'true';

/**
 * Everything that was recorded for cases by the commands sent here, and in the same form what was answered.
 */
const recordedFacts = async (): Promise<readonly string[]> =>
  (await recorded())
    .filter(({ position, stream }) => position > last.position && caseOfStream(stream) !== undefined)
    .map(({ stream, revision, type }) => `${caseOfStream(stream)} ${revision} ${type}`)
    .sort();
const answeredFacts = (those: readonly Answered[]): readonly string[] =>
  those
    .flatMap(({ answer }) => {
      const { caseId, events } = answer.json<CommandAccepted>();
      return events.map(({ revision, type }) => `${caseId} ${revision} ${type}`);
    })
    .sort();

function firstAnswer({ key, request: { url } }: FuzzedCommand): unknown {
  const isFirst = (one: Answered) =>
    one.command.key === key &&
    one.command.request.url === url &&
    codeOf(one) === 'accepted' &&
    !isRepeated(one);
  return answered.find(isFirst)?.answer.json();
}

describe(`${commandsTotal} commands of actors who may write, in every state (FUZZ_SEED=${seed})`, () => {
  it('reach far: many are accepted, many different ones, and refused for every kind of reason', () => {
    const accepted = answered.filter((one) => codeOf(one) === 'accepted');
    expect(accepted.length).toBeGreaterThan(commandsTotal / 10);
    expect(new Set(accepted.map(({ command }) => command.path)).size).toBeGreaterThan(20);
    expect([...new Set(answered.map(codeOf))]).toEqual(
      expect.arrayContaining([
        ...['COMMAND_INVALID', 'NOT_PERMITTED', 'proposed', 'WRONG_STATE', 'COMMAND_REFUSED'],
        ...['OCCURRED_BEFORE_LAST_EVENT', 'OCCURRED_IN_FUTURE', 'REVISION_CONFLICT', 'COMMAND_ID_REUSED'],
        'CASE_EXISTS',
      ]),
    );
  });

  it('are in the log exactly once when accepted, and in no case when refused', async () => {
    const first = answered.filter((one) => codeOf(one) === 'accepted' && !isRepeated(one));
    expect(await recordedFacts()).toEqual(answeredFacts(first));
  });

  it('are answered alike each time they are sent under one key', () => {
    const repeated = answered.filter((one) => codeOf(one) === 'accepted' && isRepeated(one));
    expect(repeated.length).toBeGreaterThan(10);
    for (const { command, answer } of repeated) expect(answer.json()).toEqual(firstAnswer(command));
  });

  it('leave a log that folds to what was recorded', async () => {
    const { events, codec } = { ...server.installation, ...server.engine };
    const { problems, cases: found } = await verifyLog({ events, codec });
    expect(problems).toEqual([]);
    expect(found).toBeGreaterThan(cases.length);
  });
});

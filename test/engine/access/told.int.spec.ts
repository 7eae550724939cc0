import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  commandsFor,
  HistoryDivergedError,
  permissionsOf,
  refusalsStream,
  type CommandOutcome,
  type SentCommand,
} from '@safeconduct/engine';
import { testReader } from '@safeconduct/engine/testing';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { samples, type CommandName } from '../../../workflows/officer-case/testing/samples.js';
import { caseload, type Caseload, type LoadedCase } from './caseload.js';
import {
  lineOf,
  questions,
  readerOf,
  relations,
  seesCase,
  type PurposefulReader,
  type Relation,
} from './matrix.js';

const nobody = '00000000-0000-8000-8000-000000000000';
const opening = officerCase.opening.name;
const permissions = permissionsOf(officerCase).commands.filter(({ command }) => command !== opening);
const isHeard = (name: string) => officerCase.commands.get(name)?.alwaysHeard === true;
const missing: CommandOutcome = { accepted: false, refusal: { code: 'CASE_NOT_FOUND' }, caseId: undefined };

let load: Caseload;
beforeAll(async () => {
  load = await caseload();
}, 120_000);

type Attempt = Omit<SentCommand, 'target' | 'actor'>;
const inputOf = (command: string): unknown => samples[command as CommandName].inputs(load.now())[0];

/** Attempts that a case refuses, each for another reason, as far as the role has commands for it. */
async function attemptsOf(role: string, { leaf, caseId }: LoadedCase): Promise<readonly Attempt[]> {
  const [opened] = await load.engine.queries.history(testReader, { caseId });
  const own = permissions.filter(({ command, roles }) => roles.includes(role) && !isHeard(command));
  const misplaced = own.filter(({ states }) => !states.includes(leaf)).slice(0, 2);
  const foreign = permissions.find(({ command, roles }) => !roles.includes(role) && !isHeard(command));
  return [
    { command: 'Fly', input: {} },
    ...misplaced.map(({ command }) => ({ command, input: inputOf(command) })),
    ...own.slice(0, 1).flatMap(({ command }) => [
      { command, input: { ...(inputOf(command) as object), unknown: 1 } },
      { command, input: inputOf(command), expectedRevision: 999n },
      { command, input: inputOf(command), commandId: opened?.envelope.commandId },
      { command, input: inputOf(command), occurredAt: '2999-01-01T00:00:00Z' },
    ]),
    ...(foreign === undefined ? [] : [{ command: foreign.command, input: inputOf(foreign.command) }]),
  ];
}

const firstPurpose = (role: string) => lineOf(role).purposes[0] ?? 'audit';
const unseenBy = (reader: PurposefulReader, role: string): readonly LoadedCase[] =>
  load.cases.filter((one) => !seesCase(load, reader, role, one));

/** A third of the cases, another one for each relation, so that every role is asked of every state. */
const some = (relation: Relation): readonly LoadedCase[] =>
  load.cases.filter((_, index) => (index + Object.keys(relations).indexOf(relation)) % 3 === 0);

describe('a refused command', () => {
  it.each(questions)(
    'tells a %s, %s, everything of a case that is theirs, and of others that there is none',
    async (role, relation) => {
      const reader = readerOf(role, relation, firstPurpose(role));
      const told = commandsFor(load.engine, reader);
      for (const one of some(relation)) {
        const sees = seesCase(load, reader, role, one);
        for (const attempt of await attemptsOf(role, one)) {
          const sent = { ...attempt, actor: reader.actor };
          const byId = { ...sent, target: { caseId: one.caseId } };
          const whole = await load.engine.handle(byId);
          expect([one.leaf, attempt.command, whole.accepted]).toEqual([one.leaf, attempt.command, false]);
          const ofNone = await told.handle({ ...sent, target: { caseId: nobody } });
          expect(ofNone).toEqual(missing);
          expect([one.leaf, attempt, await told.handle(byId)]).toEqual([
            ...[one.leaf, attempt, sees ? whole : ofNone],
          ]);
          if (sees) continue;
          const byKey = (naturalKey: string) =>
            told.handle({ ...sent, target: { workflow: 'officer-case', naturalKey } });
          expect(await byKey(one.reference)).toEqual(await byKey('NO-SUCH-REFERENCE'));
        }
      }
    },
  );

  it.each(questions)(
    'that opens a case tells a %s, %s, that it exists only where they may open cases or see it',
    async (role, relation) => {
      const reader = readerOf(role, relation, firstPurpose(role));
      const told = commandsFor(load.engine, reader);
      const open = (registrationNo: string, occurredAt?: string) =>
        told.handle({
          ...{ target: { workflow: 'officer-case' }, command: opening, actor: reader.actor, occurredAt },
          input: { ...(inputOf(opening) as object), registrationNo },
        });
      const mayOpen = officerCase.opening.roles.includes(role);
      for (const one of unseenBy(reader, role).slice(0, 5)) {
        for (const at of [undefined, '2999-01-01T00:00:00Z', '0800-01-01T00:00:00Z']) {
          const answer = await open(one.reference, at);
          if (mayOpen) expect(answer).toMatchObject({ refusal: { code: 'CASE_EXISTS' }, caseId: one.caseId });
          else expect(answer).toEqual(await open('NO-SUCH-REFERENCE', at));
        }
      }
    },
  );
});

describe('an error that concerns one case', () => {
  it.each(questions)(
    'reaches a %s, %s, who sees the case, and for others the case does not exist',
    async (role, relation) => {
      const reader = readerOf(role, relation, firstPurpose(role));
      const error = new HistoryDivergedError('case-x', 3n, 'cannot follow');
      for (const one of load.cases.filter((_, index) => index % 5 === 0)) {
        const failing = { ...load.engine, handle: () => Promise.reject(error) };
        const sent = {
          target: { caseId: one.caseId },
          command: 'ClearReturn',
          input: {},
          actor: reader.actor,
        };
        const answer = commandsFor(failing, reader).handle(sent);
        if (seesCase(load, reader, role, one)) await expect(answer).rejects.toBe(error);
        else expect(await answer).toEqual(missing);
      }
    },
  );
});

describe('a withdrawal that a case has no place for', () => {
  const withdrawal = 'WithdrawRelocation';
  const permission = permissions.find(({ command }) => command === withdrawal);

  it.each(questions)(
    'is acknowledged to a %s, %s, who may record it, with nothing of the case',
    async (role, relation) => {
      const reader = readerOf(role, relation, firstPurpose(role));
      const one = unseenBy(reader, role).find(({ leaf }) => permission?.states.includes(leaf) === false);
      // Auditors see every case.
      if (one === undefined) return;
      const input = { statement: `I stay, says a ${role}, ${relation}` };
      const { caseId } = one;
      const sent = { target: { caseId }, command: withdrawal, input, actor: reader.actor };
      const again = { ...sent, commandId: `heard-${role}-${caseId}` };
      const mayRecord = permission?.roles.includes(role) === true;
      const refusal = { code: mayRecord ? 'HEARD_RECORDED' : 'CASE_NOT_FOUND' };
      const told = commandsFor(load.engine, reader);
      for (let times = 0; times < 2; times += 1)
        expect(await told.handle(again)).toEqual({ accepted: false, refusal, caseId: undefined });
      const recorded = await load.events.readStream(refusalsStream(caseId), { from: 0n, limit: 10_000 });
      const last = (await load.engine.codec.decode(recorded)).at(-1);
      expect(last).toMatchObject({
        ...{ kind: 'refusal', data: { code: mayRecord ? 'WRONG_STATE' : 'NOT_PERMITTED' } },
        heard: mayRecord ? input : undefined,
      });
      expect(JSON.stringify(recorded.at(-1)?.data)).not.toContain(input.statement);
    },
  );
});

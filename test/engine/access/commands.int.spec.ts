import { beforeAll, describe, expect, it } from '@jest/globals';
import { permissionsOf, type CommandOutcome, type SentConfirmation } from '@safeconduct/engine';
import { testReader } from '@safeconduct/engine/testing';
import type { Actor } from '@safeconduct/workflow';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { samples, type CommandName } from '../../../workflows/officer-case/testing/samples.js';
import { roles, type Role } from '../../../workflows/officer-case/roles.js';
import { caseload, leaves, type Caseload, type LoadedCase } from './caseload.js';

const permissions = permissionsOf(officerCase).commands.filter(({ states }) => states.length > 0);
const personIn = (role: Role, id = 'x-1'): Actor => ({ id, roles: [role] });

let load: Caseload;
beforeAll(async () => {
  load = await caseload();
}, 120_000);

const caseIn = (leaf: string): LoadedCase => load.cases.find((one) => one.leaf === leaf) as LoadedCase;

interface Sender {
  readonly actor: Actor;
  readonly confirmation?: SentConfirmation | undefined;
}

const send = ({ caseId }: LoadedCase, command: CommandName, sender: Sender): Promise<CommandOutcome> =>
  load.engine.handle({
    target: { caseId },
    command,
    input: samples[command].inputs(load.now())[0],
    ...sender,
  });

const codeOf = (outcome: CommandOutcome): string => (outcome.accepted ? 'accepted' : outcome.refusal.code);

const revisionOf = async ({ caseId }: LoadedCase) =>
  (await load.engine.queries.case(testReader, { caseId }))?.revision;

describe.each(leaves)('in %s', (leaf) => {
  it.each(roles)(
    'a %s may send what the permissions say, and nothing else is taken from them',
    async (role) => {
      const one = caseIn(leaf);
      const before = await revisionOf(one);
      for (const { command, roles: permitted } of permissions) {
        if (permitted.includes(role)) continue;
        const outcome = await send(one, command as CommandName, { actor: personIn(role) });
        expect([command, codeOf(outcome)]).toEqual([command, 'NOT_PERMITTED']);
      }
      expect(await revisionOf(one)).toBe(before);

      const asked = { caseId: one.caseId, actor: personIn(role) };
      const { commands = [] } = (await load.engine.queries.commands(testReader, asked)) ?? {};
      for (const { command, open, refusal } of commands) {
        const permission = permissions.find((each) => each.command === command);
        const isOpenHere = permission?.states.includes(leaf) === true;
        if (!isOpenHere) expect([command, refusal?.code]).toEqual([command, 'WRONG_STATE']);
        else if (permission.roles.includes(role))
          expect([command, refusal?.code]).not.toEqual([command, 'NOT_PERMITTED']);
        else expect([command, open]).toEqual([command, false]);
      }
    },
  );
});

describe('a command of two persons', () => {
  const ofTwo = permissions.filter(({ confirmedBy }) => confirmedBy !== undefined);

  it.each(ofTwo)(
    '$command is not taken from one, nor with a second one of another role',
    async (permission) => {
      const command = permission.command as CommandName;
      const one = caseIn(permission.states[0] ?? '');
      const before = await revisionOf(one);
      const actor = actorOf(samples[command].by);
      expect(codeOf(await send(one, command, { actor }))).toBe('SECOND_PERSON_REQUIRED');
      for (const role of roles) {
        if (permission.confirmedBy?.includes(role) === true) continue;
        const confirmation = { by: personIn(role, 'x-2') };
        expect([role, codeOf(await send(one, command, { actor, confirmation }))]).toEqual([
          role,
          'SECOND_PERSON_INVALID',
        ]);
      }
      expect(await revisionOf(one)).toBe(before);
    },
  );
});

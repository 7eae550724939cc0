import type { Invitation } from '@safeconduct/contracts';
import { identityForm, instantOf } from '@safeconduct/workflow';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { operatorActor } from '../../sign-in/principal.js';
import type { Installation } from '../../start/installation.js';
import { outputWords } from '../../texts/output-words.js';
import { sendJson, type RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';
import { tellRefused, type Refused } from '../tell-refused.js';

type Invited = Invitation | Refused;

/** A code by which a person of the directory makes their account, or begins it anew. A running server is asked for it. */
export async function runInvite(line: CommandLine, id: string): Promise<number> {
  const person = identityForm(id);
  if (person === '') throw new UsageError('the id of a person is missing, such as co-01');
  const invited = await hereOrThere<Invited>(line, {
    here: (installation) => inviteHere(installation, person),
    there: (server) => inviteThrough(server, person),
  });
  if (!('endsAt' in invited)) return tellRefused(line, invited);
  if (line.json === true) printJson(invited);
  else print(outputWords[line.language].invitation(invited.person, invited.code, invited.endsAt));
  return exit.ok;
}

async function inviteHere({ accounts, people }: Installation, person: string): Promise<Invited> {
  if (!accounts.takes('password')) return { code: 'LOCAL_ACCOUNTS_OFF' };
  if (people.directory.person(person) === undefined) return { code: 'PERSON_NOT_FOUND' };
  const { code, endsAtMs } = await accounts.invite(person, operatorActor.id);
  await accounts.note(person, { what: 'INVITED', by: operatorActor.id, address: 'command line' });
  return { person, code, endsAt: instantOf(endsAtMs) };
}

async function inviteThrough(server: RunningServer, person: string): Promise<Invited> {
  const path = `/api/v1/people/${encodeURIComponent(person)}/invitation`;
  const { answer } = await sendJson(server, path, { json: {} });
  return answer as Invited;
}

import type { Invitation, Problem, ProblemCode } from '@safeconduct/contracts';
import { identityForm, instantOf } from '@safeconduct/workflow';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { operatorActor } from '../../sign-in/principal.js';
import type { Installation } from '../../start/installation.js';
import { outputWords } from '../../texts/output-words.js';
import { problemTitle } from '../../texts/problem-text.js';
import { sendJson, type RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';

type Invited = Invitation | Pick<Problem, 'code' | 'detail'>;

/** A code by which a person of the directory makes their account, or begins it anew. A running server is asked for it. */
export async function runInvite(line: CommandLine, id: string): Promise<number> {
  const person = identityForm(id);
  if (person === '') throw new UsageError('the id of a person is missing, such as co-01');
  const invited = await hereOrThere<Invited>(line, {
    here: (installation) => inviteHere(line, installation, person),
    there: (server) => inviteThrough(server, person),
  });
  if (!('endsAt' in invited)) {
    if (line.json === true) printJson(invited);
    tell(outputWords[line.language].refused(invited.code, invited.detail));
    return exit.failed;
  }
  if (line.json === true) printJson(invited);
  else print(outputWords[line.language].invitation(invited.person, invited.code, invited.endsAt));
  return exit.ok;
}

async function inviteHere(
  { language }: CommandLine,
  { accounts, people }: Installation,
  person: string,
): Promise<Invited> {
  const refused = (code: ProblemCode) => ({ code, detail: problemTitle(code, language) });
  if (!accounts.takes('password')) return refused('LOCAL_ACCOUNTS_OFF');
  if (people.directory.person(person) === undefined) return refused('PERSON_NOT_FOUND');
  const { code, endsAtMs } = await accounts.invite(person, operatorActor.id);
  await accounts.note(person, { what: 'INVITED', by: operatorActor.id, address: 'command line' });
  return { person, code, endsAt: instantOf(endsAtMs) };
}

async function inviteThrough(server: RunningServer, person: string): Promise<Invited> {
  const path = `/api/v1/people/${encodeURIComponent(person)}/invitation`;
  const { answer } = await sendJson(server, path, { json: {} });
  return answer as Invited;
}

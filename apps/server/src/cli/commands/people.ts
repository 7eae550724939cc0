import type { ChangeOutcome, Person } from '@safeconduct/engine';
import { compareText } from '@safeconduct/workflow';
import type { Problem } from '@safeconduct/contracts';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { readingLog } from '../../start/open.js';
import { changeReason } from '../../texts/problem-text.js';
import { outputWords } from '../../texts/output-words.js';
import { sendJson, type RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';
import { readInput } from '../input-option.js';
import { operatorActor } from '../../sign-in/principal.js';

/** The directory of people. */
export const runPeople = (line: CommandLine, { all }: { readonly all?: boolean }): Promise<number> =>
  readingLog(line, ({ people }) => {
    const found = people.directory.all
      .filter(({ hasLeft }) => all === true || !hasLeft)
      .sort((one, other) => compareText(one.id, other.id));
    if (line.json === true) printJson(found.map(personJson));
    else
      print(
        table(
          columns(line),
          found.map((person) => rowOf(line, person)),
        ),
      );
    return Promise.resolve(exit.ok);
  });

/** A change of the directory, in the name of the operator of this machine. A running server is sent it. */
export function runPerson(
  line: CommandLine,
  asked: { readonly person: string; readonly change: string; readonly input: string },
): Promise<number> {
  const data = readInput(asked.input, `'{"role": "supervisor"}'`);
  return hereOrThere(line, {
    here: async ({ people }) => {
      const { change: name, person } = asked;
      return tellOutcome(line, await people.change({ name, person, data, by: operatorActor }));
    },
    there: async (server) => tellOutcome(line, await changeThrough(server, { ...asked, data })),
  });
}

type Told = ChangeOutcome | { readonly accepted: false; readonly refusal: string; readonly detail: string };

async function changeThrough(
  server: RunningServer,
  { person, change, data }: { readonly person: string; readonly change: string; readonly data: unknown },
): Promise<Told> {
  const path = `/api/v1/people/${encodeURIComponent(person)}/commands/${encodeURIComponent(change)}`;
  const { ok, answer } = await sendJson(server, path, { json: { data } });
  if (ok) return { accepted: true, person: answer as Person };
  const { code, detail } = answer as Problem & { readonly detail: string; readonly reason?: string };
  return { accepted: false, refusal: code, detail };
}

function tellOutcome(line: CommandLine, outcome: Told): number {
  if (outcome.accepted) {
    if (line.json === true) printJson(personJson(outcome.person));
    else print(table(columns(line), [rowOf(line, outcome.person)]));
    return exit.ok;
  }
  const detail = 'detail' in outcome ? outcome.detail : detailOf(outcome, line);
  if (line.json === true) printJson({ code: outcome.refusal, detail });
  tell(outputWords[line.language].refused(outcome.refusal, detail));
  return exit.failed;
}

function detailOf(outcome: Exclude<ChangeOutcome, { accepted: true }>, { language }: CommandLine): string {
  if (outcome.refusal !== 'CHANGE_INVALID') return changeReason(outcome.refusal, language);
  return outcome.issues
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join('; ');
}

const personJson = ({ rolesEver: _rolesEver, ...person }: Person) => person;

const columns = ({ language }: CommandLine): readonly Column[] => {
  const say = outputWords[language];
  return [
    { title: say.person, identifies: true },
    { title: say.name },
    { title: say.roles },
    { title: say.unit },
    { title: say.supervisor, identifies: true },
  ];
};

function rowOf({ language }: CommandLine, person: Person): readonly string[] {
  const { id, nameArabic, nameLatin, roles, unit, supervisor, hasLeft } = person;
  const say = outputWords[language];
  const name = language === 'ar' ? (nameArabic ?? nameLatin) : (nameLatin ?? nameArabic);
  return [id, name ?? '', hasLeft ? say.hasLeft : roles.join(', '), unit ?? '', supervisor ?? ''];
}

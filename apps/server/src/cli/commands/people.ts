import type { Person } from '@safeconduct/engine';
import { compareText } from '@safeconduct/workflow';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { readingLog } from '../../start/open.js';
import { changeProblem } from '../../http/answers/person-answers.js';
import { outputWords } from '../../texts/output-words.js';
import { sendJson, type RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';
import { readInput } from '../input-option.js';
import { tellRefused, type Refused } from '../tell-refused.js';
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
      const outcome = await people.change({ name, person, data, by: operatorActor });
      if (outcome.accepted) return tellChanged(line, outcome.person);
      const { code, members } = changeProblem(outcome);
      return tellRefused(line, { code, ...members });
    },
    there: (server) => changeThrough(server, line, { ...asked, data }),
  });
}

async function changeThrough(
  server: RunningServer,
  line: CommandLine,
  { person, change, data }: { readonly person: string; readonly change: string; readonly data: unknown },
): Promise<number> {
  const path = `/api/v1/people/${encodeURIComponent(person)}/commands/${encodeURIComponent(change)}`;
  const { ok, answer } = await sendJson(server, path, { json: { data } });
  return ok ? tellChanged(line, answer as Person) : tellRefused(line, answer as Refused);
}

function tellChanged(line: CommandLine, person: Person): number {
  if (line.json === true) printJson(personJson(person));
  else print(table(columns(line), [rowOf(line, person)]));
  return exit.ok;
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

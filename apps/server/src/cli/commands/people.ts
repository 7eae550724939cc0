import type { ChangeOutcome, Person } from '@safeconduct/engine';
import { compareText } from '@safeconduct/workflow';
import type { Problem } from '@safeconduct/contracts';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { readingLog } from '../../start/open.js';
import { changeProblem, type ChangeProblem } from '../../http/answers/person-answers.js';
import { issuesIn, problemDetail } from '../../texts/problem-text.js';
import { audienceOf } from '../../texts/sentence.js';
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
      const outcome = await people.change({ name, person, data, by: operatorActor });
      return tellOutcome(
        line,
        outcome.accepted ? outcome : { accepted: false, problem: problemIn(changeProblem(outcome), line) },
      );
    },
    there: async (server) => tellOutcome(line, await changeThrough(server, { ...asked, data })),
  });
}

type Told =
  | Extract<ChangeOutcome, { accepted: true }>
  | { readonly accepted: false; readonly problem: ChangeProblem; readonly detail?: string };

async function changeThrough(
  server: RunningServer,
  { person, change, data }: { readonly person: string; readonly change: string; readonly data: unknown },
): Promise<Told> {
  const path = `/api/v1/people/${encodeURIComponent(person)}/commands/${encodeURIComponent(change)}`;
  const { ok, answer } = await sendJson(server, path, { json: { data } });
  if (ok) return { accepted: true, person: answer as Person };
  const { code, detail, ...members } = answer as Problem & { readonly detail: string };
  return { accepted: false, problem: { code, members }, detail };
}

/** Issues are told in the language of the command line, as a server tells them. */
const problemIn = ({ code, members }: ChangeProblem, { language }: CommandLine): ChangeProblem => ({
  code,
  members: { ...members, ...(members.issues && { issues: issuesIn(members.issues, language) }) },
});

function tellOutcome(line: CommandLine, outcome: Told): number {
  if (outcome.accepted) {
    if (line.json === true) printJson(personJson(outcome.person));
    else print(table(columns(line), [rowOf(line, outcome.person)]));
    return exit.ok;
  }
  const { code, members } = outcome.problem;
  const { issues, reason } = members;
  const detail =
    issues === undefined
      ? (outcome.detail ?? problemDetail(code, members, audienceOf(undefined, line.language)))
      : issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  if (line.json === true) printJson({ code, reason, issues, detail });
  tell(outputWords[line.language].refused(code, detail));
  return exit.failed;
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

import {
  type CaseCursor,
  type CaseSearch,
  type Engine,
  type ListedCase,
  type Moment,
} from '@safeconduct/engine';
import { wordsOf } from '@safeconduct/workflow';
import { text as readAll } from 'node:stream/consumers';
import type { Installation } from '../../start/installation.js';
import { reading } from '../../start/open.js';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { table, type Column } from '../../console/table.js';
import { outputWords } from '../../texts/output-words.js';
import { collectPages, rowsShown } from '../collect-pages.js';
import { commandLineReader } from '../reader.js';
import { tagsIn } from '../tags-in.js';
import { momentIn } from './case.js';

/** The list of cases, now or at a past moment. */
export async function runCases(
  line: CommandLine,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  const moment = momentIn(options) as Moment | undefined;
  const most = rowsShown(line, options['limit']);
  const text = options['search'] === undefined ? undefined : await searchedText();
  return reading(line, async (installation) => {
    const { items: cases, more } = await collect(installation, { ...options, text }, moment, most);
    if (line.json === true) printJson(cases.map(caseJson));
    else {
      const say = outputWords[line.language];
      print(
        table(
          columnsFor(installation.engine, line, options['workflow']),
          cases.map((one) => caseRow(installation.engine, line, one)),
        ),
      );
      tell(`${say.cases(cases.length)}${more ? `; ${say.moreWithLimit}` : ''}`);
    }
    return exit.ok;
  });
}

function collect(
  { engine }: Installation,
  { state, facility, outcome, workflow, tag, text }: Readonly<Record<string, string | undefined>>,
  moment: Moment | undefined,
  most: number,
) {
  const states = state?.split(',');
  const search: CaseSearch = { workflow, states, place: facility, outcome, tags: tagsIn(tag), text };
  return collectPages<ListedCase, CaseCursor>(most, async (asked) => {
    const { cases, next } = await engine.queries.listCases(commandLineReader, { search, moment, ...asked });
    return { items: cases, next };
  });
}

/** What to search for. It may be a name, so it is no argument: shells keep those, and other users see them. */
async function searchedText(): Promise<string> {
  const text = (await readAll(process.stdin)).trim();
  if (text !== '' && text.length <= searchedMax) return text;
  throw new UsageError(
    `--search reads 1 to ${searchedMax} characters from standard input: echo "Mohammed" | …`,
  );
}

const searchedMax = 200;

/** A case of the list as programs read it. */
const caseJson = ({ place, ...listed }: ListedCase) => ({ ...listed, facility: place });

/** Where the cases of several workflows are listed, a place is called what most workflows call it. */
function columnsFor(
  { register }: Engine,
  { language }: CommandLine,
  workflow: string | undefined,
): readonly Column[] {
  const say = outputWords[language];
  const { place } = wordsOf(register.get(workflow ?? '')?.texts[language], language);
  return [
    { title: say.reference, identifies: true },
    { title: say.name },
    { title: say.state },
    { title: place },
    { title: say.since, identifies: true },
  ];
}

function caseRow(engine: Engine, { language }: CommandLine, one: ListedCase): readonly string[] {
  const texts = engine.register.get(one.workflow)?.texts[language];
  const name = language === 'ar' ? one.subject?.arabic : one.subject?.latin;
  const path = one.subState ?? one.state;
  const place = one.outcome ?? one.place ?? '';
  return [
    one.reference,
    name ?? '',
    texts?.states[path] ?? path,
    texts?.values[place] ?? place,
    one.since.slice(0, 10),
  ];
}

import { createEngine, type OpenCasesReport } from '@safeconduct/engine';
import { systemClock, uuidIds } from '@safeconduct/stores';
import { checkWorkflow, findingLine, mermaid, referencePage, type Workflow } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { svg } from '../../diagrams/svg.js';
import { locationOf, NoDataError, readingLog } from '../../start/open.js';
import { locationAt } from '../../start/pour.js';
import { stuckLines } from '../../texts/stuck-cases.js';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { namedWorkflow } from '../../start/named-workflow.js';
import { table } from '../../console/table.js';
import { outputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { findCase, notFound } from './case.js';

/** The workflows that are registered. */
export function runWorkflows({ json, language }: CommandLine): Promise<number> {
  const listed = workflows.map(({ name, version, texts, commands, events, chart }) => {
    const { title, description } = texts[language];
    return {
      name,
      version,
      title,
      description,
      states: chart.leaves.length,
      commands: commands.size,
      events: events.size,
    };
  });
  const say = outputWords[language];
  if (json === true) printJson(listed);
  else
    print(
      table(
        [{ title: say.name }, { title: say.version, align: 'right' }, { title: say.title }],
        listed.map(row),
      ),
    );
  return Promise.resolve(exit.ok);
}

const row = ({ name, version, title }: { name: string; version: number; title: string }) => [
  name,
  String(version),
  title,
];

/** One definition: in short, as a diagram, or as its reference page. */
export async function runWorkflow(
  line: CommandLine,
  name: string,
  options: Readonly<Record<string, string | boolean>>,
): Promise<number> {
  const workflow = namedWorkflow(name);
  const { language } = line;
  const diagram = options['diagram'];
  if (diagram === undefined) {
    if (options['reference'] === true) print(referencePage(workflow, language).trimEnd());
    else describe(line, workflow);
    return exit.ok;
  }
  const reference = typeof options['case'] === 'string' ? options['case'] : undefined;
  const lit = reference === undefined ? undefined : await stateOf(line, name, reference);
  if (reference !== undefined && lit === undefined) return notFound(line, reference);
  if (diagram === 'mermaid') print(mermaid(workflow, { language, ...(lit && { lit }) }));
  else print(await svg(workflow, { language, ...(lit && { lit }) }));
  return exit.ok;
}

/**
 * The static checks of a definition: what is wrong, where, and what to do. Against data: whether it can go on with the open
 * cases there; nothing is changed.
 */
export async function runWorkflowCheck(
  { json }: CommandLine,
  name: string,
  against: string | undefined,
): Promise<number> {
  const findings = checkWorkflow(namedWorkflow(name));
  const cases = against === undefined ? undefined : await openCasesAt(name, against);
  const ok = findings.length === 0 && (cases?.stuck ?? []).length === 0;
  if (json === true) printJson({ workflow: name, ok, findings, ...(cases && { cases }) });
  else {
    print(...findings.map(findingLine), ...stuckLines(cases?.stuck ?? []));
    const open = cases === undefined ? '' : `, ${counted(cases.open, 'open case')}`;
    const stuck = (cases?.stuck ?? []).reduce((sum, one) => sum + one.cases, 0);
    tell(
      `${name}: ${findings.length === 0 ? 'sound' : counted(findings.length, 'finding')}${open}` +
        (stuck === 0 ? '' : `, ${stuck} of them cannot go on`) +
        (findings.some(({ rule }) => rule === 'text-missing')
          ? `; 'safeconduct workflow texts ${name}' puts an empty text where one is missing`
          : ''),
    );
  }
  return ok ? exit.ok : exit.failed;
}

/** The open cases of a workflow in a data folder, or in stores that are named as in `SAFECONDUCT_EVENTS`. */
async function openCasesAt(name: string, against: string): Promise<OpenCasesReport> {
  const location = /^[a-z+]+:/.test(against)
    ? locationAt({ option: '--against', stores: against })
    : locationOf({ data: against });
  if (!(await location.hasData())) throw new NoDataError(location.name);
  const opened = await location.openToRead({ clock: systemClock });
  try {
    const engine = createEngine({ ...opened, clock: systemClock, ids: uuidIds }, workflows);
    const [report] = await engine.queries.openCases(commandLineReader, { workflows: [name] });
    return report as OpenCasesReport;
  } finally {
    await opened.close();
  }
}

/** The current state of a case of a workflow; `undefined` when that workflow has no such case. */
async function stateOf(line: CommandLine, workflow: string, reference: string): Promise<string | undefined> {
  return readingLog(line, async (installation) => {
    const { engine } = installation;
    const caseId = await findCase(engine, reference, workflow);
    if (caseId === undefined) return undefined;
    return (await engine.queries.case(commandLineReader, { caseId }))?.folded.state;
  });
}

function describe({ json, language }: CommandLine, workflow: Workflow): void {
  const { name, version, texts, chart, commands, events, deadlines } = workflow;
  const { title, description, states, deadlines: deadlineTexts } = texts[language];
  const say = outputWords[language];
  if (json === true) {
    const commandList = [...commands.values()].map(
      ({ name: command, roles, confirmedBy, yields, guards }) => {
        return {
          name: command,
          roles,
          confirmedBy: confirmedBy ?? null,
          guards: guards.map(({ id }) => id),
          yields,
        };
      },
    );
    printJson({
      name,
      version,
      title,
      description,
      states: chart.leaves,
      commands: commandList,
      events: [...events.keys()],
    });
    return;
  }
  print(say.versionOf(title, name, version), description, '', say.states);
  print(...chart.leaves.map((leaf) => `  ${leaf}  ${states[leaf] ?? ''}`), '', say.commands);
  const columns = [{ title: say.command }, { title: say.who }, { title: say.secondPerson }] as const;
  const rows = [...commands.values()].map((command) => [
    command.name,
    command.roles.join(' '),
    command.confirmedBy?.join(' ') ?? '',
  ]);
  print(table(columns, rows), '', say.deadlines);
  print(...Object.keys(deadlines).map((deadline) => `  ${deadline}  ${deadlineTexts[deadline] ?? ''}`));
}

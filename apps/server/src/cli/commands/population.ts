import { Zone } from '@safeconduct/contracts';
import type { ClockName, Counts, Flow, Population, PopulationOfDay } from '@safeconduct/engine';
import { days, isCalendarDay, msBetween, tagLabel, wordsOf, type Workflow } from '@safeconduct/workflow';
import { UsageError } from '../../console/usage-error.js';
import type { Installation } from '../../start/installation.js';
import { reading } from '../../start/open.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table } from '../../console/table.js';
import { outputWords } from '../../texts/output-words.js';
import { audienceOf, shownValue } from '../../texts/sentence.js';
import { commandLineReader } from '../reader.js';
import { tagsIn } from '../tags-in.js';
import { instantIn, unknownWorkflow } from './case.js';

const seriesDaysMax = 3660;

type Options = Readonly<Record<string, string>>;

/**
 * The ledger: how many cases are in each state, now or at a past moment; its series by day; the flows between
 * two moments.
 */
export async function runPopulation(line: CommandLine, options: Options): Promise<number> {
  const clock: ClockName = options['clock'] === 'recorded' ? 'recorded' : 'occurred';
  const asOf = options['asOf'] === undefined ? undefined : instantIn('--as-of', options['asOf']);
  const begin = options['since'] === undefined ? undefined : instantIn('--since', options['since']);
  const since = begin === undefined ? undefined : { at: begin, clock };
  const tags = tagsIn(options['tag']);
  return reading(line, async (installation) => {
    const workflow = workflowIn(installation, options['workflow']);
    const { queries } = installation.engine;
    if (options['series'] !== undefined) {
      const days = { ...daysIn(options['series']), clock, workflow, zone: zoneIn(options['zone']), tags };
      printSeries(line, await queries.populationSeries(commandLineReader, days), workflow);
    } else if (options['flows'] !== undefined) {
      const period = { ...momentsIn(options['flows']), clock, workflow, tags };
      printFlows(line, (await queries.populationFlows(commandLineReader, period)).flows, workflow);
    } else {
      const moment = asOf === undefined ? undefined : { at: asOf, clock };
      const found = {
        ...(await queries.population(commandLineReader, { workflow, moment, since, tags })),
        asOf: asOf ?? installation.clock.now(),
        clock,
      };
      if (line.json === true) printJson(populationJson(found));
      else printPopulation(line, workflow, found);
    }
    return exit.ok;
  });
}

/** The workflow of that name, or the first one registered. */
export function workflowIn({ engine }: Installation, name: string | undefined): Workflow {
  const workflow = name === undefined ? [...engine.register.values()][0] : engine.register.get(name);
  if (workflow === undefined) throw unknownWorkflow(engine, name ?? '');
  return workflow;
}

function daysIn(text: string): { readonly from: string; readonly to: string } {
  const [from = '', to = ''] = text.split('..');
  if (!isCalendarDay(from) || !isCalendarDay(to) || from > to) {
    throw new UsageError('--series must be two days, such as 2024-12-07..2025-01-31');
  }
  // Without this check a longer series would end early and not say so.
  if (msBetween(`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`) >= days(seriesDaysMax)) {
    throw new UsageError(`--series may have ${seriesDaysMax} days at the most`);
  }
  return { from, to };
}

/** @throws UsageError */
function zoneIn(given: string | undefined): string | undefined {
  const parsed = Zone.optional().safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(`--zone ${parsed.error.issues[0]?.message ?? 'cannot be read'}`);
}

function momentsIn(text: string): { readonly from: string; readonly to: string } {
  const [from = '', to = ''] = text.split('..');
  return { from: instantIn('--flows', from), to: instantIn('--flows', to) };
}

/** The ledger as programs read it. */
const populationJson = ({ place, places, ...found }: Population) => ({
  ...found,
  facility: place,
  facilities: places,
});

function printPopulation({ language }: CommandLine, workflow: Workflow, found: Population): void {
  const texts = workflow.texts[language];
  const say = outputWords[language];
  const { cases, place } = wordsOf(texts, language);
  const { total, persons, clock, asOf, since } = found;
  const shown = (at: string) => shownValue(at, 'time', audienceOf(workflow, language));
  const others = total === persons ? '' : `, ${say.noPersons(total - persons)}`;
  print(
    `${say.ledger(texts.title, say.clocks[clock], asOf === null ? '' : shown(asOf))}: ${say.total(persons, cases)}${others}`,
  );
  printCounts([say.state, cases], found.states, texts.states);
  printCounts([say.subState, cases], found.leaves, texts.states);
  printCounts([place, cases], found.places, texts.values);
  printCounts([say.outcome, cases], found.outcomes, texts.values);
  for (const [tag, counts] of Object.entries(found.tags))
    printCounts([tagLabel(texts, tag) ?? tag, cases], counts, texts.values);
  printCounts(
    [say.event, since === null ? say.times : say.timesSince(shown(since))],
    found.events,
    texts.events,
  );
}

function printCounts(
  [title, counted]: readonly [title: string, counted: string],
  counts: Counts,
  names: Readonly<Record<string, string>>,
): void {
  const columns = [{ title }, { title: '' }, { title: counted, align: 'right' }] as const;
  const rows = Object.entries(counts).map(([code, count]) => [code, names[code] ?? '', String(count)]);
  if (rows.length > 0) print('', table(columns, rows));
}

function printSeries(
  { json, language }: CommandLine,
  series: readonly PopulationOfDay[],
  { texts }: Workflow,
): void {
  if (json === true) {
    printJson(
      series.map(({ day, total, persons, states, places, outcomes, tags }) => ({
        ...{ day, total, persons, states, facilities: places, outcomes, tags },
      })),
    );
    return;
  }
  const states = Object.keys(series[0]?.states ?? {});
  const columns = [
    { title: outputWords[language].day },
    ...states.map((state) => ({ title: texts[language].states[state] ?? state, align: 'right' as const })),
  ];
  print(
    table(
      columns,
      series.map(({ day, states: counts }) => [day, ...states.map((state) => String(counts[state]))]),
    ),
  );
}

function printFlows({ json, language }: CommandLine, flows: readonly Flow[], { texts }: Workflow): void {
  if (json === true) {
    printJson(flows);
    return;
  }
  const name = (state: string | null) => (state === null ? '-' : (texts[language].states[state] ?? state));
  const { from: start, to: end } = outputWords[language];
  const { cases } = wordsOf(texts[language], language);
  const columns = [{ title: start }, { title: end }, { title: cases, align: 'right' }] as const;
  print(
    table(
      columns,
      flows.map(({ from, to, count }) => [name(from), name(to), String(count)]),
    ),
  );
}

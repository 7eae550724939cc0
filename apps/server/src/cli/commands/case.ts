import {
  AmbiguousReferenceError,
  timeOfAsking,
  type CaseMoment,
  type Engine,
  type ShownCase,
} from '@safeconduct/engine';
import { askedMomentIssue, parseInstant, readTags } from '@safeconduct/workflow';
import { UsageError } from '../../console/usage-error.js';
import { readingLog } from '../../start/open.js';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { shownText } from '../../console/shown-text.js';
import { outputWords } from '../../texts/output-words.js';
import { problemDetail } from '../../texts/problem-text.js';
import { withCodes } from '../../texts/refusal-text.js';
import { audienceOf, shownValue } from '../../texts/sentence.js';
import { commandLineReader } from '../reader.js';

/** One case, now, after one of its events, or at a past moment. */
export async function runCase(
  line: CommandLine,
  reference: string,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  return readingLog(line, async (installation) => {
    const { engine } = installation;
    const found = await findCase(engine, reference, options['workflow']);
    if (found === undefined) return notFound(line, reference);
    const moment = momentIn(options);
    const state = await engine.queries.case(commandLineReader, { caseId: found, moment });
    if (state === undefined) return notOpenYet(line, engine, { reference, caseId: found, moment });
    if (moment !== undefined && 'revision' in moment) checkRevision('--revision', moment, state);
    const now = timeOfAsking(moment, state, installation.clock.now());
    if (line.json === true) printJson(caseJson(state, now));
    else printCase(line, state, now);
    return exit.ok;
  });
}

/** A case as programs read it: `contract` of `case --json`. */
export function caseJson(state: ShownCase, now: string): Readonly<Record<string, unknown>> {
  const { workflow, folded, caseId, reference, revision, position, occurredAt, recordedAt } = state;
  const { place, outcome, assignee, tags = '' } = state.summary;
  const top = folded.state.split('.', 1)[0];
  return {
    caseId,
    reference,
    workflow: workflow.name,
    version: workflow.version,
    revision,
    position,
    state: top,
    subState: folded.state === top ? null : folded.state,
    facility: place ?? null,
    outcome: outcome ?? null,
    tags: readTags(tags),
    assignee: assignee ?? null,
    occurredAt,
    recordedAt,
    due: state.due,
    data: folded.facts,
    openCommands: state.possibleAt(now),
  };
}

/**
 * Finds a case by its reference or its id.
 * @throws UsageError  several workflows have a case of this reference, and none of them was named
 */
export async function findCase(
  engine: Engine,
  reference: string,
  workflow?: string,
): Promise<string | undefined> {
  if (workflow !== undefined && !engine.register.has(workflow)) throw unknownWorkflow(engine, workflow);
  try {
    return await engine.queries.findCase(commandLineReader, { reference, workflow });
  } catch (error) {
    if (!(error instanceof AmbiguousReferenceError)) throw error;
    const choices = error.workflows.map((name) => `--workflow ${name}`).join(' or ');
    throw new UsageError(`several workflows have a case ${reference}; say which one with ${choices}`);
  }
}

export const unknownWorkflow = (engine: Engine, name: string): UsageError =>
  new UsageError(`no workflow is called ${name}; registered: ${[...engine.register.keys()].join(', ')}`);

/** Prints that there is no such case. */
export const notFound = (line: CommandLine, reference: string): number =>
  refuse(line, 'CASE_NOT_FOUND', `no case ${reference}; look it up with: safeconduct cases`);

interface AskedCase {
  readonly reference: string;
  readonly caseId: string;
  readonly moment: CaseMoment | undefined;
}

/** Prints that a case was not open yet at a moment, and since when it is. */
async function notOpenYet(
  line: CommandLine,
  engine: Engine,
  { reference, caseId, moment }: AskedCase,
): Promise<number> {
  if (moment === undefined || !('at' in moment)) return notFound(line, reference);
  const openedAt = await engine.queries.openedAt(commandLineReader, { caseId, clock: moment.clock });
  if (openedAt === undefined) return notFound(line, reference);
  const workflow = await engine.queries.workflowOf(commandLineReader, { caseId });
  const times = { asOf: moment.at, openedAt };
  const detail = problemDetail('CASE_NOT_OPEN_YET', times, audienceOf(workflow, line.language));
  return refuse(line, 'CASE_NOT_OPEN_YET', `${reference}: ${detail}`);
}

function refuse({ json }: CommandLine, code: string, detail: string): number {
  if (json === true) printJson({ code, detail });
  tell(`safeconduct: ${code}: ${detail}`);
  return exit.failed;
}

/** The moment that `--revision`, `--as-of` and `--clock` name. */
export function momentIn(options: Readonly<Record<string, string>>): CaseMoment | undefined {
  const { revision, asOf, clock } = options;
  if (revision !== undefined && asOf !== undefined)
    throw new UsageError('give --revision or --as-of, not both');
  if (revision !== undefined) return { revision: revisionIn('--revision', revision) };
  if (asOf === undefined) return undefined;
  return { at: instantIn('--as-of', asOf), clock: clock === 'recorded' ? 'recorded' : 'occurred' };
}

export function revisionIn(option: string, text: string): bigint {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`${option} must be a whole number from 0`);
  return BigInt(text);
}

/** @throws UsageError  the case has no such revision: its last one is another */
export function checkRevision(
  option: string,
  asked: { readonly revision: bigint },
  last: { readonly revision: bigint },
): void {
  if (asked.revision <= last.revision) return;
  throw new UsageError(`${option} may be ${last.revision} at the most; the case has no later event`);
}

export function instantIn(option: string, text: string): string {
  const instant = parseInstant(text);
  if (instant === undefined) {
    throw new UsageError(`${option} must be a time with its zone, such as 2025-01-31T00:00:00+03:00`);
  }
  const issue = askedMomentIssue(option, instant);
  if (issue !== undefined) throw new UsageError(`${option} ${issue.message}`);
  return instant;
}

function printCase({ language }: CommandLine, state: ShownCase, now: string): void {
  const { workflow, folded, reference, revision, caseId, due } = state;
  const texts = workflow.texts[language];
  const { place, outcome, assignee } = state.summary;
  const value = (code: string) => texts.values[code] ?? code;
  const say = outputWords[language];
  const shown = (at: string) => shownValue(at, 'time', audienceOf(workflow, language));
  print(
    `${shownText(reference)}  ${texts.states[folded.state] ?? folded.state} (${folded.state})`,
    `  ${say.caseAt(caseId, String(revision))}`,
    ...[place, outcome].filter((code) => code !== undefined).map((code) => `  ${value(code)} (${code})`),
    ...(assignee === undefined ? [] : [`  ${say.assignedTo(assignee)}`]),
    ...Object.entries(due).map(([name, at]) => `  ${say.dueAt(shown(at), texts.deadlines[name] ?? name)}`),
    '',
    // Facts are shown by their names, as with --json; in another script by what the fields are called.
    ...factLines(folded.facts, { indent: '  ', fields: language === 'en' ? {} : texts.fields }),
    '',
    `  ${say.possibleNow(withCodes(state.possibleAt(now), texts.commands))}`,
  );
}

interface FactsShown {
  readonly indent: string;
  /** What fields are called; a fact often has the name of one. */
  readonly fields: Readonly<Record<string, string>>;
}

function factLines(value: unknown, { indent, fields }: FactsShown): readonly string[] {
  const known = Object.entries(value as Readonly<Record<string, unknown>>).filter(
    ([, inner]) => inner !== undefined,
  );
  return known.flatMap(([name, inner]) => {
    const called = `${indent}${fields[name] ?? name}:`;
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? [called, ...factLines(inner, { indent: `${indent}  `, fields })]
      : [`${called} ${shownText(typeof inner === 'string' ? inner : JSON.stringify(inner))}`];
  });
}

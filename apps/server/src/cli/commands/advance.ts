import type { Accepted, CommandOutcome, Engine, SentCommand } from '@safeconduct/engine';
import type { Refusal, Workflow } from '@safeconduct/workflow';
import { text as readAll } from 'node:stream/consumers';
import { UsageError } from '../../import/usage-error.js';
import { openToWrite } from '../../runtime/installation.js';
import { refusalDetails, refusalTitle } from '../../texts/refusal-text.js';
import { exit, print, printJson, tell, type CommandLine } from '../output.js';
import { findCase, notFound, revisionIn, unknownWorkflow } from './case.js';

export interface AdvanceOptions {
  readonly reference: string;
  readonly command: string;
  readonly [option: string]: string | undefined;
}

/** Sends one command and says what was recorded, or why it was refused. */
export async function runAdvance(line: CommandLine, options: AdvanceOptions): Promise<number> {
  const input = parseJson(
    options['input'] === '-' ? await readAll(process.stdin) : (options['input'] ?? '{}'),
  );
  const installation = await openToWrite(line);
  try {
    const { engine } = installation;
    const target = await targetIn(engine, options);
    if (target === undefined) return notFound(line, options.reference);
    const outcome = await engine.handle(sentCommand(options, target, input));
    await installation.catchUp();
    const workflow = workflowOf(engine, outcome, target);
    if (outcome.accepted) printAccepted(line, outcome, workflow);
    else printRefusal(line, outcome.refusal, workflow);
    return outcome.accepted ? exit.ok : exit.failed;
  } finally {
    await installation.close();
  }
}

async function targetIn(engine: Engine, options: AdvanceOptions): Promise<SentCommand['target'] | undefined> {
  const { reference, command, workflow } = options;
  if (workflow !== undefined && !engine.register.has(workflow)) throw unknownWorkflow(engine, workflow);
  if (reference !== 'new') {
    const caseId = await findCase(engine, reference, workflow);
    return caseId === undefined ? undefined : { caseId };
  }
  const opener = [...engine.register.values()].find(({ opening }) => opening.name === command);
  const name = workflow ?? opener?.name ?? [...engine.register.keys()][0] ?? '';
  return { workflow: name };
}

function sentCommand(options: AdvanceOptions, target: SentCommand['target'], input: unknown): SentCommand {
  const revision = options['expectedRevision'];
  return {
    target,
    command: options.command,
    input,
    actor: options['as'] ?? '',
    confirmedBy: options['confirmedBy'],
    onBehalfOf: options['onBehalfOf'],
    occurredAt: options['occurredAt'],
    purpose: options['purpose'],
    commandId: options['commandId'],
    expectedRevision: revision === undefined ? undefined : revisionIn('--expected-revision', revision),
  };
}

function workflowOf(
  engine: Engine,
  outcome: CommandOutcome,
  target: SentCommand['target'],
): Workflow | undefined {
  if (outcome.accepted) return engine.register.get(outcome.workflow);
  return 'workflow' in target ? engine.register.get(target.workflow) : [...engine.register.values()][0];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`--input is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function printAccepted(
  { json, language }: CommandLine,
  outcome: Accepted,
  workflow: Workflow | undefined,
): void {
  const { accepted: _accepted, ...answer } = outcome;
  if (json === true) {
    printJson(answer);
    return;
  }
  const events = outcome.events.map(({ type, revision }) => `${type} (revision ${revision})`).join(', ');
  const state = workflow?.texts[language].states[outcome.state] ?? outcome.state;
  print(`${outcome.reference}: ${events}${outcome.repeated ? ', recorded before' : ''}`);
  print(`now ${state} (${outcome.state}), position ${outcome.position}`);
}

function printRefusal(
  { json, language }: CommandLine,
  refusal: Refusal,
  workflow: Workflow | undefined,
): void {
  const title = refusalTitle(refusal.code, language);
  const details = refusalDetails(refusal, workflow, language);
  if (json === true) printJson({ ...refusal, title, detail: details.join('; ') });
  tell(`refused: ${refusal.code}: ${title}`);
  for (const detail of details) tell(`  ${detail}`);
}

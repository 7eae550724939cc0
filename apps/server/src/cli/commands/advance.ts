import {
  commandsFor,
  sendersOf,
  type Engine,
  type ProposalOutcome,
  type SentCommand,
} from '@safeconduct/engine';
import type { Refusal, Workflow } from '@safeconduct/workflow';
import { text as readAll } from 'node:stream/consumers';
import type { Installation } from '../../start/installation.js';
import { catchUp } from '../../start/catch-up.js';
import { hasData, inScratchFolder, mustHaveData, openToRead } from '../../start/open.js';
import { outputWords } from '../../texts/output-words.js';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { hereOrThere } from '../here-or-there.js';
import { readInput } from '../input-option.js';
import { commandLineReader, readerNamed } from '../reader.js';
import type { RunningServer } from '../ask-server.js';
import { compareRelease } from '../compare-release.js';
import { printRefusal } from '../print-refusal.js';
import { printProposed } from '../print-proposed.js';
import { sendThrough } from '../through-server.js';
import { workflowOpenedBy } from '../workflow-opened-by.js';
import { findCase, notFound, revisionIn, unknownWorkflow } from './case.js';

export interface AdvanceOptions {
  readonly reference: string;
  readonly command: string;
  readonly [option: string]: string | undefined;
}

/**
 * Sends one command and says what was recorded, that it waits for its second person, or why it was refused. A running
 * server is sent it.
 */
export async function runAdvance(line: CommandLine, options: AdvanceOptions): Promise<number> {
  const written = options['input'] === '-' ? await readAll(process.stdin) : (options['input'] ?? '{}');
  const input = readInput(written, `'{"officer": "co-1"}', or - for stdin`);
  // Only the command that opens a case may make a data folder. For other commands a mistyped path would make
  // an empty one.
  if (options.reference !== 'new') await mustHaveData(line);
  // A refused command must not make a folder and a key either, so the first one is tried elsewhere.
  else if (!(await hasData(line))) {
    const refused = await inScratchFolder(line, (scratch) => refusalOf(scratch, line, options, input));
    if (refused) return exit.failed;
  }
  return hereOrThere(line, {
    here: (installation) => advanceHere(installation, line, options, input),
    there: (server) => advanceThrough(server, line, options, input),
  });
}

async function advanceHere(
  installation: Installation,
  line: CommandLine,
  options: AdvanceOptions,
  input: unknown,
): Promise<number> {
  const { engine } = installation;
  const target = await targetIn(engine, options);
  if (target === undefined) return notFound(line, options.reference);
  const outcome = await sendTo(installation, target, options, input);
  const workflow = await workflowOf(engine, outcome, target);
  if (outcome.accepted) printAccepted(line, outcome, workflow);
  else if ('proposed' in outcome) printProposed(line, outcome, workflow);
  else printRefusal(line, outcome.refusal, { workflow, command: options.command });
  await fillViews(installation);
  return 'refusal' in outcome ? exit.failed : exit.ok;
}

/** Prints why a command is refused that would be the first of a new folder. @returns whether it is */
async function refusalOf(
  scratch: Installation,
  line: CommandLine,
  options: AdvanceOptions,
  input: unknown,
): Promise<boolean> {
  const target = (await targetIn(scratch.engine, options)) ?? { workflow: '' };
  const outcome = await sendTo(scratch, target, options, input);
  if (!('refusal' in outcome)) return false;
  const workflow = await workflowOf(scratch.engine, outcome, target);
  printRefusal(line, outcome.refusal, { workflow, command: options.command });
  return true;
}

async function sendTo(
  { engine, identity }: Installation,
  target: SentCommand['target'],
  options: AdvanceOptions,
  input: unknown,
): Promise<ProposalOutcome> {
  const by = options['as'] ?? '';
  const senders = await sendersOf(identity, { by, confirmedBy: options['confirmedBy'] });
  const commands = commandsFor(engine, await readerNamed(identity, by, options['purpose']));
  return commands.handleOrPropose({ ...said(options), ...senders, target, input });
}

/**
 * The events are recorded also when the views cannot be filled now. The next reading command fills the views.
 */
export async function fillViews(installation: Installation): Promise<void> {
  try {
    await catchUp(installation);
  } catch (error) {
    tell(`the views are not up to date: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function advanceThrough(
  server: RunningServer,
  line: CommandLine,
  options: AdvanceOptions,
  input: unknown,
): Promise<number> {
  const reading = await openToRead(line, 'log');
  try {
    const { engine } = reading;
    const target = await targetIn(engine, options);
    if (target === undefined) return notFound(line, options.reference);
    const notOpening = 'workflow' in target ? refusedAsOpening(engine, target.workflow, options) : undefined;
    if (notOpening !== undefined) {
      const workflow = engine.register.get('workflow' in target ? target.workflow : '');
      printRefusal(line, notOpening, { workflow, command: options.command });
      return exit.failed;
    }
    const workflow =
      'workflow' in target ? engine.register.get(target.workflow) : await workflowOfCase(engine, target);
    if (workflow !== undefined) await compareRelease(server, workflow);
    const answered = await sendThrough(server, { target, command: options.command, input, options });
    if ('proposed' in answered) printProposed(line, answered.proposed, workflow);
    else if (answered.accepted) printAccepted(line, answered.answer, workflow);
    else printRefusal(line, answered.refusal, { workflow, command: options.command });
    return 'refusal' in answered ? exit.failed : exit.ok;
  } finally {
    await reading.close();
  }
}

/**
 * The server opens a case at an address that names no command, so this function checks that the command opens
 * one.
 */
function refusedAsOpening(
  { register }: Engine,
  workflow: string,
  { command }: AdvanceOptions,
): Refusal | undefined {
  const known = register.get(workflow);
  if (known?.opening.name === command) return undefined;
  return known?.commands.has(command) === true
    ? { code: 'CASE_NOT_FOUND' }
    : { code: 'UNKNOWN_COMMAND', inputs: { workflow } };
}

const workflowOfCase = (
  { queries }: Engine,
  { caseId }: { readonly caseId: string },
): Promise<Workflow | undefined> => queries.workflowOf(commandLineReader, { caseId });

async function targetIn(
  engine: Engine,
  options: AdvanceOptions,
): Promise<{ readonly caseId: string } | { readonly workflow: string } | undefined> {
  const { reference, command, workflow } = options;
  if (workflow !== undefined && !engine.register.has(workflow)) throw unknownWorkflow(engine, workflow);
  if (reference !== 'new') {
    const caseId = await findCase(engine, reference, workflow);
    return caseId === undefined ? undefined : { caseId };
  }
  return { workflow: workflow ?? workflowOpenedBy(engine.register, command) };
}

/** The options besides the persons, the case and the input. */
function said(options: AdvanceOptions): Omit<SentCommand, 'actor' | 'target' | 'input'> {
  const revision = options['expectedRevision'];
  return {
    command: options.command,
    onBehalfOf: options['onBehalfOf'],
    occurredAt: options['occurredAt'],
    purpose: options['purpose'],
    commandId: options['commandId'],
    expectedRevision: revision === undefined ? undefined : revisionIn('--expected-revision', revision),
  };
}

async function workflowOf(
  engine: Engine,
  outcome: ProposalOutcome,
  target: { readonly caseId: string } | { readonly workflow: string },
): Promise<Workflow | undefined> {
  if (!('refusal' in outcome)) return engine.register.get(outcome.workflow);
  return 'workflow' in target ? engine.register.get(target.workflow) : workflowOfCase(engine, target);
}

/** What was recorded, here or by a server. */
export interface Recorded {
  readonly reference: string;
  readonly state: string;
  readonly position: bigint | string;
  readonly events: readonly { readonly type: string; readonly revision: bigint | string }[];
  readonly repeated?: boolean;
}

/** Says what was recorded. */
export function printAccepted(
  { json, language }: CommandLine,
  recorded: Recorded,
  workflow: Workflow | undefined,
): void {
  if (json === true) {
    printJson(recorded);
    return;
  }
  const say = outputWords[language];
  const events = recorded.events
    .map(({ type, revision }) => say.recordedAs(type, String(revision)))
    .join(', ');
  const state = workflow?.texts[language].states[recorded.state] ?? recorded.state;
  print(`${recorded.reference}: ${events}${recorded.repeated === true ? say.recordedBefore : ''}`);
  print(say.now(state, recorded.state, String(recorded.position)));
}

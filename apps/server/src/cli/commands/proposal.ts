import {
  commandsFor,
  isCaseId,
  type Engine,
  type NamedProposal,
  type ShownProposal,
} from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { shownText } from '../../console/shown-text.js';
import { UsageError } from '../../console/usage-error.js';
import { proposalAnswer } from '../../http/answers/proposal-answers.js';
import type { Installation } from '../../start/installation.js';
import { mustHaveData, openToRead, readingLog } from '../../start/open.js';
import { outputWords } from '../../texts/output-words.js';
import { refusalDetails, refusalTitle, withCodes } from '../../texts/refusal-text.js';
import type { RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';
import { printRefusal } from '../print-refusal.js';
import { commandLineReader, readerNamed } from '../reader.js';
import { actOnProposalThrough } from '../through-server.js';
import { fillViews, printAccepted } from './advance.js';
import { findCase, notFound } from './case.js';

/** What can be done to a proposal. */
export const proposalActions = ['confirm', 'reject', 'withdraw'] as const;
export type ProposalAction = (typeof proposalActions)[number];

export interface ProposalOptions {
  readonly as?: string;
  readonly contentHash?: string;
  readonly reason?: string;
  readonly workflow?: string;
}

/** The proposal as it was named: the case by reference or id. */
interface Asked {
  readonly reference: string;
  readonly proposalId: string;
}

/** Shows exactly what is confirmed, and whether it is still possible. */
export async function runProposal(
  line: CommandLine,
  asked: Asked,
  options: ProposalOptions,
): Promise<number> {
  return readingLog(line, async ({ engine }) => {
    const caseId = await caseOf(engine, asked, options);
    const all =
      caseId === undefined ? [] : await engine.queries.proposalsOfCase(commandLineReader, { caseId });
    const found = all.find(({ proposalId }) => proposalId === asked.proposalId);
    if (caseId === undefined) return notFound(line, asked.reference);
    if (found === undefined) return refusedAsUnknown(line);
    const reference = (await engine.queries.case(commandLineReader, { caseId }))?.reference;
    const { register } = engine;
    if (line.json === true)
      printJson(proposalAnswer(found, reference, { register, language: line.language }));
    else printProposal(line, found, { reference, workflow: register.get(found.envelope.workflow) });
    return exit.ok;
  });
}

/** Confirms, rejects or withdraws a proposal. A running server is sent it. */
export async function runProposalAction(
  line: CommandLine,
  action: ProposalAction,
  asked: Asked & { readonly options: ProposalOptions },
): Promise<number> {
  const { options } = asked;
  const as = given('--as', options.as);
  const contentHash = action === 'confirm' ? given('--content-hash', options.contentHash) : undefined;
  const reason = action === 'reject' ? given('--reason', options.reason) : options.reason;
  const said = { as, contentHash, reason, action };
  // A mistyped path would make an empty folder.
  await mustHaveData(line);
  return hereOrThere(line, {
    here: (installation) => actHere(installation, line, asked, said),
    there: (server) => actThrough(server, line, asked, said),
  });
}

interface Said {
  readonly action: ProposalAction;
  readonly as: string;
  readonly contentHash: string | undefined;
  readonly reason: string | undefined;
}

async function actHere(
  installation: Installation,
  line: CommandLine,
  asked: Asked & { readonly options: ProposalOptions },
  said: Said,
): Promise<number> {
  const { engine, identity } = installation;
  const caseId = await caseOf(engine, asked, asked.options);
  if (caseId === undefined) return notFound(line, asked.reference);
  const named = { caseId, proposalId: asked.proposalId };
  const workflow = await workflowOf(engine, named);
  const reader = await readerNamed(identity, said.as);
  const by = reader.actor;
  const { contentHash = '', reason = '' } = said;
  const commands = commandsFor(engine, reader);
  const outcome =
    said.action === 'confirm'
      ? await commands.confirm({ ...named, by, contentHash })
      : said.action === 'reject'
        ? await commands.reject({ ...named, by, reason })
        : await commands.withdraw({ ...named, by, reason: said.reason });
  if (!outcome.accepted) printRefusal(line, outcome.refusal, { workflow, command: '' });
  else if ('events' in outcome) printAccepted(line, outcome, workflow);
  else printEnded(line, outcome);
  await fillViews(installation);
  return outcome.accepted ? exit.ok : exit.failed;
}

async function actThrough(
  server: RunningServer,
  line: CommandLine,
  asked: Asked & { readonly options: ProposalOptions },
  { action, as, contentHash, reason }: Said,
): Promise<number> {
  const opened = await openToRead(line, 'log');
  try {
    const caseId = await caseOf(opened.engine, asked, asked.options);
    if (caseId === undefined) return notFound(line, asked.reference);
    const named = { caseId, proposalId: asked.proposalId };
    const workflow = await workflowOf(opened.engine, named);
    const body = action === 'confirm' ? { contentHash } : { reason };
    const answered = await actOnProposalThrough(server, { ...named, action, as, body });
    if ('refusal' in answered) printRefusal(line, answered.refusal, { workflow, command: '' });
    else if ('step' in answered) printAccepted(line, answered.step, workflow);
    else printEnded(line, answered.ended);
    return 'refusal' in answered ? exit.failed : exit.ok;
  } finally {
    await opened.close();
  }
}

/** The case of a reference; a case that is only proposed is named by its id. */
async function caseOf(
  engine: Engine,
  { reference }: Asked,
  { workflow }: ProposalOptions,
): Promise<string | undefined> {
  const found = await findCase(engine, reference, workflow);
  return found ?? (isCaseId(reference) ? reference : undefined);
}

async function workflowOf(
  engine: Engine,
  { caseId, proposalId }: NamedProposal,
): Promise<Workflow | undefined> {
  const all = await engine.queries.proposalsOfCase(commandLineReader, { caseId });
  const found = all.find((one) => one.proposalId === proposalId);
  return engine.register.get(found?.envelope.workflow ?? '');
}

function given(option: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new UsageError(`${option} is needed; see: safeconduct proposal --help`);
}

function refusedAsUnknown(line: CommandLine): number {
  printRefusal(line, { code: 'PROPOSAL_NOT_FOUND' }, { workflow: undefined, command: '' });
  return exit.failed;
}

function printEnded(
  { json, language }: CommandLine,
  ended: { readonly proposalId: string; readonly status: ShownProposal['status'] },
): void {
  const say = outputWords[language];
  if (json === true) printJson(ended);
  else print(say.proposalIs(ended.proposalId, say.statuses[ended.status]));
}

function printProposal(
  { language }: CommandLine,
  shown: ShownProposal,
  {
    reference,
    workflow,
  }: { readonly reference: string | undefined; readonly workflow: Workflow | undefined },
): void {
  const say = outputWords[language];
  const { envelope, proposed, status, ended, refusal, caseNow } = shown;
  const texts = workflow?.texts[language];
  const stateName = (state: string) => `${texts?.states[state] ?? state} (${state})`;
  const { state, revision, occurredAt, input, contentHash, expiresAt } = proposed;
  print(
    `${reference ?? shown.caseId}: ${withCodes([envelope.command], texts?.commands).join()}`,
    say.proposalIs(shown.proposalId, say.statuses[status]),
    say.proposedBy(envelope.actor.id, envelope.actor.role, shown.proposedAt),
    ...(envelope.onBehalfOf === undefined ? [] : [say.onBehalfOf(envelope.onBehalfOf)]),
    occurredAt === null ? say.happensThen : say.happenedAt(occurredAt),
    ...(envelope.purpose === undefined ? [] : [say.purposeIs(envelope.purpose)]),
    ...JSON.stringify(input, undefined, 2).split('\n').map(shownText),
    state === null ? say.notOpenThen : say.caseThen(stateName(state), revision),
    ...(caseNow === undefined ? [] : [say.caseNow(stateName(caseNow.state), String(caseNow.revision))]),
    ...(ended === undefined ? [] : [say.ended(say.statuses[status], ended.by.id, ended.at)]),
    ...(ended?.reason === undefined ? [] : [say.reason(shownText(ended.reason))]),
    ...(status === 'open' ? [say.mayConfirm(withCodes(shown.confirmedBy, texts?.roles), expiresAt)] : []),
    ...(refusal === undefined
      ? []
      : [
          say.impossible(refusal.code, refusalTitle(refusal.code, language)),
          ...refusalDetails(refusal, workflow, language).map((detail) => `  ${detail}`),
        ]),
    say.contentHash(contentHash),
  );
}

import {
  handleFor,
  sendersOf,
  type CommandOutcome,
  type Engine,
  type Identity,
  type Senders,
} from '@safeconduct/engine';
import { identityForm, type Workflow } from '@safeconduct/workflow';
import { problemTitle } from '../../texts/problem-text.js';
import { refusalDetails, refusalTitle } from '../../texts/refusal-text.js';
import type { CommandRow, ImportRow } from '../rows/import-row.js';
import type { ImportSender } from './import-sender.js';
import { rowCommand } from './row-command.js';

/** Where rows are sent. */
export interface ImportPorts {
  readonly engine: Pick<Engine, 'handle' | 'told'>;
  /** Finds the persons that the rows name by id. */
  readonly identity: Pick<Identity, 'recordedActorOf'>;
  readonly workflow: Workflow;
  readonly sender: ImportSender;
}

/** The outcome of a row: accepted now, recorded by an earlier import, or rejected. */
export type RowOutcome = 'accepted' | 'alreadyThere' | { readonly code: string; readonly reason: string };

/** What sending depends on besides the rows. */
export interface SendOptions {
  /** When it aborts, no further row is sent. */
  readonly signal?: AbortSignal | undefined;
  /** Asked before each row. The row waits for what it answers, and is not sent when the signal has aborted then. */
  readonly beforeRow?: (() => Promise<void> | undefined) | undefined;
}

/** A row and its outcome. */
export interface RowResult {
  readonly row: ImportRow;
  readonly outcome: RowOutcome;
}

/**
 * The rows under way at a time. Rows of one case follow each other in order; those of other cases share a
 * commit.
 */
const windowMax = 512;

/**
 * Sends rows through the engine and yields the results in the order of the rows. A rejected row stops no
 * other row. When the signal aborts, no further row is sent, and the results of those under way still follow.
 */
export async function* sendRows(
  rows: AsyncIterable<ImportRow> | Iterable<ImportRow>,
  ports: ImportPorts,
  { signal, beforeRow }: SendOptions = {},
): AsyncGenerator<RowResult> {
  const send = oneByOneInCase(ports);
  const underWay: Promise<RowResult>[] = [];
  for await (const row of rows) {
    const waited = beforeRow?.();
    if (waited !== undefined) await waited;
    if (signal?.aborted === true) break;
    const result = send(row);
    // It is awaited below, in turn; until then a failure must not count as unhandled.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= windowMax) yield await (underWay.shift() as Promise<RowResult>);
  }
  for (const result of underWay) yield await result;
}

/**
 * Sends a row once the row before it of the same case is answered. The engine handles a withdrawal before
 * other commands that wait for its case; in a file it must not overtake the rows above it.
 */
function oneByOneInCase(ports: ImportPorts): (row: ImportRow) => Promise<RowResult> {
  const lastOfCase = new Map<string, Promise<RowResult>>();
  return (row) => {
    if (row.problem !== undefined) return Promise.resolve({ row, outcome: row.problem });
    const naturalKey = identityForm(row.naturalKey);
    const before = lastOfCase.get(naturalKey);
    const send = () => sendRow(row, ports);
    // A failure of the row before is reported where that row is awaited.
    const result = before === undefined ? send() : before.then(send, send);
    lastOfCase.set(naturalKey, result);
    const forget = () => {
      if (lastOfCase.get(naturalKey) === result) lastOfCase.delete(naturalKey);
    };
    result.then(forget, forget);
    return result;
  };
}

async function sendRow(row: CommandRow, ports: ImportPorts): Promise<RowResult> {
  const { engine, identity, workflow, sender } = ports;
  const found = sendersOf(identity, row);
  const senders = found instanceof Promise ? await found : found;
  if (!sender.mayForOthers && isOfOthers(senders, sender)) return { row, outcome: ofOthers };
  try {
    const sent = { ...rowCommand(row, workflow), ...senders, importedBy: sender.id };
    const outcome = await handleFor(engine, sender.reader)(sent);
    return { row, outcome: outcomeOf(outcome, workflow) };
  } catch (error) {
    const outcome = rejectedFor(error);
    if (outcome === undefined) throw error;
    return { row, outcome };
  }
}

/** A second person is always another one. */
const isOfOthers = ({ actor, confirmation }: Senders, { id }: ImportSender): boolean =>
  actor.id !== id || (confirmation !== undefined && confirmation.by.id !== id);

const ofOthers: RowOutcome = {
  code: 'NOT_PERMITTED',
  reason:
    'the row is a decision of another person than the sender of the import; who may import those is set by ' +
    'SAFECONDUCT_IMPORTERS',
};

/** An error that comes each time the row is sent and says nothing of the rows after it. */
function rejectedFor(error: unknown): RowOutcome | undefined {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  if (code === 'APPEND_TOO_LARGE') return { code, reason: problemTitle(code, 'en') };
  if (code === 'WORKFLOW_UNDER_CONSTRUCTION') return { code, reason: message };
  if (code === 'HISTORY_DIVERGED') return { code, reason: `${problemTitle(code, 'en')}: ${message}` };
  return undefined;
}

/** A file of rejected rows is at most so much longer for each row. */
const reasonCharactersMax = 2000;

function outcomeOf(outcome: CommandOutcome, workflow: Workflow): RowOutcome {
  if (outcome.accepted) return outcome.repeated ? 'alreadyThere' : 'accepted';
  const { refusal } = outcome;
  const details = refusalDetails(refusal, workflow, 'en').join('; ');
  const title = refusalTitle(refusal.code, 'en');
  const reason = details === '' ? title : `${title}: ${details}`;
  return { code: refusal.code, reason: reason.slice(0, reasonCharactersMax) };
}

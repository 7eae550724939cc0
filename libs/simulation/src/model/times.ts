import type { SentCommand } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import type { Evidence, ReportViolation } from './evidence.js';
import { cellOf } from './ledger-rows.js';
import { isFreeOfOrder, type Replayed, type ReplayedEvent } from './replay.js';

/** What a workflow declares of the time of a command. */
interface Flags {
  readonly freeOfOrder?: true;
  readonly establishes?: true;
  readonly alwaysHeard?: true;
}

const flagsOf = ({ source }: Workflow, command: string): Flags => source.commands[command] ?? {};

/**
 * Each event stands at the time that was said or, where it may not stand before the clock of its case, at that clock, and
 * keeps what was said. Nothing is refused for a time at which it may be entered.
 */
export function checkTimes(
  { workflow, attempts }: Evidence,
  { cases }: Replayed,
  report: ReportViolation,
): void {
  const sent = new Map<string, SentCommand[]>();
  for (const { sent: one, outcome } of attempts) {
    const key = `${one.commandId} ${one.command}`;
    sent.set(key, [...(sent.get(key) ?? []), one]);
    if (outcome?.accepted !== false) continue;
    const { code } = outcome.refusal;
    if (neverGets(flagsOf(workflow, one.command)).includes(code))
      report('refused for its time', `${one.command} (${one.commandId}): ${code}`);
  }
  for (const events of cases.values()) checkCase(workflow, { events, sent }, report);
}

function neverGets({ freeOfOrder, establishes, alwaysHeard }: Flags): readonly string[] {
  const [last, opening, future] = [
    'OCCURRED_BEFORE_LAST_EVENT',
    'OCCURRED_BEFORE_CASE',
    'OCCURRED_IN_FUTURE',
  ];
  if (alwaysHeard === true) return [last, opening, future];
  if (establishes === true) return [last, opening];
  return [freeOfOrder === true ? last : opening];
}

interface Given {
  readonly events: readonly ReplayedEvent[];
  /** What was sent, by the id and the name of the command. */
  readonly sent: ReadonlyMap<string, readonly SentCommand[]>;
}

function checkCase(workflow: Workflow, { events, sent }: Given, report: ReportViolation): void {
  const openedAt = events[0]?.recorded.occurredAt ?? '';
  let [clock, before] = ['', undefined as ReplayedEvent | undefined];
  for (const group of commandsIn(events)) {
    const [{ past, recorded }] = group as readonly [ReplayedEvent];
    const flags = flagsOf(workflow, past.command);
    const moves =
      before === undefined || group.some((one) => cellOf(one) !== cellOf(before as ReplayedEvent));
    const isFree = flags.freeOfOrder === true && !moves;
    const where = `${past.command} at position ${recorded.position}`;
    if (isFreeOfOrder(recorded) !== isFree)
      report('order otherwise than it follows', `${where} ${moves ? 'moves its case' : 'leaves its case'}`);
    const earliest = isFree ? openedAt : clock;
    const told = sent.get(`${recorded.metadata['commandId'] ?? ''} ${past.command}`) ?? [];
    if (!told.some(({ occurredAt: said }) => standsWhere({ said, earliest, flags }, recorded)))
      report('time otherwise than it was said', `${where}: ${recorded.occurredAt}, earliest ${earliest}`);
    if (!isFree) clock = recorded.occurredAt;
    before = group.at(-1);
  }
}

/** The events of a case, those of one command together. */
function commandsIn(events: readonly ReplayedEvent[]): readonly (readonly ReplayedEvent[])[] {
  const groups = new Map<string, ReplayedEvent[]>();
  for (const event of events) {
    const id = event.recorded.metadata['commandId'] ?? '';
    groups.set(id, [...(groups.get(id) ?? []), event]);
  }
  return [...groups.values()];
}

interface Said {
  readonly said: string | undefined;
  readonly earliest: string;
  readonly flags: Flags;
}

function standsWhere(
  { said, earliest, flags }: Said,
  { occurredAt, metadata: { saidAt } }: ReplayedEvent['recorded'],
): boolean {
  // The process took its own clock, which nobody else knows; a time without a zone says nothing.
  if (said?.endsWith('Z') !== true) return saidAt === undefined || flags.freeOfOrder === true;
  if (occurredAt === said) return saidAt === undefined && said >= earliest;
  if (saidAt !== said) return false;
  // What is heard may come from a clock that is ahead; it then stands at that of the process.
  return said < earliest ? occurredAt === earliest : flags.alwaysHeard === true && occurredAt < said;
}

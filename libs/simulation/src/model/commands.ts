import type { Accepted, RecordedEvent, SentCommand } from '@safeconduct/engine';
import type { Attempt } from '../journal.js';
import type { ReportViolation, Evidence } from './evidence.js';

type Answered = Attempt & { readonly outcome: Accepted; readonly ended: number };

/**
 * No acknowledged command is lost, none is recorded twice, none is recorded that was not sent, and a repeated
 * command gets the same answer.
 */
export function checkCommands({ log, attempts }: Evidence, report: ReportViolation): void {
  const recorded = recordedByCommand(log);
  const sent = new Map<string, Attempt[]>();
  for (const attempt of attempts)
    sent.set(attempt.sent.commandId, [...(sent.get(attempt.sent.commandId) ?? []), attempt]);
  const indexes = new Map(log.map((event, index) => [event, index]));
  for (const events of recorded.values()) checkRecorded(events, { sent, indexes }, report);
  const accepted = attempts.filter(isAccepted);
  for (const attempt of accepted) checkAccepted(attempt, recorded, report);
  for (const attempts of sent.values()) checkRepetitions(attempts, report);
}

/** The events of each command, by case and command id. */
function recordedByCommand(log: readonly RecordedEvent[]): ReadonlyMap<string, readonly RecordedEvent[]> {
  const groups = new Map<string, RecordedEvent[]>();
  for (const event of log) {
    if (!event.stream.startsWith('case-')) continue;
    const key = `${event.stream} ${event.metadata['commandId'] ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}

function checkRecorded(
  events: readonly RecordedEvent[],
  {
    sent,
    indexes,
  }: {
    readonly sent: ReadonlyMap<string, readonly Attempt[]>;
    /** The index of each event in the log. */
    readonly indexes: ReadonlyMap<RecordedEvent, number>;
  },
  report: ReportViolation,
): void {
  const [first] = events as readonly [RecordedEvent];
  const { command = '', commandId = '', actor = '', actorRole = '' } = first.metadata;
  const where = `${command} (${commandId}) at position ${first.position}`;
  // The events of one append are neighbours in the log and have one time.
  const isOne = events.every(
    (event, index) =>
      indexes.get(event) === (indexes.get(first) ?? 0) + index && event.recordedAt === first.recordedAt,
  );
  if (!isOne)
    report('recorded twice', `${where}: also at ${events.map(({ position }) => position).join(', ')}`);
  const senders = sent.get(commandId) ?? [];
  const isSender = ({ id, roles }: SentCommand['actor']) => id === actor && roles.includes(actorRole);
  if (!senders.some((attempt) => attempt.sent.command === command && isSender(attempt.sent.actor)))
    report('recorded without being sent', where);
}

function checkAccepted(
  { sent, outcome }: Answered,
  recorded: ReadonlyMap<string, readonly RecordedEvent[]>,
  report: ReportViolation,
): void {
  const where = `${sent.command} (${sent.commandId})`;
  const events = recorded.get(`case-${outcome.caseId} ${sent.commandId}`);
  const last = events?.at(-1);
  if (events === undefined || last === undefined) {
    report(
      'acknowledged command lost',
      `${where}: answered with revision ${outcome.revision}, and not in the log`,
    );
    return;
  }
  const answer = tell(outcome.events, outcome.position, [
    outcome.revision,
    outcome.recordedAt,
    outcome.state,
  ]);
  const truth = tell(events, last.position, [last.revision, last.recordedAt, last.metadata['state'] ?? '']);
  if (answer !== truth)
    report('acknowledged otherwise than recorded', `${where}: answered ${answer}, recorded ${truth}`);
}

const tell = (
  events: readonly { readonly type: string; readonly revision: bigint }[],
  position: bigint,
  more: readonly unknown[],
): string => [...events.map(({ type, revision }) => `${type} ${revision}`), position, ...more].join(', ');

/** A repeated command gets the stored answer, and only one of all attempts has recorded anything. */
function checkRepetitions(attempts: readonly Attempt[], report: ReportViolation): void {
  const accepted = attempts.filter(isAccepted);
  const fresh = new Map<string, number>();
  for (const { outcome, sent } of accepted) {
    if (outcome.repeated) continue;
    const key = `${sent.commandId} in ${outcome.caseId}`;
    fresh.set(key, (fresh.get(key) ?? 0) + 1);
  }
  for (const [key, count] of fresh)
    if (count > 1) report('recorded twice', `${key} was answered as new ${count} times`);
  for (const one of accepted) {
    for (const other of attempts) {
      if (other.sent !== one.sent || other.begun < one.ended || other.outcome === undefined) continue;
      const { outcome } = other;
      if (outcome.accepted && outcome.position === one.outcome.position) continue;
      const now = outcome.accepted ? `position ${outcome.position}` : outcome.refusal.code;
      const where = `${one.sent.command} (${one.sent.commandId})`;
      report('answered otherwise the second time', `${where}: position ${one.outcome.position}, then ${now}`);
    }
  }
}

const isAccepted = (attempt: Attempt): attempt is Answered => attempt.outcome?.accepted === true;

import type { Attempt } from '../journal.js';
import type { ReportViolation, Evidence } from './evidence.js';

// Refusals that are not recorded with the case: the command was invalid, or the sender has to send it again.
const unrecorded = [
  'COMMAND_INVALID',
  'UNKNOWN_COMMAND',
  'CASE_NOT_FOUND',
  'REVISION_CONFLICT',
  'COMMAND_ID_REUSED',
  'PROPOSAL_NOT_FOUND',
];

/** Every refusal is recorded with its case under its own code, and no other refusal is recorded. */
export function checkRefusals({ log, attempts }: Evidence, report: ReportViolation): void {
  const recorded = new Set<string>();
  for (const { stream, data, metadata } of log) {
    if (!stream.startsWith('refusals-')) continue;
    const { code } = JSON.parse(data) as { readonly code: string };
    recorded.add(`${metadata['command']} (${metadata['commandId']}) ${code}`);
  }
  const asked = new Set(attempts.map(({ sent }) => `${sent.command} (${sent.commandId})`));
  for (const entry of recorded) {
    const who = entry.slice(0, entry.lastIndexOf(' '));
    if (!asked.has(who)) report('refused without being sent', entry);
  }
  for (const { sent, code } of refused(attempts)) {
    const entry = `${sent.command} (${sent.commandId}) ${code}`;
    if (!unrecorded.includes(code) && !recorded.has(entry)) report('refusal lost', entry);
  }
}

const refused = (attempts: readonly Attempt[]) =>
  attempts.flatMap(({ sent, outcome }) =>
    outcome?.accepted === false && outcome.caseId !== undefined ? [{ sent, code: outcome.refusal.code }] : [],
  );

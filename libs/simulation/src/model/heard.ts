import type { SentCommand } from '@safeconduct/engine';
import type { Evidence, ReportViolation } from './evidence.js';

/** The only reasons for which a command that is always heard may be refused: its sender, its case, its state, its id. */
const mayBe = ['NOT_PERMITTED', 'CASE_NOT_FOUND', 'WRONG_STATE', 'COMMAND_ID_REUSED', 'HEARD_UNDECIDED'];

/** A command that is always heard is not refused for how it is written, and nothing that came with it is lost. */
export function checkHeard({ workflow, log, attempts }: Evidence, report: ReportViolation): void {
  const recorded = new Map<string, Set<string>>();
  for (const { stream, occurredAt, data, metadata } of log) {
    if (!stream.startsWith('case-') || !isHeard(workflow, metadata['command'] ?? '')) continue;
    const key = `${metadata['command']} (${metadata['commandId']})`;
    const known = recorded.get(key) ?? new Set();
    for (const text of textsIn([occurredAt, JSON.parse(data), metadata])) known.add(text);
    recorded.set(key, known);
  }
  for (const { sent, outcome } of attempts) {
    if (outcome === undefined || !isHeard(workflow, sent.command)) continue;
    const where = `${sent.command} (${sent.commandId})`;
    if (!outcome.accepted) {
      const { code } = outcome.refusal;
      if (!mayBe.includes(code)) report('not heard', `${where}: ${code}`);
      continue;
    }
    const lost = textsIn(partsOf(sent)).find((text) => recorded.get(where)?.has(text) !== true);
    if (lost !== undefined) report('words lost', `${where}: ${lost}`);
  }
}

const isHeard = ({ source }: Evidence['workflow'], command: string): boolean =>
  source.commands[command]?.alwaysHeard === true;

const partsOf = ({ input, occurredAt, purpose, onBehalfOf, confirmation, unread }: SentCommand): unknown => [
  ...[input, occurredAt, purpose, onBehalfOf, confirmation?.at, unread],
];

/** Every name and value, as text; of a text that is JSON itself those in it. */
function textsIn(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [value, ...innerTexts(value)];
  if (typeof value !== 'object') return [JSON.stringify(value)];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(Array.isArray(value) ? [] : [name]),
    ...textsIn(inner),
  ]);
}

function innerTexts(text: string): readonly string[] {
  return text.startsWith('{') ? textsIn(JSON.parse(text)) : [];
}

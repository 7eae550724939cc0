import { personalFields } from '@safeconduct/workflow';
import type { ReportViolation, Evidence } from './evidence.js';
import type { Replayed } from './replay.js';

/** How long a text must be to be recognised outside the personal fields. */
const tellingLength = 6;

/**
 * I-4: sender and second person are two persons, in roles that the command names. I-5: nothing personal
 * stands beside the data.
 */
export function checkPersons(
  { workflow, log }: Evidence,
  { events }: Replayed,
  report: ReportViolation,
): void {
  const told = new Set<string>();
  for (const { past, recorded } of events) {
    const { actor, confirmation, command } = past;
    const second = confirmation?.by;
    const roles = workflow.source.commands[command]?.confirmedBy;
    const isValid = second !== undefined && second.id !== actor.id && roles?.includes(second.role);
    if (roles !== undefined && isValid !== true)
      report('I-4', `position ${recorded.position}: ${command} by one person`);
    const schema = workflow.events.get(past.type)?.schema;
    for (const path of schema === undefined ? [] : personalFields(schema).keys())
      collect(past.data, path.split('.'), told);
  }
  for (const { position, stream, type, metadata, data } of log) {
    const beside = JSON.stringify([
      stream,
      type,
      metadata,
      stream.startsWith('refusals-') ? reasonsIn(data) : '',
    ]);
    for (const text of told)
      if (beside.includes(text)) report('I-5', `position ${position}: a personal text outside the data`);
  }
}

/** What a refusal says besides the words that were heard, which are sealed as personal data. */
const reasonsIn = (data: string): unknown => ({ ...(JSON.parse(data) as object), heard: undefined });

function collect(data: unknown, [name = '', ...rest]: readonly string[], told: Set<string>): void {
  if (Array.isArray(data))
    for (const each of data as readonly unknown[]) collect(each, [name, ...rest], told);
  else if (name === '') keep(data, told);
  else if (typeof data === 'object' && data !== null)
    collect((data as Readonly<Record<string, unknown>>)[name], rest, told);
}

/** Only free text, which the workload marks: a code or a day may well stand in both places. */
function keep(data: unknown, told: Set<string>): void {
  if (typeof data === 'string' && data.startsWith('«') && data.length >= tellingLength)
    told.add(JSON.stringify(data).slice(1, -1));
}

import { shownData, type CaseEvent } from '@safeconduct/engine';
import type { Language } from '@safeconduct/workflow';
import { readingLog } from '../../start/open.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { outputWords } from '../../texts/output-words.js';
import { commandLineReader } from '../reader.js';
import { findCase, notFound } from './case.js';

/** The events of a case, in the order in which they were recorded. */
export async function runHistory(
  line: CommandLine,
  reference: string,
  options: Readonly<Record<string, string>>,
): Promise<number> {
  return readingLog(line, async (installation) => {
    const { engine } = installation;
    const caseId = await findCase(engine, reference, options['workflow']);
    if (caseId === undefined) return notFound(line, reference);
    const events = await engine.queries.history(commandLineReader, { caseId });
    if (line.json === true) printJson(events.map(eventJson));
    else print(table(columnsIn(line.language), events.map(eventRow)));
    return exit.ok;
  });
}

/** An event as programs read it. */
export function eventJson(event: CaseEvent): Readonly<Record<string, unknown>> {
  const { recorded, envelope } = event;
  return {
    revision: recorded.revision,
    position: recorded.position,
    eventId: recorded.eventId,
    type: recorded.type,
    schemaVersion: recorded.schemaVersion,
    recordedAt: recorded.recordedAt,
    occurredAt: recorded.occurredAt,
    saidAt: envelope.saidAt ?? null,
    actor: envelope.actor,
    confirmedBy: envelope.confirmation?.by ?? null,
    confirmedAt: envelope.confirmation?.at ?? null,
    onBehalfOf: envelope.onBehalfOf ?? null,
    importedBy: envelope.importedBy ?? null,
    purpose: envelope.purpose ?? null,
    command: envelope.command,
    commandId: envelope.commandId,
    correlationId: envelope.correlationId,
    causationId: envelope.causationId ?? null,
    workflowVersion: envelope.workflowVersion,
    fingerprint: envelope.fingerprint,
    state: envelope.state,
    guards: envelope.guards,
    ...shownData(event),
  };
}

function columnsIn(language: Language): readonly Column[] {
  const say = outputWords[language];
  return [
    { title: say.revision, align: 'right' },
    { title: say.occurred, identifies: true },
    { title: say.event },
    { title: say.state, keep: 'end' },
    { title: say.by },
  ];
}

function eventRow({ recorded, envelope }: CaseEvent): readonly string[] {
  const persons = [envelope.actor.id, envelope.confirmation?.by.id].filter((id) => id !== undefined);
  const occurred = (envelope.saidAt ?? recorded.occurredAt).slice(0, 16).replace('T', ' ');
  return [String(recorded.revision), occurred, recorded.type, envelope.state, persons.join(' + ')];
}

import type { Command, Folded, Guard, GuardRecord } from '@safeconduct/workflow';
import type { CaseEvent } from '../events/case-event.js';

/** A recorded event and what stood before it. */
export interface DecidedInCase {
  readonly event: CaseEvent;
  /** The case before the event. */
  readonly before: Folded | undefined;
  /** It is the first event of its command; the guards were asked before it and recorded with it. */
  readonly isFirst: boolean;
  /** The keys of the person were destroyed. Guards may have seen personal values, so they are not asked again. */
  readonly isErased: boolean;
}

/**
 * Asks of a recorded event what was asked when its command was decided: whether the command yields it, whether the
 * persons have the roles, and whether each guard holds and sees the values that it recorded. It must have been decided
 * under the definition that is asked. What was typed into a form is not recorded, so a guard that reads it is asked
 * only where the event is the form.
 */
export function decisionProblems(decided: DecidedInCase): readonly string[] {
  const { event, isFirst } = decided;
  const { workflow, envelope, recorded } = event;
  const command = workflow.commands.get(envelope.command);
  if (command === undefined) return [`${workflow.name} has no command ${envelope.command}`];
  const problems = [
    ...personProblems(command, event),
    ...(isFirst ? guardProblems(command, decided) : transcriptMissing(envelope.guards, [])),
  ];
  if (!command.yields.includes(recorded.type))
    problems.unshift(`${command.name} does not lead to this event`);
  return problems.map((what) => `${recorded.type} by ${command.name}: ${what}`);
}

function personProblems({ roles, confirmedBy }: Command, { envelope }: CaseEvent): readonly string[] {
  const { actor, confirmation } = envelope;
  const problems: string[] = [];
  if (!roles.includes(actor.role)) problems.push(`the role ${actor.role} may not send it`);
  if (confirmation === undefined) {
    if (confirmedBy !== undefined) problems.push('no second person has confirmed it');
    return problems;
  }
  if (confirmation.by.id === actor.id) problems.push('the sender has confirmed it too');
  const { role } = confirmation.by;
  if (confirmedBy?.includes(role) === false) problems.push(`the role ${role} may not confirm it`);
  return problems;
}

function guardProblems(command: Command, { event, before, isErased }: DecidedInCase): readonly string[] {
  const { envelope, recorded, workflow } = event;
  const { actor, confirmation, onBehalfOf, guards } = envelope;
  const missing = transcriptMissing(guards, command.guards);
  if (missing.length > 0 || isErased) return missing;
  const isForm = command.decide === undefined;
  const context = {
    ...{ actor, confirmation, onBehalfOf, now: recorded.occurredAt, state: before?.state ?? '' },
    input: isForm ? event.data : undefined,
  };
  return command.guards.flatMap((guard, index) => {
    if (guard.readsInput === true && !isForm) return [];
    const verdict = guard.ask(before?.facts ?? workflow.source.initialFacts, context);
    const failed = verdict.ok ? undefined : verdict.code;
    if (failed !== undefined && command.establishes !== true) return [`${guard.id} does not hold: ${failed}`];
    const { inputs, failed: recordedCode } = guards[index] ?? {};
    const isSame = failed === recordedCode && JSON.stringify(verdict.inputs) === JSON.stringify(inputs);
    return isSame ? [] : [`${guard.id} recorded other values than it sees`];
  });
}

/** The guards that were recorded must be those that are asked, in the same version and order. */
function transcriptMissing(
  recorded: readonly GuardRecord[],
  asked: readonly Pick<Guard<unknown>, 'id' | 'version'>[],
): readonly string[] {
  const found = recorded.map(({ guard, version }) => `${guard} ${version}`).join(', ');
  const wanted = asked.map(({ id, version }) => `${id} ${version}`).join(', ');
  return found === wanted ? [] : [`recorded the guards [${found}], asked are [${wanted}]`];
}

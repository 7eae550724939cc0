import { asHeardField, boundsIssue, partsThatFit, type Command, type Refusal } from '@safeconduct/workflow';
import { inputFor } from './ready-command.js';
import { checkSent, type CheckedCommand, type SentCommand } from './sent-command.js';

/** A command whose parts are read, before its case is known. */
export interface ReadCommand {
  readonly sent: SentCommand;
  readonly checked: CheckedCommand;
  readonly input: unknown;
}

/** Checks what was sent around the input and parses the input, or says what is wrong with either. */
export function readSent(command: Command, sent: SentCommand): ReadCommand | Refusal {
  if (command.alwaysHeard === true) return readAsHeard(command, sent);
  const checked = checkSent(sent);
  if ('issues' in checked) return { code: 'COMMAND_INVALID', issues: checked.issues };
  const parsed = inputFor(command, sent.input);
  return 'code' in parsed ? parsed : { sent, checked, input: parsed.input };
}

/**
 * Reads a command that is always heard. What does not fit, in its form or beside it, is kept as it was sent in the field
 * `asHeard` and refuses nothing. Only a sender without a usable id is refused.
 */
function readAsHeard(command: Command, given: SentCommand): ReadCommand | Refusal {
  const beside = readBeside(given);
  if ('code' in beside) return beside;
  const { sent, checked, left } = beside;
  const { fitting, left: unfitting } =
    boundsIssue(sent.input) === undefined
      ? partsThatFit(command.input, sent.input)
      : { fitting: {}, left: new Map([['data', sent.input]]) };
  const kept = new Map([...Object.entries(sent.unread ?? {}), ...left, ...unfitting]);
  if (kept.size === 0) return { sent, checked, input: fitting };
  const said = fitting[asHeardField];
  if (said !== undefined) kept.set(asHeardField, said);
  const asHeard = JSON.stringify(Object.fromEntries(kept));
  return { sent, checked, input: { ...fitting, [asHeardField]: asHeard } };
}

interface ReadBeside extends Omit<ReadCommand, 'input'> {
  /** What did not fit, by name. */
  readonly left: ReadonlyMap<string, unknown>;
}

/** Takes away what is sent beside the input and cannot be read, until the rest can. */
function readBeside(given: SentCommand): ReadBeside | Refusal {
  const [sent, left] = [{ ...given }, new Map<string, unknown>()];
  for (;;) {
    const checked = checkSent(sent);
    if (!('issues' in checked)) return { sent, checked, left };
    const { issues } = checked;
    if (issues.some(({ path }) => path === 'actor')) return { code: 'COMMAND_INVALID', issues };
    for (const { path } of issues) {
      // The parts of a confirmation have names of their own.
      const name = path in sent ? (path as keyof SentCommand) : 'confirmation';
      left.set(name, given[name]);
      Reflect.deleteProperty(sent, name);
    }
  }
}

import { z } from 'zod';
import type { AnyWorkflowSource, Command } from '../define-workflow.js';
import { personalFields } from '../event.js';
import { asHeardField } from '../field.js';
import { didYouMean, nearestOf } from '../nearest.js';
import { compareText } from '../text-order.js';
import { schemasOf } from './events.js';
import { finder, type Finding } from './finding.js';

/**
 * Finds guards of commands that are missing at run time or contradict each other, which the compiler cannot
 * find.
 */
export function checkCommands(source: AnyWorkflowSource): readonly Finding[] {
  return [
    ...missingGuards(source),
    ...ambiguousGuards(source),
    ...unknownRemedies(source),
    ...kindsTogether(source),
    ...notesThatMove(source),
    ...deafForms(source),
    ...waitsForNobody(source),
    ...erasesUnsoundly(source),
  ];
}

/** Every guard of every command, as often as it is listed. */
export function guardsOf(source: AnyWorkflowSource): Command['guards'] {
  return Object.values(source.commands)
    .flatMap(({ guards }) => guards as readonly (Command['guards'][number] | undefined)[])
    .filter((guard) => guard !== undefined);
}

function missingGuards(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands)
    .filter(([, { guards }]) => guards.some((guard: unknown) => guard === undefined))
    .map(([name]) =>
      report(
        'guard-undefined',
        `command ${name}`,
        'lists a guard that does not exist when the definition is loaded',
        'look for two files that import each other in a circle',
      ),
    );
}

/** What makes a guard hold is a command that can be sent to an open case. */
function unknownRemedies(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'guards.ts');
  const known = Object.entries(source.commands).flatMap(([name, { opens }]) =>
    opens === undefined ? [name] : [],
  );
  return [...new Set(guardsOf(source))].flatMap(({ id, remedies }) =>
    remedies
      .filter((name) => !known.includes(name))
      .map((name) =>
        report(
          'remedy-unknown',
          `guard ${id}`,
          `has the remedy '${name}', which is no command of an open case`,
          `name one of ${known.join(', ')}${didYouMean(nearestOf(name, known))}`,
        ),
      ),
  );
}

/** The form of a command that is always heard takes whatever is said. */
function deafForms(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands)
    .filter(([, { alwaysHeard, input }]) => alwaysHeard === true && !takesAnything(input))
    .map(([name]) =>
      report(
        'heard-form',
        `command ${name}`,
        "is 'alwaysHeard', and its form may refuse what is said",
        `make every field optional and add '${asHeardField}: wordsAsHeard.optional()', to its event as well`,
      ),
    );
}

function takesAnything(form: z.ZodType): boolean {
  if (!(form instanceof z.ZodObject)) return false;
  const fields = form.shape as Readonly<Record<string, z.ZodType>>;
  return (
    fields[asHeardField] !== undefined &&
    Object.values(fields).every((field) => field instanceof z.ZodOptional)
  );
}

/** What a command may not be at the same time, with the reason. */
const excluded = [
  ['freeOfOrder', 'opens', 'opens a case: nothing of a case happened before it'],
  ['freeOfOrder', 'establishes', 'keeps its own time, or that of the last event'],
  ['freeOfOrder', 'alwaysHeard', 'keeps its own time, or is never refused for it'],
  ['alwaysHeard', 'confirmedBy', 'waits for a second person, so it can be refused'],
  ['erases', 'opens', 'opens a case, of whose person nothing is known before it'],
  ['erases', 'alwaysHeard', 'destroys for ever, so it must be possible to refuse it'],
  ['erases', 'establishes', 'destroys for ever, so no guard may fail'],
  ['erases', 'freeOfOrder', 'destroys now, whatever time is said'],
  ['inBulk', 'opens', 'opens a case, so there are no cases to send it to'],
  ['inBulk', 'confirmedBy', 'is decided by two persons, case by case'],
  ['inBulk', 'alwaysHeard', 'says what one person wants'],
  ['inBulk', 'establishes', 'is recorded against the rules, so each case needs a look of its own'],
  ['inBulk', 'erases', 'destroys for ever, person by person'],
  ['inBulk', 'onBehalf', 'says what one person wants'],
  ['isNote', 'opens', 'opens a case, which decides something'],
  ['isNote', 'confirmedBy', 'is decided by two persons'],
  ['isNote', 'alwaysHeard', 'says what the person wants, which may move the case'],
  ['isNote', 'establishes', 'records a fact against the rules, which may move the case'],
  ['isNote', 'erases', 'destroys for ever'],
] as const;

function kindsTogether(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands).flatMap(([name, command]) =>
    excluded
      .filter(([one, other]) => command[one] !== undefined && command[other] !== undefined)
      .map(([one, other, why]) =>
        report(
          'command-kinds',
          `command ${name}`,
          `has '${one}' and '${other}': it ${why}`,
          `remove '${one}' or '${other}'`,
        ),
      ),
  );
}

/** What may move a case decides something, so it is no note. */
function notesThatMove(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands)
    .filter(([, { isNote, freeOfOrder }]) => isNote === true && freeOfOrder !== true)
    .map(([name]) =>
      report(
        'command-kinds',
        `command ${name}`,
        "has 'isNote' and not 'freeOfOrder': a note leaves its case where it is, and may be entered late",
        "add 'freeOfOrder: true', or remove 'isNote'",
      ),
    );
}

/** Only what waits for a second person can wait too long. */
function waitsForNobody(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands)
    .filter(([, { confirmedBy, confirmedWithinMs: ms }]) => ms !== undefined && !(confirmedBy && ms > 0))
    .map(([name]) =>
      report(
        'confirmed-within',
        `command ${name}`,
        "has a 'confirmedWithinMs' that nobody can keep",
        "give it milliseconds above 0, and only to a command that has 'confirmedBy'",
      ),
    );
}

/** What destroys for ever needs two persons, and a record that stays readable afterwards. */
function erasesUnsoundly(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  const schemas = schemasOf(source);
  const erasing = Object.entries(source.commands).filter(([, { erases }]) => erases === true);
  const alone = erasing
    .filter(([, { confirmedBy }]) => confirmedBy === undefined)
    .map(([name]) =>
      report(
        'erases-alone',
        `command ${name}`,
        "has 'erases' and no second person",
        "say with 'confirmedBy' which roles confirm it",
      ),
    );
  const unreadable = erasing.flatMap(([name, { yields }]) =>
    yields
      .filter((type) => personalFields(schemas.get(type) ?? z.unknown()).size > 0)
      .map((type) =>
        report(
          'erases-itself',
          `command ${name}`,
          `has 'erases' and yields ${type}, whose personal fields nobody could read any more`,
          'give the event fields that are not personal',
        ),
      ),
  );
  return [...alone, ...unreadable];
}

/** One id is one rule: transcripts name a rule by id and version, texts by id and code. */
function ambiguousGuards(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'guards.ts');
  const rules = new Map<string, Set<string>>();
  for (const { id, version, codes } of guardsOf(source)) {
    rules.set(id, (rules.get(id) ?? new Set()).add(`${version} ${codes.toSorted(compareText).join(' ')}`));
  }
  return [...rules]
    .filter(([, different]) => different.size > 1)
    .map(([id]) =>
      report(
        'guard-ambiguous',
        `guard ${id}`,
        'stands for rules with different versions or codes',
        'give one of them another id',
      ),
    );
}

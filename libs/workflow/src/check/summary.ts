import type { AnyWorkflowSource } from '../define-workflow.js';
import { nearestOf } from '../nearest.js';
import { wordNames } from '../texts.js';
import { finder, type Finding } from './finding.js';

/** Cells, texts of tags and addresses are made of these, so they hold none of the marks that stand between them. */
const plainCode = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** What `summary` can give is plain codes, each once, and what is said of them names some that there are. */
export function checkSummary(source: AnyWorkflowSource): readonly Finding[] {
  const { places = [], outcomes = [], tags = {} } = source;
  return [
    ...codesOf(source, 'place', places),
    ...codesOf(source, 'outcome', outcomes),
    ...codesOf(source, 'tag', Object.keys(tags)),
    ...Object.entries(tags).flatMap(([tag, codes]) => ofTag(source, tag, codes)),
    ...unknownOutcomes(source),
    ...unknownZone(source),
  ];
}

function codesOf(source: AnyWorkflowSource, kind: string, codes: readonly string[]): readonly Finding[] {
  const report = finder(source, 'index.ts');
  return codes.flatMap((code, index) => [
    ...(plainCode.test(code)
      ? []
      : [
          report(
            'code-not-plain',
            `${kind} ${code}`,
            'is no plain code',
            'begin with a letter, and use 1 to 64 letters, digits, hyphens or underscores',
          ),
        ]),
    ...(codes.indexOf(code) === index
      ? []
      : [report('code-twice', `${kind} ${code}`, 'is listed twice', 'remove one')]),
  ]);
}

function ofTag(source: AnyWorkflowSource, tag: string, codes: readonly string[]): readonly Finding[] {
  const report = finder(source, 'index.ts');
  return [
    ...codesOf(source, `code of tag ${tag},`, codes),
    ...(codes.length > 0
      ? []
      : [report('tag-empty', `tag ${tag}`, 'has no codes', 'list them or remove it')]),
    // Both have their text among the words.
    ...((wordNames as readonly string[]).includes(tag)
      ? [report('tag-is-word', `tag ${tag}`, 'has the name of a word of lists and figures', 'rename it')]
      : []),
  ];
}

function unknownOutcomes(source: AnyWorkflowSource): readonly Finding[] {
  const { outcomes = [], notPersons = [] } = source;
  return notPersons
    .filter((outcome) => !outcomes.includes(outcome))
    .map((outcome) => {
      const meant = nearestOf(outcome, outcomes);
      return finder(source, 'index.ts')(
        'outcome-unknown',
        "'notPersons'",
        `names the outcome ${outcome}, which does not exist`,
        meant === undefined ? "add it to 'outcomes' or remove it" : `did you mean '${meant}'?`,
      );
    });
}

function unknownZone(source: AnyWorkflowSource): readonly Finding[] {
  const { zone } = source;
  if (zone === undefined || isZone(zone)) return [];
  return [
    finder(source, 'index.ts')(
      'zone-unknown',
      `zone ${zone}`,
      'is no time zone',
      "use a name of the IANA database, such as 'Asia/Baghdad'",
    ),
  ];
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

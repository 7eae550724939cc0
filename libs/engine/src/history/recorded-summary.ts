import { readTags, type Folded } from '@safeconduct/workflow';
import type { CaseEvent } from '../events/case-event.js';

type Parts = Readonly<Record<string, string | undefined>>;

/**
 * What an event recorded of the summary of its case otherwise than it follows from the facts: `recorded place QAIM, folded
 * ROAD`. An event of an earlier version may lack a tag, which was declared after it.
 */
export function summaryProblems({ workflow, envelope }: CaseEvent, folded: Folded): readonly string[] {
  const { tags: told = '', ...recorded } = envelope.summary;
  const { tags = '', ...follows } = workflow.summary(folded);
  const mayLack = envelope.workflowVersion < workflow.version;
  const [toldTags, followingTags]: readonly [Parts, Parts] = [readTags(told), readTags(tags)];
  return [
    ...(['place', 'outcome', 'assignee'] as const).flatMap((name) =>
      differenceIn(name, recorded[name], follows[name]),
    ),
    ...Object.keys({ ...toldTags, ...followingTags })
      .filter((name) => !(mayLack && toldTags[name] === undefined))
      .flatMap((name) => differenceIn(`tag ${name}`, toldTags[name], followingTags[name])),
  ];
}

const differenceIn = (name: string, recorded = 'none', folded = 'none'): readonly string[] =>
  recorded === folded ? [] : [`recorded ${name} ${recorded}, folded ${folded}`];

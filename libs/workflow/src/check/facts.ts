import type { AnyWorkflowSource } from '../define-workflow.js';
import { leavesOf } from '../labels/leaves.js';
import { finder, type Finding } from './finding.js';

/** Every fact is in the shape of the facts, and in one of the groups, where there are any. */
export function checkFacts(source: AnyWorkflowSource): readonly Finding[] {
  const { facts, factGroups, initialFacts } = source;
  const known = Object.keys(initialFacts ?? {});
  const report = finder(source, 'facts.ts');
  if (facts === undefined)
    return known.length === 0
      ? []
      : [
          report(
            'facts-missing',
            'the definition',
            "has no 'facts'",
            'say the shape of the facts as a zod object',
          ),
        ];
  const declared = [...new Set(leavesOf(facts).map(({ path }) => path.split('.', 1)[0] as string))];
  const undeclared = known.filter((name) => !declared.includes(name));
  return [
    ...undeclared.map((name) =>
      report('fact-undeclared', `fact ${name}`, "is not in the shape 'facts'", 'add it there'),
    ),
    ...(factGroups === undefined ? [] : groupFindings(source, declared, factGroups)),
  ];
}

function groupFindings(
  source: AnyWorkflowSource,
  declared: readonly string[],
  groups: Readonly<Record<string, readonly string[]>>,
): readonly Finding[] {
  const report = finder(source, 'index.ts');
  const listed = Object.values(groups).flat();
  const wrong = [
    ...declared
      .filter((name) => !listed.includes(name))
      .map((name) => [name, 'is in no group', 'add it to one']),
    ...listed
      .filter((name) => !declared.includes(name))
      .map((name) => [name, 'is in a group and not in the facts', 'remove it or correct its name']),
    ...listed
      .filter((name, index) => listed.indexOf(name) !== index)
      .map((name) => [name, 'is in the groups twice', 'remove one']),
  ] as const;
  return wrong.map(([name = '', what = '', remedy = '']) =>
    report('fact-groups', `fact ${name}`, what, remedy),
  );
}

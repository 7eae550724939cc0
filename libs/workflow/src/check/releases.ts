import { definitionOf } from '../canonical-definition.js';
import { compileChart } from '../compile-chart.js';
import type { AnyWorkflowSource } from '../define-workflow.js';
import { changedDefinition, type DefinitionChange } from '../release/changed-definition.js';
import type { Release } from '../release/release.js';
import { finder, type Finding } from './finding.js';

/**
 * Compares a workflow with its newest release. Under the same version nothing that decides may differ. Under a later one
 * everything that was recorded must still be readable: events keep their types, a changed shape has an upcaster, and the
 * name of a state that is gone is kept.
 */
export function checkReleases(source: AnyWorkflowSource): readonly Finding[] {
  const released = (source.releases as readonly Release[] | undefined)?.at(-1);
  if (released === undefined) return [];
  if (source.version < released.version) {
    return [
      finder(source, 'index.ts')(
        'version-lowered',
        `version ${source.version}`,
        `is lower than that of the last release, ${released.version}`,
        `set it to ${released.version + 1}`,
      ),
    ];
  }
  const changes = changedDefinition(released.definition, definitionOf(source)).filter(isNotCovered(source));
  const found =
    source.version > released.version ? changes.filter(({ remedy }) => remedy !== undefined) : changes;
  return found.map((change) => finding(source, released, change));
}

/** A state that is gone and whose name is kept needs nothing more than a new version. */
function isNotCovered({
  chart,
  version,
  releases,
}: AnyWorkflowSource): (change: DefinitionChange) => boolean {
  const { formerNames } = compileChart(chart as never);
  const formerly = [...formerNames.keys()];
  const raised = version > ((releases?.at(-1) as Release | undefined)?.version ?? 0);
  return ({ where, what }) => {
    if (what !== 'is gone' || !where.startsWith('state ')) return true;
    const path = where.slice('state '.length);
    return !(raised && formerly.some((former) => former === path || former.startsWith(`${path}.`)));
  };
}

function finding(source: AnyWorkflowSource, { version }: Release, change: DefinitionChange): Finding {
  const { file, where, what, remedy } = change;
  const raise = `set 'version' in index.ts to ${version + 1}`;
  const remedies = [source.version > version ? undefined : raise, remedy].filter((one) => one !== undefined);
  return finder(source, file)(
    remedy === undefined ? 'changed-without-version' : 'released-and-gone',
    where,
    `${what} since version ${version} was released`,
    remedies.join(', and '),
  );
}

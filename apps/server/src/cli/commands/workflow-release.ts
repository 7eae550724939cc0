import { fingerprintOf } from '@safeconduct/engine';
import {
  changedDefinition,
  checkWorkflow,
  definitionOf,
  findingLine,
  releasesText,
  type DefinitionChange,
  type Release,
  type Workflow,
} from '@safeconduct/workflow';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { writeWhole } from '../../import/results/whole-file.js';
import { namedWorkflow } from '../../start/named-workflow.js';
import { folderOf } from '../workflow-folder.js';

/**
 * Keeps the definition of a workflow as a released version in `releases.json` of its folder, which is checked in. From then
 * on the checks compare with it. A version is released once.
 */
export async function runWorkflowRelease({ json }: CommandLine, name: string): Promise<number> {
  const workflow = namedWorkflow(name);
  const file = releasesFile(name);
  const findings = checkWorkflow(workflow);
  if (findings.length > 0) {
    print(...findings.map(findingLine));
    tell(`${name}: not released; correct what is said above first`);
    return exit.failed;
  }
  const releases = JSON.parse(readFileSync(file, 'utf8')) as readonly Release[];
  const last = releases.at(-1);
  // The check has passed, so a version that is released already is the same definition.
  const isNew = last?.version !== workflow.version;
  if (isNew) {
    const text = releasesText([...releases, releaseOf(workflow)]);
    await writeWhole(file, (part) => part.writeFile(text));
  }
  const changes = last === undefined ? [] : changedDefinition(last.definition, definitionOf(workflow.source));
  if (json === true) printJson({ workflow: name, version: workflow.version, released: isNew, changes });
  else {
    print(...changes.map(changeLine));
    tell(
      `${name}: version ${workflow.version} ${isNew ? `is released, in ${file}; check it in` : 'was released before'}`,
    );
  }
  return exit.ok;
}

const releaseOf = (workflow: Workflow): Release => ({
  version: workflow.version,
  fingerprint: fingerprintOf(workflow),
  definition: definitionOf(workflow.source),
});

const changeLine = ({ where, what }: DefinitionChange): string => `${where} ${what}`;

/** @throws UsageError  this is no checkout, or the workflow keeps no releases yet */
function releasesFile(name: string): string {
  const file = join(folderOf(name), 'releases.json');
  if (existsSync(file)) return file;
  throw new UsageError(
    `${file} is not there; write [] into it, import it in index.ts as the template does, and release again`,
  );
}

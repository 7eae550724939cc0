import {
  countMissingTexts,
  languages,
  textSkeleton,
  type Language,
  type Texts,
  type Workflow,
} from '@safeconduct/workflow';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { writeWhole } from '../../import/results/whole-file.js';
import { namedWorkflow } from '../../start/named-workflow.js';
import { folderOf } from '../workflow-folder.js';

/**
 * Writes an empty text for each name that has none into the files of the workflow's folder. The check counts it as missing
 * until somebody has written it. What is there stays.
 */
export async function runWorkflowTexts({ json }: CommandLine, name: string): Promise<number> {
  const workflow = namedWorkflow(name);
  const folder = join(folderOf(name), 'messages');
  const files = languages.map((language) => ({ language, file: join(folder, `${language}.json`) }));
  const written = await Promise.all(
    files.map(async (one) => [one.language, await textsIn(one.file)] as const),
  );
  const source = { ...workflow.source, texts: Object.fromEntries(written) as Workflow['source']['texts'] };
  const answer = [];
  for (const { language, file } of files) {
    const { added, texts } = addedTo(source, language);
    if (added > 0) await writeWhole(file, (part) => part.writeFile(`${JSON.stringify(texts, null, 2)}\n`));
    answer.push({ file, added, toWrite: countMissingTexts(source, language) });
  }
  if (json === true) printJson({ workflow: name, files: answer });
  else {
    print(...answer.map(({ file, added, toWrite }) => `${file}: ${added} added, ${toWrite} to write`));
    if (answer.some(({ toWrite }) => toWrite > 0))
      tell(`an empty text is one to write; safeconduct workflow check ${name} names them`);
  }
  return exit.ok;
}

function addedTo(source: Workflow['source'], language: Language) {
  const texts = textSkeleton(source, language);
  return { texts, added: countNames(texts) - countNames(source.texts[language]) };
}

const countNames = (texts: Partial<Texts>): number =>
  Object.values(texts).reduce((sum, one) => sum + (typeof one === 'string' ? 1 : Object.keys(one).length), 0);

/** @throws UsageError  it is not there, or no JSON */
async function textsIn(file: string): Promise<Partial<Texts>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Texts>;
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${(error as Error).message}); write {} into it`, {
      cause: error,
    });
  }
}

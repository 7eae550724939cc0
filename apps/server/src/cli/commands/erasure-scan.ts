import { personalTexts } from '@safeconduct/engine';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { counted, exit, print, printJson, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { mustHaveData, readingLog } from '../../start/open.js';
import { erasureWords } from '../../texts/erasure-words.js';
import { commandLineReader } from '../reader.js';
import { scanPlaces, type ScanReport } from '../scan/scan-places.js';
import { searchForms, valueCharactersMin } from '../scan/search-forms.js';
import { findCase, notFound } from './case.js';

export interface ScanOptions {
  readonly workflow?: string;
  /** The file with the values, one a line; `-` for stdin. */
  readonly values?: string;
  /** Further folders and files to look into, such as backups. */
  readonly in?: readonly string[];
}

/** Shorter texts of a case, such as a year, are those of many. */
const ownCharactersMin = 6;

/** Prints the personal texts of a case, one a line, to look for them after the erasure. */
export async function runErasureValues(
  line: CommandLine,
  reference: string,
  { workflow }: ScanOptions,
): Promise<number> {
  return readingLog(line, async ({ engine }) => {
    const caseId = await findCase(engine, reference, workflow);
    if (caseId === undefined) return notFound(line, reference);
    const texts = new Set<string>();
    for await (const events of engine.queries.historySteps(commandLineReader, { caseId }))
      for (const event of events.filter(({ erasedAt }) => erasedAt === undefined))
        for (const text of personalTexts(event).flatMap((one) => one.split(/\r?\n/u)))
          if (text.length >= ownCharactersMin) texts.add(text);
    if (line.json === true) printJson([...texts]);
    else if (texts.size > 0) print(...texts);
    return exit.ok;
  });
}

/** Looks for values in everything that the installation keeps. Fails when one is found. No value is ever printed. */
export async function runErasureScan(line: CommandLine, options: ScanOptions): Promise<number> {
  const values = valuesIn(options.values);
  const location = await mustHaveData(line);
  const folders = [...location.folders, ...(options.in ?? [])].map((folder) => resolve(folder));
  const report = await scanPlaces(
    { folders: [...new Set(folders)], contents: () => location.contents() },
    searchForms(values),
  );
  const clean = report.found.length === 0;
  if (line.json === true) {
    const found = report.found.map((one) => ({ ...one, value: one.value + 1 }));
    const { looked, notLooked } = report;
    printJson({ clean, values: values.length, found, looked, notLooked });
  } else printReport(line, report, values.length);
  return clean ? exit.ok : exit.failed;
}

/** @throws UsageError  there is no value, or one is too short to mean anything */
function valuesIn(file: string | undefined): readonly string[] {
  if (file === undefined)
    throw new UsageError(
      'say what to look for with --values <file>, one value a line, or --values - to type it or pipe it in; never as an ' +
        'argument, which other users of the machine can see',
    );
  const values = textOf(file)
    .split(/\r?\n/u)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (values.length === 0) throw new UsageError(`${nameOf(file)}: no value to look for`);
  for (const [index, text] of values.entries())
    if (text.length < valueCharactersMin)
      throw new UsageError(
        `${nameOf(file)}: value ${index + 1} has fewer than ${valueCharactersMin} characters, and would be found by chance`,
      );
  return values;
}

const nameOf = (file: string): string => (file === '-' ? 'stdin' : file);

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    throw new UsageError(`${nameOf(file)} cannot be read (${(error as NodeJS.ErrnoException).code ?? ''})`);
  }
}

function printReport(line: CommandLine, { looked, notLooked, found }: ScanReport, values: number): void {
  const say = erasureWords[line.language];
  const bytes = looked.reduce((sum, one) => sum + one.bytes, 0);
  print(
    ...looked.map((one) => `${one.place}: ${counted(one.bytes, 'byte')}`),
    ...notLooked.map(({ place, why }) => `${say.notLooked}: ${place}: ${why}`),
    ...found.map(({ place, value, form, at }) => say.found(value + 1, form, `${place}, ${at}`)),
    found.length === 0 ? say.clean(values, looked.length, bytes) : say.notClean(found.length),
  );
}

import { ErasureCertificate } from '@safeconduct/contracts';
import { isDestroyed, type ErasureCertificate as FoundCertificate } from '@safeconduct/engine';
import { readFileSync } from 'node:fs';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { UsageError } from '../../console/usage-error.js';
import { erasureAnswer } from '../../http/answers/erasure-answer.js';
import type { Installation } from '../../start/installation.js';
import { readingLog } from '../../start/open.js';
import { erasureWords, type ErasureCheck } from '../../texts/erasure-words.js';
import { problemDetail } from '../../texts/problem-text.js';
import { audienceOf } from '../../texts/sentence.js';
import { commandLineReader } from '../reader.js';
import { findCase, notFound } from './case.js';
import { runErasureScan, runErasureValues, type ScanOptions } from './erasure-scan.js';

export type ErasureOptions = ScanOptions;

/** Who was erased; the certificate of one erasure; whether a certificate agrees with the log and its key store. */
export async function runErasure(
  line: CommandLine,
  action: string | undefined,
  target: string | undefined,
  options: ErasureOptions,
): Promise<number> {
  if (action === undefined) return listErasures(line);
  if (action === 'certificate' && target !== undefined) return showCertificate(line, target, options);
  if (action === 'verify' && target !== undefined) return verifyCertificate(line, target);
  if (action === 'values' && target !== undefined) return runErasureValues(line, target, options);
  if (action === 'scan' && target === undefined) return runErasureScan(line, options);
  throw new UsageError(
    "erasure has the actions 'certificate <case>', 'verify <file>', 'values <case>' and 'scan', and none to list who " +
      'was erased',
  );
}

const listErasures = (line: CommandLine): Promise<number> =>
  readingLog(line, ({ engine: { erasures } }) => {
    const { finished, unfinished } = erasures;
    const done = finished.map(({ caseId, keyId, destroyedAt }) => ({ caseId, keyId, destroyedAt }));
    if (line.json === true) printJson({ erased: done, unfinished });
    else if (done.length === 0) print(erasureWords[line.language].none);
    else print(...done.map(({ caseId, keyId, destroyedAt }) => `${caseId}  ${destroyedAt}  ${keyId}`));
    return Promise.resolve(exit.ok);
  });

async function showCertificate(
  line: CommandLine,
  reference: string,
  { workflow }: ErasureOptions,
): Promise<number> {
  return readingLog(line, async ({ engine, logId }) => {
    const caseId = await findCase(engine, reference, workflow);
    if (caseId === undefined) return notFound(line, reference);
    const found = await engine.queries.erasure(commandLineReader, { caseId });
    if (found === undefined) {
      const detail = problemDetail('ERASURE_NOT_FOUND', {}, audienceOf(undefined, line.language));
      if (line.json === true) printJson({ code: 'ERASURE_NOT_FOUND', detail });
      else print(detail);
      return exit.failed;
    }
    const answer = erasureAnswer(found, { log: logId, language: line.language });
    if (line.json === true) printJson(answer);
    else printCertificate(line, answer, found);
    return exit.ok;
  });
}

function printCertificate(line: CommandLine, answer: ErasureCertificate, { fact }: FoundCertificate): void {
  const say = erasureWords[line.language];
  const { decision, destruction } = answer;
  const persons = [decision.actor, decision.confirmedBy].map((one) =>
    one === null ? '' : `${one.id} (${one.role})`,
  );
  print(
    say.title(answer.reference, answer.caseId),
    `${say.inLog(answer.log)}: ${say.statuses[answer.status]}`,
    say.decided(decision.occurredAt, persons[0] ?? '', persons[1] ?? ''),
    ...Object.entries(fact.data as Readonly<Record<string, unknown>>).map(
      ([name, value]) => `  ${name}: ${String(value)}`,
    ),
    say.event(decision.type, decision.position, answer.decisionHash),
    ...(destruction === null
      ? []
      : [
          say.destroyed(destruction.keyId, destruction.destroyedAt),
          say.event('SubjectKeyDestroyed', destruction.position, destruction.hash),
        ]),
    ...answer.sealed.map(({ class: dataClass, parts }) => say.sealed(parts, dataClass)),
    say.howToVerify,
    ...answer.verification.map((text, index) => `${index + 1}. ${text}`),
  );
}

/** Compares a certificate with the log and the key store. Positions may differ: a restored log assigns them again. */
async function verifyCertificate(line: CommandLine, file: string): Promise<number> {
  const certificate = certificateIn(file);
  return readingLog(line, async (installation) => {
    const checks = await checksOf(installation, certificate);
    const ok = Object.values(checks).every(Boolean);
    const say = erasureWords[line.language];
    if (line.json === true) printJson({ ok, checks });
    else
      print(
        ...Object.entries(checks).map(
          ([check, holds]) => say.checks[check as ErasureCheck][holds ? 'holds' : 'fails'],
        ),
      );
    return ok ? exit.ok : exit.failed;
  });
}

async function checksOf(
  { engine, keys }: Installation,
  { caseId, decision, decisionHash, destruction }: ErasureCertificate,
): Promise<Readonly<Record<ErasureCheck, boolean>>> {
  const found = await engine.queries.erasure(commandLineReader, { caseId });
  // As the key store has it, whatever the log says.
  const key = (await keys.subjects.find([caseId])).get(caseId);
  return {
    decision: found?.fact.recorded.eventId === decision.eventId && found.factHash === decisionHash,
    destruction: destruction !== null && found?.keys?.hash === destruction.hash,
    keys: key !== undefined && isDestroyed(key) && key.id === destruction?.keyId,
  };
}

/** @throws UsageError  the file is no certificate */
function certificateIn(file: string): ErasureCertificate {
  try {
    return ErasureCertificate.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new UsageError(
      `${file}: not a certificate of an erasure in JSON, as 'safeconduct --json erasure certificate' writes it ` +
        `(${(error as NodeJS.ErrnoException).code ?? 'its form differs'})`,
    );
  }
}

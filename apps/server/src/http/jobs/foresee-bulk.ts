import type { BulkForeseen } from '@safeconduct/contracts';
import type { Foreseen, Reader, Refused } from '@safeconduct/engine';
import { compareText, type Language, type Refusal, type Workflow } from '@safeconduct/workflow';
import type { BulkCase, BulkContent } from '../../jobs/bulk/bulk-content.js';
import { errorOfOneCase, type Hindrance } from '../../jobs/bulk/bulk-results.js';
import { refusalDetails } from '../../texts/refusal-text.js';
import { problemTitle } from '../../texts/problem-text.js';
import type { Served } from '../tokens.js';

/** So many cases are asked beside each other; what else the server does comes between them. */
const together = 50;

interface BulkStep {
  readonly reader: Reader;
  readonly workflow: Workflow;
  readonly command: string;
  readonly content: BulkContent;
  readonly language: Language;
}

type Asked = BulkCase & { readonly refused: Hindrance | undefined };

/** Whether each case would take a command now, decided as its dry run is; nothing is recorded. */
export async function foreseeBulk(
  { engine }: Pick<Served, 'engine'>,
  { reader, workflow, command, content, language }: BulkStep,
): Promise<BulkForeseen> {
  const { data: input, occurredAt, purpose, cases } = content;
  const { queries } = engine;
  const ask = async (one: BulkCase): Promise<Asked> => {
    const { caseId, expectedRevision } = one;
    const expected = expectedRevision === undefined ? undefined : BigInt(expectedRevision);
    const sent = { target: { caseId }, command, input, occurredAt, purpose, actor: reader.actor };
    const found = await queries.workflowOf(reader, { caseId });
    if (found?.name !== workflow.name) return { ...one, refused: { code: 'CASE_NOT_FOUND' } };
    const answer = queries.dryRun(reader, { sent: { ...sent, expectedRevision: expected } });
    return { ...one, refused: await hindranceOf(answer) };
  };
  const asked: Asked[] = [];
  for (let first = 0; first < cases.length; first += together)
    asked.push(...(await Promise.all(cases.slice(first, first + together).map(ask))));
  const can = asked.filter(({ refused }) => refused === undefined).map(({ caseId }) => caseId);
  const hindered = asked.filter(({ refused }) => refused !== undefined);
  const references = await queries.casesSeen(reader, { caseIds: hindered.map(({ caseId }) => caseId) });
  return {
    total: cases.length,
    can: can.length,
    cases: can,
    cannot: byReason(hindered, { workflow, language, references }),
  };
}

async function hindranceOf(answer: Promise<Foreseen | Refused>): Promise<Hindrance | undefined> {
  try {
    const found = await answer;
    return 'refusal' in found ? found.refusal : undefined;
  } catch (error) {
    const hindrance = errorOfOneCase(error);
    if (hindrance === undefined) throw error;
    return hindrance;
  }
}

interface Told {
  readonly workflow: Workflow;
  readonly language: Language;
  readonly references: ReadonlyMap<string, string | null>;
}

function byReason(hindered: readonly Asked[], told: Told): BulkForeseen['cannot'] {
  const groups = new Map<string, BulkForeseen['cannot'][number]>();
  for (const { caseId, refused } of hindered) {
    const { code } = refused as Hindrance;
    const reason = reasonOf(refused as Hindrance, told.workflow, told.language);
    const key = `${code} ${reason}`;
    const group = groups.get(key) ?? {
      ...{ code, title: problemTitle(code, told.language), reason, count: 0, cases: [] },
    };
    group.count += 1;
    group.cases.push({ caseId, reference: told.references.get(caseId) ?? null });
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (one, other) => other.count - one.count || compareText(one.code, other.code),
  );
}

/** What stands against it, as sentences; the title where there is nothing more to say. */
export function reasonOf(refused: Hindrance, workflow: Workflow | undefined, language: Language): string {
  const details = refusalDetails(refused as Refusal, workflow, language).join('; ');
  return details === '' ? problemTitle(refused.code, language) : details;
}

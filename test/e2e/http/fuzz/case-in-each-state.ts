import type { Engine } from '@safeconduct/engine';
import { hours, plus, type Instant } from '@safeconduct/workflow';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { leaves, stepsTo } from '../../../../workflows/officer-case/testing/state-paths.js';
import { samples, type CommandName } from '../../../../workflows/officer-case/testing/samples.js';
import { personsOf } from '../../../../workflows/officer-case/testing/actors.js';

/** The `occurredAt` of the first step of every case. */
const begins: Instant = '2025-01-01T06:00:00.000Z';
/** A consent cools off before anybody is put on a list. */
const waits: Partial<Record<CommandName, number>> = { AddToManifest: hours(25) };
/** After the last step of the longest path, and before anything on it has expired. */
export const afterwards: Instant = plus(begins, hours(100));

/** The states that people bring a case to. The others lie days later, behind a deadline that has passed. */
const reached = leaves.filter((leaf) =>
  (stepsTo[leaf] as readonly CommandName[]).every((name) => samples[name].by !== 'sys-deadlines'),
);

/** Opens one case for each state that people bring it to, and brings it there. Returns their ids. */
export async function openCaseInEachState({ handle }: Pick<Engine, 'handle'>): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const leaf of reached) {
    let now = begins;
    let caseId: string | undefined;
    for (const name of stepsTo[leaf] as readonly CommandName[]) {
      now = plus(now, waits[name] ?? hours(1));
      caseId = await sent(handle, { name, caseId, now, registrationNo: `F-${leaf}` });
    }
    ids.push(caseId ?? '');
  }
  return ids;
}

interface Step {
  readonly name: CommandName;
  readonly caseId: string | undefined;
  readonly now: Instant;
  readonly registrationNo: string;
}

async function sent(handle: Engine['handle'], { name, caseId, now, registrationNo }: Step): Promise<string> {
  const { inputs } = samples[name];
  const [input] = inputs(now);
  const outcome = await handle({
    target: caseId === undefined ? { workflow: officerCase.name } : { caseId },
    command: name,
    ...personsOf(samples[name]),
    input: caseId === undefined ? { ...(input as object), registrationNo } : input,
    onBehalfOf: officerCase.commands.get(name)?.onBehalf === true ? 'subject' : undefined,
    occurredAt: now,
  });
  if (!outcome.accepted) throw new Error(`${registrationNo}, ${name}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.caseId;
}

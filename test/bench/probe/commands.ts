import type { SentCommand } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { sampleCases } from '../caseload/sample-cases.js';
import { accepted } from '../load/commands.js';
import { roundRobin } from '../load/round-robin.js';
import { settled, startProjections } from '../load/installation.js';
import { callTimes } from '../load/keep-calling.js';
import type { CommandCosts, Size } from './probe-request.js';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';

const callers = 64;

/** The command that a case accepts in every state, any number of times. */
const assign = (caseId: string): SentCommand => ({
  target: { caseId },
  command: 'AssignOfficer',
  input: { officer: 'co-01' },
  actor: actorOf('sup-01'),
});

/** How many commands each cached case gets; they take a fraction of the time of the first command. */
const cachedRounds = 16;

/** Sends commands to cases that are not in memory, then to the same ones again and again. */
export async function probeCommands(
  installation: Installation,
  { cases, samples }: Size,
): Promise<CommandCosts> {
  const stopProjections = startProjections(installation);
  const some = sampleCases(installation.keys, cases, 2 * samples);
  // One half warms up the code; the cases of the other half are then not in memory.
  const [warming, caseIds] = [
    some.filter((_, index) => index % 2 === 0),
    some.filter((_, index) => index % 2 === 1),
  ];
  await sendTo(installation, warming, cachedRounds);
  const uncached = await sendTo(installation, caseIds, 1);
  const cached = await sendTo(installation, caseIds, cachedRounds);
  await stopProjections();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { cached, uncached, heapBytes: heapUsed, residentBytes: rss };
}

/** Microseconds a command. */
async function sendTo(
  installation: Installation,
  caseIds: readonly string[],
  rounds: number,
): Promise<number> {
  const next = roundRobin(caseIds);
  const { perSecond } = await callTimes(callers, caseIds.length * rounds, () =>
    accepted(installation.engine.handle(assign(next()))),
  );
  await settled(installation);
  return 1_000_000 / perSecond;
}

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

/** The one command that a case takes in every state, as often as it is sent. */
const assign = (caseId: string): SentCommand => ({
  target: { caseId },
  command: 'AssignOfficer',
  input: { officer: 'co-01' },
  actor: actorOf('sup-01'),
});

/** How often each case that is in memory is sent a command: that takes a fraction of the time of the first one. */
const cachedRounds = 16;

/** Sends commands to cases that are not in memory, then to the same ones again and again. */
export async function probeCommands(
  installation: Installation,
  { cases, samples }: Size,
): Promise<CommandCosts> {
  const stopProjections = startProjections(installation);
  const some = sampleCases(installation.keys, cases, 2 * samples);
  // With one half the code is made warm; the cases of the other are not in memory then.
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

import type { SentCommand } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/runtime/installation.js';
import { someCases } from '../caseload/some-cases.js';
import { accepted } from '../load/commands.js';
import { inTurn } from '../load/in-turn.js';
import { settled, startProjections } from '../load/installation.js';
import { callTimes } from '../load/keep-calling.js';
import type { CommandCosts, Size } from './probe-request.js';

const callers = 64;

/** The one command that a case takes in every state, as often as it is sent. */
const assign = (caseId: string): SentCommand => ({
  target: { caseId },
  command: 'AssignOfficer',
  input: { officer: 'co-01' },
  actor: 'sup-01',
});

/** Sends commands to cases that are not in memory, then to the same ones again. */
export async function probeCommands(
  installation: Installation,
  { cases, samples }: Size,
): Promise<CommandCosts> {
  const stopProjections = startProjections(installation);
  const caseIds = someCases(installation.keys, cases, samples);
  // Others, so that the code is warm and the measured cases are not.
  const [warm = ''] = someCases(installation.keys, cases, 1);
  await sendTo(
    installation,
    Array.from({ length: samples }, () => warm),
  );
  const unknown = await sendTo(installation, caseIds);
  const known = await sendTo(installation, caseIds);
  await stopProjections();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { known, unknown, heapBytes: heapUsed, residentBytes: rss };
}

/** Microseconds a command. */
async function sendTo(installation: Installation, caseIds: readonly string[]): Promise<number> {
  const next = inTurn(caseIds);
  const { perSecond } = await callTimes(callers, caseIds.length, () =>
    accepted(installation.engine.handle(assign(next()))),
  );
  await settled(installation);
  return 1_000_000 / perSecond;
}

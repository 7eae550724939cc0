import type { CommandOutcome, Engine, RecordedEvent, SentCommand } from '@safeconduct/engine';
import { workflowName } from './installation.js';
import { callTimes } from './keep-calling.js';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';

const callersAtOnce = 64;

/** Makes the data of the measured event about 400 bytes long; a field for a line is the longest that the command has. */
const version = `2024-12, ${'kept with the assessment, '.repeat(14)}signed`;

let opened = 0;

/** Opens a new case. */
export function openingCommand(): SentCommand {
  opened += 1;
  return {
    target: { workflow: workflowName },
    command: 'RegisterEntry',
    actor: actorOf('intake-01'),
    input: {
      registrationNo: `BENCH-${process.pid}-${opened}`,
      nameArabic: 'أحمد حسن',
      nameLatin: 'Ahmad Hasan',
      birthDate: '1984-03-11',
      serviceCategory: 'soldier',
      crossingPoint: 'AL_QAIM',
      crossedAt: '2024-12-07T06:13:39+03:00',
      language: 'ar',
    },
  };
}

/**
 * The measured command: its guard reads the state of the case, it records one event, and it can be repeated
 * without end. It goes to cases that `openCases` opened.
 */
export const assessRisk = (caseId: string): SentCommand => ({
  target: { caseId },
  command: 'AssessRisk',
  input: assessment,
  actor: actorOf('pro-01'),
});

export const assessment = {
  destination: 'SY',
  outcome: 'NO_SUBSTANTIAL_GROUNDS',
  coiVersion: version,
  reasonsRef: 'RA-1',
};

/** Holds a case, once; each review is then accepted. */
export const placeHold = (caseId: string): SentCommand => ({
  target: { caseId },
  command: 'PlaceHold',
  input: { kind: 'legal', holdNo: 'HOLD-1', ground: version },
  actor: actorOf('leg-01'),
});

/** Records an event of the same size as the measured command, with one sealed value that is most of it. */
export const reviewHold = (caseId: string): SentCommand => ({
  target: { caseId },
  command: 'ReviewHold',
  input: { holdNo: 'HOLD-1', reason: version },
  actor: actorOf('leg-01'),
});

const counsel = (caseId: string): SentCommand => ({
  target: { caseId },
  command: 'HoldCounselling',
  input: { sessionNo: 'S-1', interpreterId: 'int-01', packVersion: '2024-12', counselOffered: true },
  actor: actorOf('pro-01'),
});

/** Opens so many cases in which the measured command is accepted. */
export async function openCases(engine: Engine, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  await callTimes(callersAtOnce, count, async () => {
    const { caseId } = await accepted(engine.handle(openingCommand()));
    await accepted(engine.handle(counsel(caseId)));
    ids.push(caseId);
  });
  return ids;
}

/** @throws Error  it was refused; the benchmark must not measure refusals */
export async function accepted(answer: Promise<CommandOutcome>) {
  const outcome = await answer;
  if (!outcome.accepted) throw new Error(`a command of the benchmark was refused: ${outcome.refusal.code}`);
  return outcome;
}

/**
 * How many bytes of text the log keeps of an event; its numbers add about as many bytes as the binary id
 * saves.
 */
export const sizeOf = ({ stream, eventId, type, data, metadata }: RecordedEvent): number =>
  [stream, eventId, type, data, JSON.stringify(metadata)].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    0,
  );

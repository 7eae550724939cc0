import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { noteCommands } from '../commands.js';

export const noteSamples: SamplesOf<typeof noteCommands> = {
  RecordNote: { by: 'co-1', inputs: () => [{ note: sealed('note') }] },
};

import type { SamplesOf } from '../../testing/sample.js';
import type { assignmentCommands } from '../commands.js';

export const assignmentSamples: SamplesOf<typeof assignmentCommands> = {
  AssignOfficer: { by: 'sup-1', inputs: () => [{ officer: 'co-1' }, { officer: 'co-2' }] },
};

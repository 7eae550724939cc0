import { defineWorkflow, line, type Workflow } from '@safeconduct/workflow';
import { z } from 'zod';
import { template } from '../../../workflows/_template/index.js';

const { AddNote, ...others } = template.source.commands;
const addNote = { ...(AddNote as NonNullable<typeof AddNote>), input: z.strictObject({ note: line }) };

/** A workflow whose commands have the names of those of the template, one of them with another form. */
export const sibling: Workflow = defineWorkflow({
  ...template.source,
  name: 'sibling',
  commands: { ...others, AddNote: addNote },
  // The types of a compiled source are erased.
} as never);

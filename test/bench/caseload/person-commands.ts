import type { SentCommand } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import { csvRowReader } from '../../../apps/server/src/import/rows/csv-row.js';
import { rowForm, type RowForm } from '../../../apps/server/src/import/rows/row-form.js';
import { iso } from '../../../workflows/officer-case/demo/calendar.js';
import type { Person } from '../../../workflows/officer-case/demo/person.js';
import { steps } from '../../../workflows/officer-case/demo/steps.js';
import type { Cell, Step } from '../../../workflows/officer-case/demo/steps/step.js';
import { workflowName } from '../load/installation.js';
import { personsOf } from '../../../workflows/officer-case/testing/actors.js';

/** The reference of a person's case. */
export const referenceOf = ({ number }: Person): string => `QAIM-2024-${number}`;

/**
 * The commands of one person of an invented caseload, in order: the same rows that the generator writes into
 * files, read as the import reads them.
 */
export function personCommands(workflow: Workflow): (person: Person) => readonly SentCommand[] {
  const forms = new Map<string, RowForm>();
  const formOf = (name: string): RowForm => {
    const command = workflow.commands.get(name);
    if (command === undefined) throw new Error(`${workflow.name} has no command ${name}`);
    const form = forms.get(name) ?? rowForm(workflow, command);
    forms.set(name, form);
    return form;
  };
  return (person) => {
    let last = 0;
    return person.path.files.map((file) => {
      const step: Step = steps[file];
      last = step.at(person, last);
      return commandOf(formOf(file.slice(file.indexOf('-') + 1)), cellsOf(step, person, last));
    });
  };
}

function cellsOf(step: Step, person: Person, at: number): ReadonlyMap<string, string> {
  const { by, confirmedBy = '', onBehalfOf = '', data } = step;
  const cells = { by, confirmedBy, onBehalfOf, ...data };
  const said = Object.entries(cells).map(([column, cell]) => [column, textOf(cell, person, at)] as const);
  return new Map([['registrationNo', referenceOf(person)], ['occurredAt', iso(at)], ...said]);
}

const textOf = (cell: Cell, person: Person, at: number): string =>
  typeof cell === 'string' ? cell : cell(person, at);

function commandOf(form: RowForm, cells: ReadonlyMap<string, string>): SentCommand {
  const row = csvRowReader(form, [...cells.keys()])([...cells.values()]);
  if ('problem' in row) throw new Error(`the caseload has a row that cannot be sent: ${row.problem.reason}`);
  const { command, naturalKey, onBehalfOf, occurredAt, data } = row;
  const target = { workflow: workflowName, naturalKey };
  return { target, command, input: data, ...personsOf(row), onBehalfOf, occurredAt };
}

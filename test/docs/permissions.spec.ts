import { describe, it } from '@jest/globals';
import { permissionsOf, type ReadPermission } from '@safeconduct/engine';
import type { CaseScope, Workflow } from '@safeconduct/workflow';
import { workflows } from '../../workflows/index.js';
import { expectInStep } from './generated.js';

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => (texts.length === 0 ? '–' : texts.map(code).join(', '));
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

const scopes: Readonly<Record<CaseScope['of'], string>> = {
  all: 'all',
  unit: 'of their unit',
  assigned: 'assigned to them',
  registered: 'registered by them',
};

const readLogs: Readonly<Record<ReadPermission['readLog'], string>> = {
  none: '–',
  own: 'their own reads',
  unit: 'reads of their unit',
  case: 'of one case that they see',
  all: 'all',
};

function scopeText({ of, states, purposes, withinHours }: CaseScope): string {
  const parts = [
    withinHours === undefined ? scopes[of] : `${scopes[of]} in the last ${withinHours} hours`,
    ...(states === undefined ? [] : [`in ${codes(states)}`]),
    ...(purposes === undefined ? [] : [`for ${codes(purposes)}`]),
  ];
  return parts.join(' ');
}

const sightText = (sight: ReadPermission['sees'][string] | undefined): string =>
  typeof sight === 'object' ? `if ${code(sight.when)}` : sight === 'seen' ? 'seen' : '–';

function classOf(workflow: Workflow, dataClass: string): readonly string[] {
  const { events, facts, tags } = workflow.access;
  const ofEvents = Object.entries(events).flatMap(([type, of]) =>
    typeof of === 'object'
      ? Object.entries(of).flatMap(([field, one]) => (one === dataClass ? [`${type}.${field}`] : []))
      : of === dataClass
        ? [type]
        : [],
  );
  const named = (kind: Readonly<Record<string, string>>) =>
    Object.entries(kind).flatMap(([name, one]) => (one === dataClass ? [name] : []));
  return [codes(ofEvents), codes(named(facts)), codes(named(tags))];
}

function section(workflow: Workflow): string {
  const { units, classes, reads, commands } = permissionsOf(workflow);
  const titles = workflow.texts.en.roles;
  return `## ${workflow.texts.en.title} (\`${workflow.name}\`)

Units: ${codes(units)}.

### Which cases a role sees

${table(
  ['role', '', 'cases', 'figures', 'records figures of others', 'log of reads', 'reads for'],
  reads.map(({ role, cases, figures, recordsFigures, readLog, purposes }) => [
    code(role),
    titles[role] ?? role,
    cases.length === 0 ? '–' : cases.map(scopeText).join('; '),
    figures === 'none' ? '–' : figures,
    recordsFigures ? 'yes' : '–',
    readLogs[readLog],
    codes(purposes),
  ]),
)}

### Which data classes a role sees in them

${table(
  ['role', ...classes],
  reads.map(({ role, sees }) => [code(role), ...classes.map((one) => sightText(sees[one]))]),
)}

### What emergency access can give of one case

${table(
  ['role', 'classes', 'never'],
  reads
    .filter(({ emergency, never }) => emergency.length + never.length > 0)
    .map(({ role, emergency, never }) => [code(role), codes(emergency), codes(never)]),
)}

### What belongs to a class besides sealed fields

${table(
  ['class', 'data of events', 'facts', 'tags'],
  classes.map((one) => [one, ...classOf(workflow, one)]),
)}

### Who sends and confirms a command

${table(
  ['command', 'sent by', 'confirmed by', 'in'],
  commands.map(({ command, roles, confirmedBy, states }) => [
    code(command),
    codes(roles),
    confirmedBy === undefined ? '–' : codes(confirmedBy),
    states.length === workflow.chart.leaves.length ? 'every state' : codes(states),
  ]),
)}
`;
}

const page = `# Permissions

Who may read and do what, as the workflows declare it and the engine keeps it. This page is made from the code that
enforces it; how it works is in [who may read what](../explanation/access.md). The screen *Procedure* shows the same in
English and Arabic, with the rules of each step.

A role sees the cases of its line and no other: one that it does not see is answered as one that does not exist. Where
\`identity\` is withheld, a pseudonym stands in place of names and of the reference. A command is sent by one of its roles,
and confirmed by another person, whatever the sender may read.

${workflows.map(section).join('\n')}`;

describe('docs/reference/permissions.md', () => {
  it('is what the workflows declare and the engine keeps', async () => {
    await expectInStep('docs/reference/permissions.md', page);
  });
});

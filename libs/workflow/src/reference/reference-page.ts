import { openCommands } from '../decision.js';
import type { Command, Workflow } from '../define-workflow.js';
import { mermaid } from '../diagram/mermaid.js';
import { personalFields, type EventDefinition } from '../event.js';
import { compareText } from '../text-order.js';
import { columnText, fieldText, tagLabel, valueText, viewText, type Language, type Texts } from '../texts.js';
import type { View } from '../views/view.js';
import { fieldsOf } from './fields.js';
import { code, codes, section, table } from './markdown.js';
import { words, type Words } from './words.js';

/**
 * The reference of a workflow as one Markdown page, from nothing but its definition: diagram, states,
 * commands and their forms, events, guards, deadlines, and permissions. The same definition gives the same
 * page.
 */
export function referencePage(workflow: Workflow, language: Language): string {
  const page: Page = { workflow, texts: workflow.texts[language], say: words[language] };
  const { texts, say } = page;
  const sections = [
    `# ${texts.title}`,
    texts.description,
    say.generated(workflow.name, workflow.version),
    section(say.diagram, `\`\`\`mermaid\n${mermaid(workflow, { language })}\n\`\`\``),
    section(say.states, statesTable(page)),
    section(say.commands, commandsTable(page)),
    section(say.transitions, transitionsTable(page)),
    section(say.forms, forms(page)),
    section(say.events, eventsTable(page)),
    section(say.guards, guardsTable(page)),
    section(say.deadlines, deadlinesTable(page)),
    section(say.roles, rolesTable(page)),
    ...(workflow.source.tags === undefined ? [] : [section(say.tags, tagsTable(page))]),
    ...(workflow.views.size === 0 ? [] : [section(say.views, views(page))]),
  ];
  return `${sections.join('\n\n')}\n`;
}

interface Page {
  readonly workflow: Workflow;
  readonly texts: Texts;
  readonly say: Words;
}

function statesTable({ workflow, texts, say }: Page): string {
  const rows = workflow.chart.leaves.map((leaf) => [
    code(leaf),
    texts.states[leaf] ?? '',
    workflow.chart.ends.has(leaf) ? say.yes : '',
    codes(openCommands(workflow, leaf)),
  ]);
  return table([say.state, say.name, say.rest, say.open], rows);
}

function commandsTable({ workflow, texts, say }: Page): string {
  const rows = [...workflow.commands.values()].map((command) => [
    code(command.name),
    texts.commands[command.name] ?? '',
    [...command.roles, ...(command.onBehalf === true ? [say.forThePerson] : [])].join(', '),
    command.confirmedBy?.join(', ') ?? '',
    askedOf(command, say),
    codes(command.yields),
  ]);
  return table([say.command, say.does, say.who, say.secondPerson, say.asked, say.yields], rows);
}

/** The guards of a command, and what is special about them and about its time. */
function askedOf({ alwaysHeard, establishes, freeOfOrder, erases, guards }: Command, say: Words): string {
  const asked = alwaysHeard === true ? say.alwaysHeard : guards.map(({ id }) => id).join(' ');
  const kinds = [establishes && say.establishes, freeOfOrder && say.freeOfOrder, erases && say.erases];
  return [asked, ...kinds].filter((part) => typeof part === 'string' && part !== '').join('; ');
}

function transitionsTable({ workflow: { chart, events }, texts, say }: Page): string {
  const rows = chart.leaves.flatMap((leaf) =>
    [...events.keys()].flatMap((type) =>
      chart
        .candidates(leaf, type)
        .filter(({ to, guard }) => to !== leaf || guard !== undefined)
        .map(({ to, guard }) => {
          const rule = guard === undefined ? '' : (texts.guards[guard.name] ?? guard.name);
          return [code(leaf), code(type), rule, code(to)];
        }),
    ),
  );
  return table([say.state, say.event, say.if, say.to], rows);
}

const forms = ({ workflow, texts, say }: Page): string =>
  [...workflow.commands.values()]
    .map((command) => `### ${command.name}\n\n${formOf(command, texts, say)}`)
    .join('\n\n');

function formOf(command: Command, texts: Texts, say: Words): string {
  const rows = fieldsOf(command.input).map(({ name, type, required }) => [
    code(name),
    fieldText(texts, command.name, lastName(name)) ?? '',
    type,
    required ? '' : say.optional,
  ]);
  return rows.length === 0 ? say.noFields : table([say.field, say.is, say.type, ''], rows);
}

function eventsTable({ workflow, texts, say }: Page): string {
  const rows = [...workflow.events].map(([type, event]) => [
    code(type),
    texts.events[type] ?? '',
    String(event.version),
    dataOf(event),
  ]);
  return table([say.event, say.says, say.version, say.data], rows);
}

function dataOf({ schema }: EventDefinition): string {
  const personal = personalFields(schema);
  return fieldsOf(schema)
    .map(({ name, required }) => {
      const dataClass = personal.get(name.replaceAll('[]', ''));
      return `${code(required ? name : `${name}?`)}${dataClass === undefined ? '' : ` (${dataClass})`}`;
    })
    .join(', ');
}

/** A text belongs to the name of a field, at whatever depth it stands. */
const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function guardsTable({ workflow, texts, say }: Page): string {
  const guards = new Map(
    [...workflow.commands.values()].flatMap((command) => command.guards.map((guard) => [guard.id, guard])),
  );
  const rows = [...guards.values()]
    .sort((left, right) => compareText(left.id, right.id))
    .map(({ id, version, codes: refusals }) => [
      id,
      texts.guards[id] ?? '',
      String(version),
      refusals.map((refusal) => `${code(refusal)} ${texts.codes[refusal] ?? ''}`).join('<br>'),
    ]);
  return table([say.guard, say.asks, say.version, say.refuses], rows);
}

function deadlinesTable({ workflow, texts, say }: Page): string {
  const rows = Object.entries(workflow.deadlines).map(([name, { role, then }]) => [
    code(name),
    texts.deadlines[name] ?? '',
    role,
    then === undefined ? say.shown : code(then),
  ]);
  return table([say.deadline, say.is, say.acts, say.passed], rows);
}

/** The permission matrix, one row for each role. */
function rolesTable({ workflow, texts, say }: Page): string {
  const commands = [...workflow.commands.values()];
  const named = (some: readonly Command[]) => codes(some.map(({ name }) => name));
  const rows = workflow.roles.map((role) => [
    code(role),
    texts.roles[role] ?? '',
    named(commands.filter(({ roles }) => roles.includes(role))),
    named(commands.filter(({ confirmedBy }) => confirmedBy?.includes(role) === true)),
  ]);
  return table([say.role, say.is, say.sends, say.confirms], rows);
}

function tagsTable({ workflow, texts, say }: Page): string {
  const rows = Object.entries(workflow.source.tags ?? {}).map(([tag, listed]) => [
    code(tag),
    tagLabel(texts, tag) ?? '',
    listed.map((one) => `${code(one)} ${valueText(texts, one) ?? ''}`).join('<br>'),
  ]);
  return `${say.daysIn(workflow.zone)}\n\n${table([say.tag, say.is, say.codes], rows)}`;
}

const views = (page: Page): string =>
  [...page.workflow.views.values()].map((view) => viewPart(page, view)).join('\n\n');

function viewPart({ texts, say }: Page, view: View): string {
  const { name, columns, key, filters, source } = view;
  const made = say.rowsFrom(codes(Object.keys(source.rows)), codes(key.map((column) => column.name)));
  const rows = columns.map((column) => [
    code(column.name),
    columnText(texts, name, column.name) ?? '',
    column.kind,
    [
      column.optional ? say.optional : '',
      key.includes(column) ? say.tellsApart : '',
      filters.includes(column) ? say.narrows : '',
    ]
      .filter((said) => said !== '')
      .join(', '),
  ]);
  return `### ${name}\n\n${viewText(texts, name) ?? ''}. ${made}\n\n${table([say.column, say.is, say.holds, ''], rows)}`;
}

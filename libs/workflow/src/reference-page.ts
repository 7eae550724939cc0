import { z } from 'zod';
import { openCommands } from './decision.js';
import type { Command, Workflow } from './define-workflow.js';
import { mermaid } from './diagram/mermaid.js';
import { personalFields } from './event.js';
import type { Language, Texts } from './texts.js';

/**
 * The reference of a workflow as one Markdown page, from nothing but its definition: states, commands, events, guards,
 * deadlines, roles, and its diagram. The same definition gives the same page.
 */
export function referencePage(workflow: Workflow, language: Language): string {
  const texts = workflow.texts[language];
  const sections = [
    `# ${texts.title}`,
    `${texts.description}\n\nGenerated from the definition of \`${workflow.name}\`, version ${workflow.version}.`,
    section('Diagram', `\`\`\`mermaid\n${mermaid(workflow, { language }).trimEnd()}\n\`\`\``),
    section('States', statesTable(workflow, texts)),
    section('Commands', commandsTable(workflow, texts)),
    section('What leads where', transitionsTable(workflow)),
    section('Fields of the commands', fieldsOfCommands(workflow, texts)),
    section('Events', eventsTable(workflow, texts)),
    section('Guards', guardsTable(workflow, texts)),
    section('Deadlines', deadlinesTable(workflow, texts)),
    section('Roles', rolesTable(workflow, texts)),
  ];
  return `${sections.join('\n\n')}\n`;
}

const section = (title: string, body: string): string => `## ${title}\n\n${body}`;

function statesTable(workflow: Workflow, texts: Texts): string {
  const rows = workflow.chart.leaves.map((leaf) => [
    code(leaf),
    texts.states[leaf] ?? '',
    workflow.chart.ends.has(leaf) ? 'end' : '',
    openCommands(workflow, leaf).map(code).join(' '),
  ]);
  return table(['state', 'name', '', 'open commands'], rows);
}

function commandsTable(workflow: Workflow, texts: Texts): string {
  const rows = [...workflow.commands.values()].map((command) => [
    code(command.name),
    texts.commands[command.name] ?? '',
    [...command.roles, ...(command.onBehalf === true ? ['on behalf of the person'] : [])].join(', '),
    command.confirmedBy?.join(', ') ?? '',
    command.alwaysHeard === true ? 'none: always heard' : command.guards.map(({ id }) => id).join(' '),
    command.yields.map(code).join(' '),
  ]);
  return table(['command', 'does', 'who', 'second person', 'guards', 'yields'], rows);
}

function transitionsTable({ chart, events }: Workflow): string {
  const rows = chart.leaves.flatMap((leaf) =>
    [...events.keys()].flatMap((type) =>
      chart
        .candidates(leaf, type)
        .filter(({ to, guard }) => to !== leaf || guard !== undefined)
        .map(({ to, guard }) => [code(leaf), code(type), guard?.name ?? '', code(to)]),
    ),
  );
  return table(['in', 'event', 'if', 'to'], rows);
}

function fieldsOfCommands(workflow: Workflow, texts: Texts): string {
  const pages = [...workflow.commands.values()].map((command) => {
    const rows = fieldsOf(command).map(({ name, type, required }) => {
      const label = texts.fields[`${command.name}.${name}`] ?? texts.fields[name] ?? '';
      return [code(name), label, type, required ? '' : 'optional'];
    });
    return `### ${command.name}\n\n${rows.length === 0 ? 'No fields.' : table(['field', 'is', 'type', ''], rows)}`;
  });
  return pages.join('\n\n');
}

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function fieldsOf({ input }: Command): readonly { name: string; type: string; required: boolean }[] {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const branches = schema.anyOf ?? schema.oneOf ?? [schema];
  const names = [...new Set(branches.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return names.map((name) => ({
    name,
    type: [...new Set(branches.flatMap(({ properties }) => properties?.[name] ?? []).map(typeOf))].join(
      ' or ',
    ),
    required: branches.every(({ required = [] }) => required.includes(name)),
  }));
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map(typeOf).join(' or ');
  return schema.format ?? schema.type ?? 'any';
}

function eventsTable({ events }: Workflow, texts: Texts): string {
  const rows = [...events].map(([type, { schema, version }]) => {
    const personal = [...personalFields(schema)].map(([field, dataClass]) => `${code(field)} (${dataClass})`);
    return [code(type), texts.events[type] ?? '', String(version), personal.join(', ')];
  });
  return table(['event', 'says', 'version', 'personal fields'], rows);
}

function guardsTable({ commands }: Workflow, texts: Texts): string {
  const guards = new Map(
    [...commands.values()].flatMap((command) => command.guards.map((guard) => [guard.id, guard])),
  );
  const rows = [...guards.values()]
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, version, codes }) => [
      id,
      texts.guards[id] ?? '',
      String(version),
      codes.map((verdict) => `${code(verdict)} ${texts.codes[verdict] ?? ''}`).join('<br>'),
    ]);
  return table(['guard', 'asks', 'version', 'says no with'], rows);
}

function deadlinesTable({ deadlines }: Workflow, texts: Texts): string {
  const rows = Object.entries(deadlines).map(([name, { role, then }]) => [
    code(name),
    texts.deadlines[name] ?? '',
    role,
    then === undefined ? 'is shown' : code(then),
  ]);
  return table(['deadline', 'is', 'who acts', 'when it has passed'], rows);
}

function rolesTable({ roles, source }: Workflow, texts: Texts): string {
  const prefixesOf = (role: string) =>
    Object.entries(source.actors)
      .filter(([, of]) => of === role)
      .map(([prefix]) => code(prefix));
  return table(
    ['role', 'is', 'ids begin with'],
    roles.map((role) => [code(role), texts.roles[role] ?? '', prefixesOf(role).join(' ')]),
  );
}

const code = (text: string): string => `\`${text}\``;

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

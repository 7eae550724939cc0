import { askedColumn } from '@safeconduct/contracts';
import type { ListedRow, ViewCondition, ViewCursor } from '@safeconduct/engine';
import {
  columnText,
  didYouMean,
  fieldText,
  nearestOf,
  valueText,
  viewText,
  type Column,
  type Language,
  type View,
  type Workflow,
} from '@safeconduct/workflow';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { table } from '../../console/table.js';
import { UsageError } from '../../console/usage-error.js';
import { byReference, isOrdered } from '../../http/views/view-operation.js';
import { conditionsOf, orderOf } from '../../http/views/view-request.js';
import type { Installation } from '../../start/installation.js';
import { namedWorkflow } from '../../start/named-workflow.js';
import { reading } from '../../start/open.js';
import { collectPages, rowsShown } from '../collect-pages.js';
import { commandLineReader } from '../reader.js';

/** How long a server that fills the view may take to have everything. */
const waitMs = 5000;

export interface ViewOptions {
  readonly where: readonly string[];
  readonly case?: string;
  readonly sort?: string;
  readonly limit?: string;
}

export type RunView = typeof runView;

/** The rows of a view that a workflow declares; without a name, the views that it declares. */
export async function runView(
  line: CommandLine,
  named: { readonly workflow: string; readonly view: string | undefined },
  options: ViewOptions,
): Promise<number> {
  const workflow = namedWorkflow(named.workflow);
  if (named.view === undefined) return listViews(line, workflow);
  const view = viewOf(workflow, named.view);
  const where = options.where.flatMap((given) => conditionIn(view, given));
  const most = rowsShown(line, options.limit);
  return reading(line, async (installation) => {
    const { items: rows, more } = await collect(installation, { workflow, view, where, options, most });
    if (line.json === true) printJson(rows.map(({ values, ...of }) => ({ ...of, ...values })));
    else {
      print(tableOf({ workflow, view, language: line.language }, rows));
      tell(`${counted(rows.length, 'row')}${more ? '; more with --limit' : ''}`);
    }
    return exit.ok;
  });
}

function listViews({ json, language }: CommandLine, { views, texts }: Workflow): number {
  const titled = [...views.values()].map(({ name, columns }) => ({
    ...{ name, title: viewText(texts[language], name) ?? name },
    columns: columns.map((column) => column.name),
  }));
  if (json === true) printJson(titled);
  else
    print(
      table(
        [{ title: 'name' }, { title: 'title' }],
        titled.map(({ name, title }) => [name, title]),
      ),
    );
  return exit.ok;
}

function viewOf({ name, views }: Workflow, wanted: string): View {
  const view = views.get(wanted);
  if (view !== undefined) return view;
  const known = [...views.keys()];
  throw new UsageError(
    `workflow ${name} has no view ${wanted}${didYouMean(nearestOf(wanted, known))}; ` +
      `it has ${known.join(', ') || 'none'}`,
  );
}

/** `visitOn=2025-02-01`, `visitOn.from=2025-02-01`: as the parameters over HTTP. */
function conditionIn(view: View, given: string): readonly ViewCondition[] {
  const at = given.indexOf('=');
  const [parameter, text] = [given.slice(0, at), given.slice(at + 1)];
  if (at < 1 || text === '') throw new UsageError(`--where ${given} is no condition; write column=value`);
  const [name = '', end] = parameter.split('.', 2);
  const column = view.filters.find((one) => one.name === name);
  // The question itself refuses a column that the view is not asked by, and names those it is.
  if (column === undefined) return [{ column: name, from: text, to: text }];
  if (end !== undefined && !(isOrdered(column) && ['from', 'to'].includes(end)))
    throw new UsageError(
      `--where ${given}: ${isOrdered(column) ? `write ${name}.from or ${name}.to` : `write ${name}=…`}`,
    );
  const parsed = askedColumn[column.kind].safeParse(text);
  if (!parsed.success)
    throw new UsageError(`--where ${given}: ${parsed.error.issues[0]?.message ?? 'cannot be read'}`);
  return conditionsOf(view, { [parameter]: parsed.data });
}

interface Asked {
  readonly workflow: Workflow;
  readonly view: View;
  readonly where: readonly ViewCondition[];
  readonly options: ViewOptions;
  readonly most: number;
}

async function collect(
  { engine: { queries } }: Installation,
  { workflow, view, where, options, most }: Asked,
) {
  const head = await queries.head(commandLineReader);
  await queries.waitFor(commandLineReader, { view, atLeast: head, timeoutMs: waitMs });
  const request = {
    workflow,
    view,
    where,
    reference: options.case,
    order: orderOf(options.sort ?? byReference),
  };
  return collectPages<ListedRow, ViewCursor>(most, async (asked) => {
    const { rows, next } = await queries.viewRows(commandLineReader, { ...request, ...asked });
    return { items: rows, next };
  });
}

interface Shown {
  readonly workflow: Workflow;
  readonly view: View;
  readonly language: Language;
}

function tableOf(shown: Shown, rows: readonly ListedRow[]): string {
  const { workflow, view, language } = shown;
  const { opening } = workflow;
  const texts = workflow.texts[language];
  const headOf = ({ name, kind }: Column) =>
    `${columnText(texts, view.name, name) ?? name}${kind === 'instant' ? ' (UTC)' : ''}`;
  return table(
    [
      { title: fieldText(texts, opening.name, opening.opens) ?? opening.opens, identifies: true },
      ...view.columns.map((column) => ({
        title: headOf(column),
        ...(column.kind === 'integer' && { align: 'right' as const }),
      })),
    ],
    rows.map(({ reference, values }) => [
      reference,
      ...view.columns.map((column) => cellOf(shown, column, values[column.name] ?? null)),
    ]),
  );
}

const yesAndNo: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  en: ['yes', 'no'],
  ar: ['نعم', 'لا'],
};

function cellOf({ workflow, language }: Shown, { kind }: Column, value: ListedRow['values'][string]): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return yesAndNo[language][value ? 0 : 1];
  if (kind === 'instant') return String(value).slice(0, 16).replace('T', ' ');
  return kind === 'code'
    ? (valueText(workflow.texts[language], String(value)) ?? String(value))
    : String(value);
}

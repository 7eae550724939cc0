import { operations, type ReportedFigure } from '@safeconduct/contracts';
import {
  compareFigures,
  ReadNotPermittedError,
  type FigureChange,
  type Reader,
  type ReportedFigure as KnownFigure,
} from '@safeconduct/engine';
import { formIssues, readJson } from '@safeconduct/workflow';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { checkTaken, type TakenOptions } from '../../console/given-options.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { UsageError } from '../../console/usage-error.js';
import { contentOf, figureAnswer, figureProblem } from '../../http/answers/figure-answers.js';
import { catchUp } from '../../start/catch-up.js';
import type { Installation } from '../../start/installation.js';
import { mustHaveData, reading } from '../../start/open.js';
import { figureWords } from '../../texts/figure-words.js';
import { sendJson, type RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';
import { personIn } from '../person-option.js';
import { commandLineReader, readerNamed } from '../reader.js';
import { tellRefused, type Refused } from '../tell-refused.js';
import { workflowIn } from './population.js';

const { reportFigure, withdrawFigure } = operations;
type FigureReport = z.infer<typeof reportFigure.body>;

const taken = {
  list: { needed: [], possible: ['withdrawn', 'workflow'] },
  record: { needed: ['as'] },
  withdraw: { needed: ['as', 'reason'] },
} as const satisfies Readonly<Record<string, TakenOptions>>;

export const figureActions = ['record', 'withdraw'] as const;
export type FigureAction = (typeof figureActions)[number];

export interface FiguresOptions {
  readonly as?: string;
  readonly reason?: string;
  readonly withdrawn?: boolean;
  readonly workflow?: string;
}

/** Figures that others stated, each beside the ledger; the newest record first. */
export function runFigures(line: CommandLine, options: FiguresOptions): Promise<number> {
  checkTaken('figures', { ...options }, taken.list);
  return reading(line, async (installation) => {
    const { name } = workflowIn(installation, options.workflow);
    const shown = installation.figures.all
      .filter(({ content }) => content.workflow === name)
      .filter(({ withdrawal }) => options.withdrawn === true || withdrawal === undefined)
      .reverse();
    const compared = await comparedIn(installation, commandLineReader, { shown, name });
    if (line.json === true) printJson(compared);
    else
      print(
        table(
          columnsIn(line),
          compared.map((figure) => rowOf(line, figure)),
        ),
      );
    return exit.ok;
  });
}

/**
 * Records a figure from a file, or withdraws one, in the name of a person. A running server is sent it.
 * @param named  the file; to withdraw, the id of the figure
 */
export async function runFigureAction(
  line: CommandLine,
  { action, named }: { readonly action: FigureAction; readonly named: string },
  options: FiguresOptions,
): Promise<number> {
  checkTaken(`figures ${action}`, { ...options }, taken[action]);
  const person = personIn('--as', options.as ?? '');
  const sent = action === 'record' ? await reportIn(named) : withdrawalOf(named, options.reason);
  // A mistyped path would make an empty folder.
  await mustHaveData(line);
  return hereOrThere(line, {
    here: (installation) => changedHere(installation, line, { ...sent, person }),
    there: (server) => changedThrough(server, line, { ...sent, person }),
  });
}

type Sent = { readonly report: FigureReport } | { readonly figure: string; readonly reason: string };

/** @throws UsageError  the file cannot be read, or is no figure */
async function reportIn(path: string): Promise<Sent> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`${path} cannot be read; name a file with one figure as JSON`);
  });
  const read = readJson(text);
  if (!('value' in read)) {
    const { path: at, code, message } = read.issue;
    const what = code === 'invalid_json' ? 'is not JSON' : `${at} ${message}`;
    throw new UsageError(`${path}: ${what}; write one figure as an object`);
  }
  return { report: parsed(reportFigure.body, read.value) };
}

/** @throws UsageError  it can be no figure, or the reason does not fit */
function withdrawalOf(figure: string, reason: string | undefined): Sent {
  const { figureId } = parsed(withdrawFigure.params, { figureId: figure });
  return { figure: figureId, ...parsed(withdrawFigure.body, { reason }) };
}

/** @throws UsageError */
function parsed<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const issues = formIssues(schema, error, given);
  throw new UsageError(issues.map(({ path, message }) => `${path}: ${message}`).join('; '));
}

async function changedHere(
  installation: Installation,
  line: CommandLine,
  { person, ...sent }: Sent & { readonly person: string },
): Promise<number> {
  const change = changeOf(installation, sent);
  if (!('kind' in change)) return tellRefused(line, { code: 'COMMAND_INVALID', issues: change.issues });
  const { figures, identity } = installation;
  const reader = await readerNamed(identity, person);
  await catchUp(installation);
  try {
    // As at a server: whoever records something of a figure must be able to read it.
    await comparedIn(installation, reader, { shown: [], name: workflowOf(installation, change) });
    const outcome = await figures.change(change, reader.actor);
    if (outcome.accepted) {
      const { figure } = outcome;
      const [answer] = await comparedIn(installation, reader, {
        shown: [figure],
        name: figure.content.workflow,
      });
      return tellChanged(line, answer as ReportedFigure);
    }
    const { code, members } = figureProblem(outcome);
    return tellRefused(line, { code, ...members });
  } catch (error) {
    if (error instanceof ReadNotPermittedError) return tellRefused(line, { code: 'READ_NOT_PERMITTED' });
    throw error;
  }
}

const workflowOf = ({ figures }: Installation, change: FigureChange): string =>
  (change.kind === 'report' ? change.content : figures.figure(change.figure)?.content)?.workflow ?? '';

function changeOf(installation: Installation, sent: Sent): FigureChange | Pick<Refused, 'issues'> {
  if (!('report' in sent)) return { kind: 'withdraw', ...sent };
  const { name } = workflowIn(installation, sent.report.workflow);
  const read = contentOf(sent.report, name);
  return 'issues' in read ? read : { kind: 'report', content: read.content };
}

async function changedThrough(
  server: RunningServer,
  line: CommandLine,
  { person, ...sent }: Sent & { readonly person: string },
): Promise<number> {
  const path = '/api/v1/reported-figures';
  const { ok, answer } =
    'report' in sent
      ? await sendJson(server, path, { person, json: sent.report })
      : await sendJson(server, `${path}/${sent.figure}/withdrawal`, {
          person,
          json: { reason: sent.reason },
        });
  return ok ? tellChanged(line, answer as ReportedFigure) : tellRefused(line, answer as Refused);
}

async function comparedIn(
  { engine, figures, clock }: Installation,
  reader: Reader,
  { shown, name }: { readonly shown: readonly KnownFigure[]; readonly name: string },
): Promise<readonly ReportedFigure[]> {
  const workflow = engine.register.get(name);
  if (workflow === undefined) return [];
  const compared = await compareFigures(shown, {
    ...{ workflow, now: clock.now(), figureOf: (id) => figures.figure(id) },
    count: (requests) => engine.queries.ledgerCounts(reader, { workflow, requests }),
  });
  return compared.map(figureAnswer);
}

function tellChanged(line: CommandLine, figure: ReportedFigure): number {
  if (line.json === true) printJson(figure);
  else print(table(columnsIn(line), [rowOf(line, figure)]));
  return exit.ok;
}

const columnsIn = ({ language }: CommandLine): readonly Column[] => {
  const say = figureWords[language];
  return [
    { title: 'id', identifies: true },
    { title: say.source },
    { title: say.said },
    { title: say.figure, align: 'right' },
    { title: say.ledger, align: 'right' },
    { title: say.verdict },
    { title: say.known },
    { title: say.gap },
  ];
};

function rowOf({ language }: CommandLine, figure: ReportedFigure): readonly string[] {
  const say = figureWords[language];
  const { occurred, recorded } = figure.comparisons;
  const verdict = ({ verdict: found, reason, offBy }: typeof occurred): string => {
    const more =
      reason === null ? (offBy !== null && offBy !== 0 ? say.offBy(`${offBy}`) : '') : say.reasons[reason];
    return [say.verdicts[found], more].filter((text) => text !== '').join(', ');
  };
  const gap = figure.sum?.gap;
  return [
    ...[figure.id, figure.source, figure.quote.replaceAll(/\s+/g, ' ')],
    say.relations[figure.relation](String(figure.figure)),
    String(occurred.ledger.value ?? ''),
    figure.withdrawal === null ? verdict(occurred) : say.withdrawn,
    verdict(recorded),
    gap ? say.relations[gap.relation](String(gap.value)) : '',
  ];
}

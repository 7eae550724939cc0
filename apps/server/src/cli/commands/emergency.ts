import { operations, type EmergencyAccess as Access } from '@safeconduct/contracts';
import { actorWithId, type EmergencyOutcome } from '@safeconduct/engine';
import { formIssues } from '@safeconduct/workflow';
import type { z } from 'zod';
import { checkTaken, type TakenOptions } from '../../console/given-options.js';
import { exit, print, printJson, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { UsageError } from '../../console/usage-error.js';
import { emergencyAnswer, emergencyResult } from '../../http/answers/emergency-answers.js';
import type { Installation } from '../../start/installation.js';
import { mustHaveData, readingLog } from '../../start/open.js';
import { accessWords } from '../../texts/access-words.js';
import { sendJson, type RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';
import { personIn } from '../person-option.js';
import { commandLineReader } from '../reader.js';
import { tellRefused, type Refused } from '../tell-refused.js';
import { wholeNumber } from '../whole-number.js';
import { findCase, notFound } from './case.js';

const { takeEmergencyAccess, endEmergencyAccess, reviewEmergencyAccess } = operations;
type EmergencyRequest = z.infer<typeof takeEmergencyAccess.body>;
type EmergencyReview = z.infer<typeof reviewEmergencyAccess.body>;

const taken = {
  list: { needed: [] },
  take: { needed: ['as', 'trigger', 'text'], possible: ['classes', 'minutes', 'workflow'] },
  end: { needed: ['as'] },
  review: { needed: ['as', 'verdict', 'text'] },
} as const satisfies Readonly<Record<string, TakenOptions>>;

export const emergencyActions = ['take', 'end', 'review'] as const;
export type EmergencyAction = (typeof emergencyActions)[number];

export interface EmergencyOptions {
  readonly as?: string;
  readonly trigger?: string;
  readonly text?: string;
  readonly classes?: string;
  readonly minutes?: string;
  readonly verdict?: string;
  readonly workflow?: string;
}

/** Emergency access, the newest first. */
export async function runEmergencyList(line: CommandLine, options: EmergencyOptions = {}): Promise<number> {
  checkTaken('emergency', { ...options }, taken.list);
  return readingLog(line, async ({ engine }) => {
    const found = await engine.queries.emergencyAccess(commandLineReader, { waiting: false });
    const shown = found.map(emergencyAnswer);
    if (line.json === true) printJson(shown);
    else
      print(
        table(
          columnsIn(line),
          shown.map((access) => rowOf(line, access)),
        ),
      );
    return exit.ok;
  });
}

/**
 * Takes, ends or reviews it in the name of a person. A running server is sent it.
 * @param named  the case to be taken access to; otherwise the id of the access
 */
export async function runEmergencyAction(
  line: CommandLine,
  { action, named }: { readonly action: EmergencyAction; readonly named: string },
  options: EmergencyOptions,
): Promise<number> {
  checkTaken(`emergency ${action}`, { ...options }, taken[action]);
  const person = personIn('--as', options.as ?? '');
  const body = bodies[action](options);
  // A mistyped path would make an empty folder.
  await mustHaveData(line);
  const id =
    action === 'take'
      ? await readingLog(line, ({ engine }) => findCase(engine, named, options.workflow))
      : accessId(named);
  if (id === undefined) {
    if (action === 'take') return notFound(line, named);
    return tellRefused(line, { code: 'EMERGENCY_NOT_FOUND' });
  }
  const asked: Asked = { action, id, person, body };
  return hereOrThere(line, {
    here: (installation) => doneHere(installation, line, asked),
    there: (server) => doneThrough(server, line, asked),
  });
}

interface Asked {
  readonly action: EmergencyAction;
  /** Of `take` the case, else the access. */
  readonly id: string;
  readonly person: string;
  readonly body: object;
}

/** What is sent of each action, as a server takes it. */
const bodies = {
  take: ({ trigger, text, classes, minutes }: EmergencyOptions) =>
    parsed(takeEmergencyAccess.body, {
      ...{ trigger, text, classes: classes?.split(',').map((one) => one.trim()) },
      minutes: minutes === undefined ? undefined : wholeNumber('--minutes', minutes),
    }),
  end: () => ({}),
  review: ({ verdict, text }: EmergencyOptions) => parsed(reviewEmergencyAccess.body, { verdict, text }),
};

/** @throws UsageError */
function parsed<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const [issue] = formIssues(schema, error, given);
  throw new UsageError(`--${issue?.path.split('.')[0] ?? ''}: ${issue?.message ?? 'cannot be read'}`);
}

/** The id of an access; `undefined` where a text can be none. */
const accessId = (named: string): string | undefined =>
  endEmergencyAccess.params.safeParse({ grantId: named }).data?.grantId;

async function doneHere(
  { engine, emergency, identity }: Installation,
  line: CommandLine,
  { action, id, person, body }: Asked,
): Promise<number> {
  const actor = await actorWithId(identity, person);
  const outcome: EmergencyOutcome =
    action === 'take'
      ? await emergency.take({ ...(body as EmergencyRequest), actor, caseId: id })
      : action === 'end'
        ? await emergency.end(actor, id)
        : await emergency.review(actor, id, body as EmergencyReview);
  const reader = { actor, operation: operationOf[action].id, from: { way: 'cli' } } as const;
  const told = await emergencyResult(engine.queries, reader, outcome);
  if ('access' in told) return tellDone(line, told.access);
  const { code, members } = told;
  return tellRefused(line, { code, ...members });
}

const operationOf = {
  take: takeEmergencyAccess,
  end: endEmergencyAccess,
  review: reviewEmergencyAccess,
};

async function doneThrough(
  server: RunningServer,
  line: CommandLine,
  { action, id, person, body }: Asked,
): Promise<number> {
  const path = action === 'take' ? `cases/${id}/emergency-access` : `emergency-access/${id}/${action}`;
  const { ok, answer } = await sendJson(server, `/api/v1/${path}`, { person, json: body });
  if (ok) return tellDone(line, answer as Access);
  const { code, reason, detail } = answer as Refused;
  return tellRefused(line, { code, reason, detail });
}

function tellDone(line: CommandLine, access: Access): number {
  const say = accessWords[line.language];
  if (line.json === true) printJson(access);
  else print(`${access.id}  ${say.statuses[access.status]}  ${say.until}: ${endOf(access)}`);
  return exit.ok;
}

const columnsIn = ({ language }: CommandLine): readonly Column[] => {
  const say = accessWords[language];
  return [
    { title: say.grant, identifies: true },
    { title: say.case, identifies: true },
    { title: say.by, identifies: true },
    { title: say.until, identifies: true },
    { title: say.status },
    { title: say.trigger },
    { title: say.classes },
    { title: say.text },
    { title: say.verdict },
  ];
};

function rowOf({ language }: CommandLine, access: Access): readonly string[] {
  const say = accessWords[language];
  const { id, caseId, person, status, trigger, classes, text, review } = access;
  return [
    ...[id, caseId, person, endOf(access)],
    ...[say.statuses[status], say.triggers[trigger], classes.join(', '), text ?? ''],
    review === null ? '' : say.verdicts[review.verdict],
  ];
}

/** When it ends or ended, to the minute. */
const endOf = ({ until, ended }: Access): string => (ended?.at ?? until).slice(0, 16).replace('T', ' ');

import type { EmergencyAccess as Answered, Problem } from '@safeconduct/contracts';
import {
  emergencyMinutes,
  emergencyTriggers,
  emergencyVerdicts,
  type EmergencyGrant,
  type EmergencyOutcome,
  type ShownGrant,
} from '@safeconduct/engine';
import { exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { table, type Column } from '../../console/table.js';
import { UsageError } from '../../console/usage-error.js';
import type { Installation } from '../../start/installation.js';
import { readingLog } from '../../start/open.js';
import { accessWords } from '../../texts/access-words.js';
import { outputWords } from '../../texts/output-words.js';
import { changeReason } from '../../texts/problem-text.js';
import { answerIn, askServer, type RunningServer } from '../ask-server.js';
import { hereOrThere } from '../here-or-there.js';
import { commandLineReader } from '../reader.js';
import { wholeNumber } from '../whole-number.js';
import { findCase, notFound } from './case.js';

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
export const runEmergencyList = (line: CommandLine): Promise<number> =>
  readingLog(line, async ({ engine }) => {
    const found = await engine.queries.emergencyAccess(commandLineReader, { waiting: false });
    if (line.json === true) printJson(found);
    else
      print(
        table(
          columnsIn(line),
          found.map((grant) => rowOf(line, grant)),
        ),
      );
    return exit.ok;
  });

/**
 * Takes, ends or reviews it in the name of a person. A running server is sent it.
 * @param named  the case to be taken access to; otherwise the id of the access
 */
export async function runEmergencyAction(
  line: CommandLine,
  { action, named }: { readonly action: EmergencyAction; readonly named: string },
  options: EmergencyOptions,
): Promise<number> {
  const person = required('--as', options.as);
  const body = bodyOf(action, options);
  const caseId =
    action === 'take'
      ? await readingLog(line, ({ engine }) => findCase(engine, named, options.workflow))
      : named;
  if (caseId === undefined) return notFound(line, named);
  return hereOrThere(line, {
    here: async (installation) =>
      tellOutcome(line, await done(installation, { action, caseId, person, body })),
    there: async (server) => tellOutcome(line, await through(server, { action, caseId, person, body })),
  });
}

interface Doing {
  readonly action: EmergencyAction;
  /** Of `take` the case, else the access. */
  readonly caseId: string;
  readonly person: string;
  readonly body: Body;
}

type Body = ReturnType<typeof bodyOf>;

const textLengthMin = 10;

function bodyOf(action: EmergencyAction, options: EmergencyOptions) {
  const text = action === 'end' ? '' : required('--text', options.text).trim();
  if (action !== 'end' && text.length < textLengthMin)
    throw new UsageError(`--text must have at least ${textLengthMin} characters`);
  const minutes = wholeNumber('--minutes', options.minutes ?? String(emergencyMinutes.usual), 1);
  if (minutes < emergencyMinutes.least || minutes > emergencyMinutes.most)
    throw new UsageError(`--minutes must be from ${emergencyMinutes.least} to ${emergencyMinutes.most}`);
  return {
    text,
    minutes,
    trigger: oneOf('--trigger', emergencyTriggers, options.trigger, action === 'take'),
    verdict: oneOf('--verdict', emergencyVerdicts, options.verdict, action === 'review'),
    classes: options.classes?.split(',').map((one) => one.trim()),
  };
}

function required(option: string, value: string | undefined): string {
  if (value === undefined) throw new UsageError(`${option} is missing`);
  return value;
}

function oneOf<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  value: string | undefined,
  isNeeded: boolean,
): Choice {
  const found = choices.find((one) => one === value);
  if (found !== undefined) return found;
  if (isNeeded) throw new UsageError(`${option} must be one of ${choices.join(', ')}`);
  return choices[0] as Choice;
}

async function done(
  { emergency, identity }: Installation,
  { action, caseId, person, body }: Doing,
): Promise<EmergencyOutcome> {
  const actor = (await identity.actorOf(person)) ?? { id: person, roles: [] };
  const { text, minutes, trigger, verdict, classes } = body;
  if (action === 'take') return emergency.take({ actor, caseId, trigger, text, minutes, classes });
  if (action === 'end') return emergency.end(actor, caseId);
  return emergency.review(actor, caseId, { verdict, text });
}

type Told =
  | EmergencyOutcome
  | { readonly accepted: true; readonly grant: Pick<EmergencyGrant, 'id' | 'until'> }
  | { readonly accepted: false; readonly refusal: string; readonly detail: string };

async function through(server: RunningServer, { action, caseId, person, body }: Doing): Promise<Told> {
  const { text, minutes, trigger, verdict, classes } = body;
  const [path, sent] = {
    take: [`cases/${caseId}/emergency-access`, { text, minutes, trigger, classes }],
    end: [`emergency-access/${caseId}/end`, undefined],
    review: [`emergency-access/${caseId}/review`, { verdict, text }],
  }[action] as [string, object | undefined];
  const response = await askServer(server, `/api/v1/${path}`, {
    ...{ method: 'POST', person },
    ...(sent !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    }),
  });
  const answer = answerIn(server.url, response);
  if (response.ok) return { accepted: true, grant: answer as Answered };
  const { code, detail } = answer as Problem & { readonly detail: string };
  return { accepted: false, refusal: code, detail };
}

function tellOutcome(line: CommandLine, outcome: Told): number {
  if (outcome.accepted) {
    if (line.json === true) printJson(outcome.grant);
    else print(`${outcome.grant.id} ${accessWords[line.language].until}: ${outcome.grant.until}`);
    return exit.ok;
  }
  const detail = 'detail' in outcome ? outcome.detail : changeReason(outcome.refusal, line.language);
  if (line.json === true) printJson({ code: outcome.refusal, detail });
  tell(outputWords[line.language].refused(outcome.refusal, detail));
  return exit.failed;
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

function rowOf({ language }: CommandLine, grant: ShownGrant): readonly string[] {
  const say = accessWords[language];
  const { id, caseId, person, until, ended, status, trigger, classes, text, review } = grant;
  return [
    ...[id, caseId, person, (ended?.at ?? until).slice(0, 16).replace('T', ' ')],
    ...[say.statuses[status], say.triggers[trigger], classes.join(', '), text ?? ''],
    review === undefined ? '' : say.verdicts[review.verdict],
  ];
}

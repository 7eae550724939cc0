import type { CaseAt } from '@safeconduct/engine';
import { openCommands, plus } from '@safeconduct/workflow';
import { officerCase } from '../../../../workflows/officer-case/index.js';
import { prefixes } from '../../../../workflows/officer-case/testing/actors.js';
import {
  commandNames,
  samples,
  type CommandName,
} from '../../../../workflows/officer-case/testing/samples.js';
import { afterwards } from './case-in-each-state.js';
import type { Random } from './random.js';
import type { FuzzedRequest } from './requests.js';
import { nastyValue } from './values.js';

/** A command, and how it is sent. */
export interface FuzzedCommand {
  /** The path of its operation in the document. */
  readonly path: string;
  readonly request: FuzzedRequest;
  /** Its `Idempotency-Key`, if it has one. */
  readonly key: string | undefined;
}

const opening = officerCase.opening.name as CommandName;
const minuteMs = 60_000;
const weekMinutes = 7 * 24 * 60;

/** The command that opens a case, with a natural key that is new, most of the time. */
export function fuzzedOpening(random: Random): FuzzedCommand {
  const registrationNo = `N-${random.below(1_000)}`;
  const path = `/api/v1/workflows/${officerCase.name}/cases`;
  return { path, ...requestFor(opening, path, { registrationNo }, random) };
}

/** A command that the case has open, most of the time, by an actor who may send it, most of the time. */
export function fuzzedCommand({ caseId, folded, revision }: CaseAt, random: Random): FuzzedCommand {
  const open = openCommands(officerCase, folded.state) as readonly CommandName[];
  const others = commandNames.filter((name) => name !== opening);
  const name = random.pick(random.chance(0.85) && open.length > 0 ? open : others);
  const url = `/api/v1/cases/${caseId}/commands/${name}`;
  const { key, request } = requestFor(name, url, {}, random);
  const tag = random.pick([`"${revision}"`, `W/"${revision}"`, '*', `"${revision + 1n}"`]);
  const headers = { ...request.headers, ...(random.chance(0.2) && { 'If-Match': tag }) };
  return { path: `/api/v1/cases/{caseId}/commands/${name}`, key, request: { ...request, headers } };
}

function requestFor(name: CommandName, url: string, given: object, random: Random) {
  const sample = random.pick(samples[name].inputs(afterwards));
  const key = random.chance(0.7) ? `fuzz-${random.below(1e9)}` : undefined;
  const actor = random.chance(0.9) ? samples[name].by : `${random.pick(Object.values(prefixes))}7`;
  const body = {
    data: mutated({ ...(sample as Record<string, unknown>), ...given }, random),
    ...saidAround(name, random),
  };
  return {
    key,
    request: {
      method: 'POST',
      url,
      headers: {
        'Content-Type': 'application/json',
        as: actor,
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      payload: JSON.stringify(body),
    },
  };
}

/** The fields beside the data. */
function saidAround(name: CommandName, random: Random): Record<string, unknown> {
  const isOnBehalf = officerCase.commands.get(name)?.onBehalf === true;
  // Mostly in the past: only there can it lie before the last event of its case.
  const minutes = random.below(weekMinutes) - weekMinutes * 0.75;
  return {
    ...(random.chance(isOnBehalf ? 0.9 : 0.05) && { onBehalfOf: random.pick(['subject', 'rep-1']) }),
    ...(random.chance(0.2) && { occurredAt: plus(afterwards, minutes * minuteMs) }),
    ...(random.chance(0.1) && { purpose: random.pick(['return', 'a b', 'X'.repeat(200)]) }),
  };
}

/** One field changed, left out or added, every third time. */
function mutated(data: Record<string, unknown>, random: Random): Record<string, unknown> {
  const name = random.pick([...Object.keys(data), 'nothing']);
  if (random.chance(0.66)) return data;
  if (random.chance(0.3)) return Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
  return { ...data, [name]: random.chance(0.5) ? nastyValue(random) : neighbour(data[name], random) };
}

/** Another value that looks much like this one. */
function neighbour(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.below(3) - 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return random.chance(0.5) ? value.slice(1) : value.concat(value.slice(0, 1));
  return typeof value === 'string'
    ? random.pick([`${value}1`, value.slice(1), ` ${value} `, `${value}\n`])
    : value;
}

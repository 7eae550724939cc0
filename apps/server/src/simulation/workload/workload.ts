import type { SentCommand } from '@safeconduct/engine';
import {
  decideCommand,
  instantOf,
  parseInput,
  type Actor,
  type Command,
  type Workflow,
} from '@safeconduct/workflow';
import { z } from 'zod';
import type { Draw } from '../../demo/draws.js';
import { pick, type Step } from '../plan.js';
import type { CaseOnDisk } from '../world/disk.js';
import { routesOf, type Routes } from './routes.js';
import { valuesOf, type FormSchema, type MakeValue } from './values.js';

/** Where a step finds its case, and what time it is for whoever sends it. */
export interface Situation {
  readonly naturalKey: string;
  readonly found: CaseOnDisk | undefined;
  readonly nowMs: number;
}

/** One command as somebody might send it. */
interface Draft {
  readonly command: Command;
  readonly input: unknown;
  readonly actor: string;
  readonly confirmedBy: string | undefined;
}

const triesMax = 12;
const personsPerRole = 3;
const minute = 60_000;

/**
 * Says what is sent in each step, from nothing but the workflow: its chart says what leads on, its forms say what to fill
 * in, its rules say whether that would be accepted. Most of what it sends is; the rest tries what nobody should get
 * through with.
 */
export class Workload {
  readonly #forms: ReadonlyMap<string, MakeValue>;
  readonly #routes: Routes;
  readonly #system: ReadonlySet<string>;

  constructor(readonly workflow: Workflow) {
    this.#forms = new Map(
      [...workflow.commands.values()].map((command) => [command.name, formOf(workflow, command)]),
    );
    this.#routes = routesOf(workflow);
    this.#system = new Set(Object.values(workflow.deadlines).flatMap(({ then }) => then ?? []));
  }

  /** The natural key of the n-th case of a run. */
  naturalKey(number: number): string {
    const { name, opens } = this.workflow.opening;
    const known =
      this.workflow.source.examples?.[`${name}.${opens}`] ?? this.workflow.source.examples?.[opens];
    const key = known?.[number];
    return typeof key === 'string' ? key : `K-${number}`;
  }

  /** What is sent in a step. The same draws in the same situation give the same. */
  sentIn(step: Step, situation: Situation, draws: (number: number) => Draw): SentCommand {
    const draft = this.#draft(step, situation, draws);
    const draw = draws(step.number);
    const { naturalKey, found } = situation;
    const byId = found !== undefined && draft.command.opens === undefined && draw('by id', 3) === 0;
    return {
      target: byId ? { caseId: found.caseId } : { workflow: this.workflow.name, naturalKey },
      command: draft.command.name,
      input: draft.input,
      actor: draft.actor,
      confirmedBy: draft.confirmedBy,
      occurredAt: saidAt(draw, situation.nowMs),
      expectedRevision: believed(draw, found),
      ...(draw('purpose', 6) === 0 && { purpose: 'simulation', correlationId: `r-${step.number}` }),
    };
  }

  /** The first of some drafts that would be accepted; the last one when none would be. */
  #draft(step: Step, situation: Situation, draws: (number: number) => Draw): Draft {
    for (let attempt = 1; ; attempt += 1) {
      const draw = draws(step.number * triesMax + attempt);
      const command = this.#command(step, situation, draw);
      const draft = this.#fill(command, situation, { draw, isStray: step.kind === 'stray' });
      if (attempt === triesMax || step.kind === 'stray' || this.#wouldBeAccepted(draft, situation))
        return draft;
    }
  }

  #command(step: Step, { found }: Situation, draw: Draw): Command {
    const { commands, opening, chart } = this.workflow;
    const all = [...commands.values()];
    if (step.kind === 'stray') return pick(draw, 'stray', all);
    if (found === undefined) return opening;
    const people = all.filter(({ name, opens }) => opens === undefined && !this.#system.has(name));
    const goal = pick(draw, `goal of ${step.case} from ${step.number >> 4}`, chart.leaves);
    const weighted = people.map((command) => ({
      command,
      weight: this.#routes.weight(command, found.folded.state, step.kind === 'forward' ? goal : undefined),
    }));
    return drawWeighted(draw, weighted) ?? pick(draw, 'anything', people);
  }

  #fill(
    command: Command,
    { naturalKey, nowMs }: Situation,
    { draw, isStray }: { draw: Draw; isStray: boolean },
  ): Draft {
    const roles = isStray && draw('role', 2) === 0 ? this.workflow.roles : command.roles;
    const seconds =
      isStray && draw('second role', 2) === 0 ? this.workflow.roles : (command.confirmedBy ?? []);
    const made = this.#forms.get(command.name)?.(draw, nowMs);
    const input = command.opens === undefined ? made : { ...(made as object), [command.opens]: naturalKey };
    return {
      command,
      input: isStray && draw('no input', 6) === 0 ? {} : input,
      actor: this.#person(draw, 'actor', roles),
      confirmedBy: seconds.length === 0 ? undefined : this.#person(draw, 'second', seconds),
    };
  }

  #person(draw: Draw, question: string, roles: readonly string[]): string {
    const role = pick(draw, `${question} role`, roles);
    const [prefix] = Object.entries(this.workflow.source.actors).find(([, one]) => one === role) ?? [
      'nobody-',
    ];
    return `${prefix}${1 + draw(`${question} number`, personsPerRole)}`;
  }

  #wouldBeAccepted({ command, input, actor, confirmedBy }: Draft, { found, nowMs }: Situation): boolean {
    const parsed = parseInput(command, input);
    if ('issues' in parsed) return false;
    const said = instantOf(nowMs);
    const now = found !== undefined && found.occurredAt > said ? found.occurredAt : said;
    const second = confirmedBy === undefined ? undefined : this.#actor(confirmedBy);
    const request = { command, input: parsed.input, actor: this.#actor(actor), confirmedBy: second, now };
    return decideCommand(this.workflow, found?.folded, request).accepted;
  }

  #actor(id: string): Actor {
    return { id, role: this.workflow.roleOf(id) ?? '' };
  }
}

function formOf({ source }: Workflow, command: Command): MakeValue {
  const schema = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as FormSchema;
  const examples = source.examples ?? {};
  return valuesOf(schema, '', (field) => examples[`${command.name}.${field}`] ?? examples[field]);
}

function drawWeighted(
  draw: Draw,
  among: readonly { readonly command: Command; readonly weight: number }[],
): Command | undefined {
  let left = draw(
    'command',
    among.reduce((sum, { weight }) => sum + weight, 0),
  );
  return among.find(({ weight }) => (left -= weight) < 0)?.command;
}

/** Mostly nothing is said of the time; else a moment ago, long ago, or still to come. */
function saidAt(draw: Draw, nowMs: number): string | undefined {
  const how = draw('said at', 24);
  if (how > 4) return undefined;
  const before = pick(draw, 'said before', [1, 10 * minute, 10 * minute, 10_000 * minute]);
  return instantOf(how === 4 ? nowMs + 10 * minute : nowMs - before);
}

function believed(draw: Draw, found: CaseOnDisk | undefined): bigint | undefined {
  const how = draw('believes', 10);
  if (found === undefined || how > 2) return undefined;
  return how === 2 && found.revision > 0n ? found.revision - 1n : found.revision;
}

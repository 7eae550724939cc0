import type { SentCommand } from '@safeconduct/engine';
import { type Actor, type Command, type Draw, type Workflow, instantOf } from '@safeconduct/workflow';
import { z } from 'zod';
import { pick, type Step } from '../plan.js';
import type { CaseOnDisk } from '../world/disk.js';
import { Forecast, type Draft, type Situation } from './forecast.js';
import { routesOf, type Routes } from './routes.js';
import { saidAtMs } from './said-at.js';
import { inStrangeShape } from './strange-shapes.js';
import { valuesOf, type FormSchema, type MakeValue } from './values.js';

/** Draws for a number, such as that of a step or of a case. */
type Draws = (number: number) => Draw;

const draftsMax = 12;
const attemptsMax = 4;
const personsPerRole = 3;
/** How many steps a case is led towards one goal. */
const stepsPerGoal = 40;

/**
 * Chooses the command of each step from the workflow alone: the chart gives the commands that lead on, the
 * forms give the input, the rules tell whether it would be accepted. Most commands would be accepted; the
 * others must be refused.
 */
export class Workload {
  readonly #forms: ReadonlyMap<string, MakeValue>;
  readonly #routes: Routes;
  readonly #forecast: Forecast;
  /** The half of the states that is furthest from the initial state. */
  readonly #deepLeaves: readonly string[];
  /** The commands that people send to an open case. */
  readonly #people: readonly Command[];

  constructor(readonly workflow: Workflow) {
    const all = [...workflow.commands.values()];
    const system = new Set(Object.values(workflow.deadlines).flatMap(({ then }) => then ?? []));
    this.#forms = new Map(all.map((command) => [command.name, formOf(workflow, command)]));
    this.#routes = routesOf(workflow);
    this.#forecast = new Forecast(workflow);
    const byDepth = workflow.chart.leaves.toSorted((a, b) => this.#routes.depth(a) - this.#routes.depth(b));
    this.#deepLeaves = byDepth.slice(Math.floor(byDepth.length / 2));
    this.#people = all.filter(({ name, opens }) => opens === undefined && !system.has(name));
  }

  /** The natural key of the n-th case of a run. */
  naturalKey(number: number): string {
    const { name, opens } = this.workflow.opening;
    const known =
      this.workflow.source.examples?.[`${name}.${opens}`] ?? this.workflow.source.examples?.[opens];
    const key = known?.[number];
    return typeof key === 'string' ? key : `K-${number}`;
  }

  /** The command of a step. The same draws in the same situation give the same command. */
  sentIn(step: Step, situation: Situation, draws: Draws): SentCommand {
    const draft = this.#draft(step, situation, draws);
    const draw = draws(step.number);
    const { naturalKey, found } = situation;
    const byId = found !== undefined && draft.command.opens === undefined && draw('by id', 3) === 0;
    const sent: SentCommand = {
      target: byId ? { caseId: found.caseId } : { workflow: this.workflow.name, naturalKey },
      command: draft.command.name,
      input: draft.input,
      actor: draft.actor,
      confirmation: draft.confirmedBy && { by: draft.confirmedBy },
      occurredAt: draft.saidMs === undefined ? undefined : instantOf(draft.saidMs),
      expectedRevision: expectedRevisionOf(draw, found),
      ...(draw('purpose', 6) === 0 && { purpose: 'simulation', correlationId: `r-${step.number}` }),
    };
    const isStrange = draft.command.alwaysHeard === true && draw('strange', 3) === 0;
    return isStrange ? inStrangeShape(sent, draw) : sent;
  }

  #draft(step: Step, situation: Situation, draws: Draws): Draft {
    if (step.kind === 'stray') return this.#invalid(situation, draws(step.number));
    const goal = step.kind === 'open' ? undefined : this.#goal(step, draws);
    return (
      this.#firstTowardsGoal(goal, step, { situation, draws }) ??
      this.#firstAccepted(goal, step, { situation, draws })
    );
  }

  /** The goal of a case: rather a deep state, because nearer states are passed on the way. */
  #goal(step: Step, draws: Draws): string {
    const draw = draws(step.case);
    const direction = Math.floor(step.number / stepsPerGoal);
    if (step.kind === 'far') return pick(draw, `far direction ${direction}`, this.#deepLeaves);
    const goals = ['one', 'two', 'three'].map((which) =>
      pick(draw, `direction ${which} of ${direction}`, this.workflow.chart.leaves),
    );
    const depth = (state: string) => this.#routes.depth(state);
    return goals.reduce((furthest, goal) => (depth(goal) > depth(furthest) ? goal : furthest));
  }

  #firstTowardsGoal(
    goal: string | undefined,
    step: Step,
    { situation, draws }: { readonly situation: Situation; readonly draws: Draws },
  ): Draft | undefined {
    if (goal === undefined) return undefined;
    for (let count = 1; count <= attemptsMax; count += 1) {
      const onward = this.#towardsGoal(goal, situation, draws(step.number * draftsMax + count));
      if (onward !== undefined) return onward;
    }
    return undefined;
  }

  /**
   * A draft that leads nearer to the goal. Where rules refuse all of those, a draft after which fewer rules
   * do.
   */
  #towardsGoal(goal: string, situation: Situation, draw: Draw): Draft | undefined {
    const folded = situation.found?.folded;
    if (folded === undefined) return undefined;
    // Only what the state accepts is filled in: no rule has to be asked to know that the others are refused.
    const accepted = this.#people.filter((command) => this.#routes.accepts(folded.state, command));
    const drafts = accepted.map((command) => this.#fill(command, situation, draw));
    const leading = drafts.filter(({ command }) => this.#routes.leads(command, folded.state, goal));
    const nearer = leading.filter((draft) => {
      const after = this.#forecast.after(draft, situation);
      return after !== undefined && this.#routes.isNearer(after.state, folded.state, goal);
    });
    if (nearer.length > 0) return pick(draw, 'onward', nearer);
    const rulesNow = this.#forecast.rulesAgainst(leading, situation, folded);
    return drafts.find((draft) => {
      const after = this.#forecast.after(draft, situation);
      if (after?.state !== folded.state) return false;
      return this.#forecast.rulesAgainst(leading, situation, after) < rulesNow;
    });
  }

  /** The first of some drafts that would be accepted; the last one when none would be. */
  #firstAccepted(
    goal: string | undefined,
    step: Step,
    { situation, draws }: { readonly situation: Situation; readonly draws: Draws },
  ): Draft {
    for (let count = 1; ; count += 1) {
      const draw = draws(step.number * draftsMax + count);
      const draft = this.#fill(this.#command(goal, situation, draw), situation, draw);
      if (count === draftsMax || this.#forecast.after(draft, situation) !== undefined) return draft;
    }
  }

  #command(goal: string | undefined, { found }: Situation, draw: Draw): Command {
    if (found === undefined) return this.workflow.opening;
    const weighted = this.#people.map((command) => ({
      command,
      weight: this.#routes.weight(command, found.folded.state, goal),
    }));
    return drawWeighted(draw, weighted) ?? pick(draw, 'anything', this.#people);
  }

  /** Any command, often from an actor who may not send it, or without its input. */
  #invalid(situation: Situation, draw: Draw): Draft {
    const command = pick(draw, 'stray', [...this.workflow.commands.values()]);
    const usual = this.#fill(command, situation, draw);
    const { roles } = this.workflow;
    return {
      ...usual,
      ...(draw('no input', 6) === 0 && { input: {} }),
      ...(draw('role', 2) === 0 && { actor: this.#person(draw, 'stray', roles) }),
      ...(draw('second role', 2) === 0 && { confirmedBy: this.#person(draw, 'stray second', roles) }),
    };
  }

  #fill(command: Command, situation: Situation, draw: Draw): Draft {
    const { naturalKey, nowMs } = situation;
    const saidMs = saidAtMs(command, situation, draw);
    const made = this.#forms.get(command.name)?.(draw, saidMs ?? nowMs);
    const seconds = command.confirmedBy ?? [];
    return {
      command,
      input: command.opens === undefined ? made : { ...(made as object), [command.opens]: naturalKey },
      actor: this.#person(draw, 'actor', command.roles),
      confirmedBy: seconds.length === 0 ? undefined : this.#person(draw, 'second', seconds),
      saidMs,
    };
  }

  /**
   * An actor who holds one of these roles. The last actor of each role also holds the role that is listed
   * next.
   */
  #person(draw: Draw, question: string, among: readonly string[]): Actor {
    const { roles } = this.workflow;
    const role = pick(draw, `${question} role`, among);
    const number = 1 + draw(`${question} number`, personsPerRole);
    const another = roles[(roles.indexOf(role) + 1) % roles.length] ?? role;
    return { id: `${role}-${number}`, roles: number === personsPerRole ? [another, role] : [role] };
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
  const total = among.reduce((sum, { weight }) => sum + weight, 0);
  let left = draw('command', total);
  return among.find(({ weight }) => (left -= weight) < 0)?.command;
}

function expectedRevisionOf(draw: Draw, found: CaseOnDisk | undefined): bigint | undefined {
  const how = draw('believes', 10);
  if (found === undefined || how > 2) return undefined;
  return how === 2 && found.revision > 0n ? found.revision - 1n : found.revision;
}

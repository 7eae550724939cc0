import type { ActorInRole, Confirmation } from './actor.js';
import type { Instant } from './time.js';

/**
 * Values that a guard read, by the names whose kinds the workflow declares. They are stored with the event or the refusal,
 * so they are never personal.
 */
export type Inputs = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The answer of a guard: it holds, or it fails with a code that has a text in every language. */
export type Verdict<Code extends string = string> =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly code: Code; readonly inputs: Inputs };

/**
 * What a guard and `decide` get besides the facts. They have nothing else: no clock, no I/O, no randomness.
 */
export interface DecisionContext<Input = unknown, Role extends string = string> {
  /** When the step happens: the time that the actor sent, or the engine's clock when none was sent. */
  readonly now: Instant;
  readonly actor: ActorInRole<Role>;
  /** The second person's confirmation, where there is one. */
  readonly confirmation?: Confirmation<ActorInRole<Role>> | undefined;
  readonly onBehalfOf?: string | undefined;
  /** The state the case is in, as a dotted path. */
  readonly state: string;
  readonly input: Input;
}

/**
 * A named rule asked before a command. Pure: the same facts and context give the same verdict in ten years.
 * `version` is raised when the rule changes, so that history shows under which rule a decision was taken.
 */
export interface Guard<Facts, Input = unknown, Code extends string = string> {
  readonly id: string;
  readonly version: number;
  /** Every code this guard can fail with. */
  readonly codes: readonly Code[];
  /**
   * Set when the verdict depends on the command's input, so it cannot be told before the form is filled in.
   */
  readonly readsInput?: true;
  /**
   * The commands that can make it hold where it fails, in the order in which they are named to people; empty where none can,
   * such as where only time can. It decides nothing: the case page shows it.
   */
  readonly remedies: readonly string[];
  // Asked in every state, also where its command is not heard: it must answer for all facts.
  // A method, so that a guard that reads a few input fields fits every command that has them.
  ask(facts: Facts, context: DecisionContext<Input>): Verdict<Code>;
}

/** One line of the guard transcript: the rule, its version, and the values it read. */
export interface GuardRecord {
  readonly guard: string;
  readonly version: number;
  readonly inputs: Inputs;
  /** The code it failed with, where the command `establishes` a fact that breaks the rule. */
  readonly failed?: string;
}

const nothing: Inputs = Object.freeze({});

export const holds: Verdict<never> = Object.freeze({ ok: true, inputs: nothing });

export const holdsWith = (inputs: Inputs): Verdict<never> => ({ ok: true, inputs });

export const fails = <Code extends string>(code: Code, inputs: Inputs = nothing): Verdict<Code> => ({
  ok: false,
  code,
  inputs,
});

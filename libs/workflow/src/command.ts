import type { z } from 'zod';
import type { EventSources, EventOf } from './event.js';
import type { DecisionContext, Guard } from './guard.js';

/**
 * One intent: its form, who may send it, who must confirm it, which rules it asks, which events it may yield.
 * In which states it is open is not listed: it follows from the chart and `yields`.
 */
export interface CommandDefinition<
  Facts = never,
  S extends z.ZodType = z.ZodType,
  Yields extends string = string,
  Role extends string = string,
> {
  readonly input: S;
  /** Who may send it. Of an actor who holds several, the first one here is the role in which they act. */
  readonly roles: readonly Role[];
  /** Roles of the second person, in the same order. Present means: two persons, never the same one. */
  readonly confirmedBy?: readonly Role[];
  /** Set when the person the case is about speaks through whoever sends it; `onBehalfOf` is then `subject` by default. */
  readonly onBehalf?: true;
  /**
   * Set when the command may never be lost to a technical reason: it goes before others that wait for the same case,
   * asks no expected revision, and one said earlier than the last event, or later than now, is recorded at that
   * event's time, or now.
   */
  readonly alwaysHeard?: true;
  readonly guards: readonly Guard<Facts, z.output<S>>[];
  readonly yields: readonly Yields[];
  /** The input field that is the natural key. Only the opening command has it. */
  readonly opens?: keyof z.output<S> & string;
}

export type CommandSources = Readonly<Record<string, CommandDefinition>>;

type InputOf<C> = C extends { readonly input: infer S extends z.ZodType } ? z.output<S> : never;
type YieldsOf<C> = C extends { readonly yields: readonly (infer T)[] } ? T : never;

/**
 * Turns an accepted command into the events it yields, by command name. Called only when every guard holds. An event
 * type that the command does not list in `yields` does not compile.
 */
export type Decide<C, E extends EventSources, Facts, Role extends string = string> = {
  readonly [Name in keyof C]: (
    input: InputOf<C[Name]>,
    facts: Facts,
    context: DecisionContext<InputOf<C[Name]>, Role>,
  ) => readonly Extract<EventOf<E>, { type: YieldsOf<C[Name]> }>[];
};

/** Binds `command(...)` to the facts, event types and roles of a workflow, so that each definition is checked alone. */
export function commandsOf<Facts, E extends EventSources, Role extends string>() {
  return <S extends z.ZodType, const Y extends keyof E & string>(
    definition: CommandDefinition<Facts, S, Y, Role>,
  ): CommandDefinition<Facts, S, Y, Role> => definition;
}

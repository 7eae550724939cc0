import type { z } from 'zod';
import type { DataOf, EventOf, EventSources, NewFact } from './event.js';
import type { DecisionContext, Guard } from './guard.js';

/**
 * One intent: its form, who may send it, who must confirm it, which guards it asks, which events it may
 * yield. In which states it is open is not listed: it follows from the chart and `yields`.
 */
export interface CommandDefinition<
  Facts = never,
  S extends z.ZodType = z.ZodType,
  Yields extends string = string,
  Role extends string = string,
  Decided extends NewFact = NewFact,
> {
  readonly input: S;
  /** Who may send it. Of an actor who holds several, the first one here is the role in which they act. */
  readonly roles: readonly Role[];
  /** Roles of the second person, in the same order. Present means: two persons, never the same one. */
  readonly confirmedBy?: readonly Role[];
  /** How long a proposal of it waits for the second person, in milliseconds; left out: seven days. */
  readonly confirmedWithinMs?: number;
  /**
   * Set when the sender records the will of the person of the case; `onBehalfOf` is then `subject` by
   * default.
   */
  readonly onBehalf?: true;
  /**
   * Set when no technical reason may refuse the command. It goes before other commands that wait for the same
   * case, and its expected revision is ignored. A time before the last event becomes the time of that event;
   * a time ahead becomes now; what was said is kept beside it. Every field of its form is optional, and what does not fit
   * the form is recorded in the field `asHeard`.
   */
  readonly alwaysHeard?: true;
  /**
   * Set when it records something that happened, whatever the rules say: a death, a crossing by force. Its guards are
   * asked, and those that fail are recorded with the event instead of refusing it. A time before the last event
   * becomes the time of that event, and what was said is kept beside it.
   */
  readonly establishes?: true;
  /**
   * Set when its events may be entered after later ones: facts that leave the case where it is, and administration. An
   * event that leaves the state and what the ledger counts as they are stands at the time at which it happened and does not
   * move the clock of the case; how it changes the facts must not depend on the order of entry. One that does move the
   * case stands at the time of the last event, and what was said is kept beside it.
   */
  readonly freeOfOrder?: true;
  /**
   * Set when it erases the person of the case: once its event is recorded, the engine destroys the keys of everything
   * personal in the case, for ever. It needs `confirmedBy`, and the second person confirms a proposal: never one who
   * is only named with the command. Its events have no personal fields, so that they stay readable.
   */
  readonly erases?: true;
  /**
   * Set when it may be sent to many cases in one request, such as an assignment. Its events leave a case in its state,
   * wherever they are accepted; one person sends it, and it erases nobody: what decides about a person is decided case by
   * case.
   */
  readonly inBulk?: true;
  /**
   * Set when it records a note: a text for those who work on the case, by which nothing is decided. The screens show the
   * newest beside the case. It is `freeOfOrder`, so it moves no case.
   */
  readonly isNote?: true;
  readonly guards: readonly Guard<Facts, z.output<S>>[];
  readonly yields: readonly Yields[];
  /**
   * Turns the accepted command into the events it leads to. Pure; called only when every guard holds, or the command
   * `establishes` a fact. A command without it records its form: one event of the one type in `yields`, with the input as its data.
   */
  decide?(input: z.output<S>, facts: Facts, context: DecisionContext<z.output<S>, Role>): readonly Decided[];
  /**
   * The fields of the form that `decide` reads and no event keeps, such as a date of birth of which only the age
   * is recorded. Any other field that no event has is a mistake, which the check reports.
   */
  readonly notRecorded?: readonly (keyof z.output<S> & string)[];
  /** The input field that is the natural key. Only the opening command has it. */
  readonly opens?: keyof z.output<S> & string;
}

export type CommandSources = Readonly<Record<string, CommandDefinition>>;

type EventNamed<E extends EventSources, T extends string> = Extract<EventOf<E>, { readonly type: T }>;

/**
 * The command may lead to several event types, or to one whose data are not its form: `decide` has to choose.
 */
export interface NeedsDecide {
  readonly decide: unknown;
}

type DecideIfNeeded<E extends EventSources, S extends z.ZodType, T extends keyof E & string> =
  RecordsForm<z.output<S>, DataOf<E, T>, T> extends true ? unknown : NeedsDecide;

/** The form has fields that none of the events can keep: give them to an event, or say so here. */
export interface NeedsNotRecorded<Field> {
  readonly notRecorded: readonly Field[];
}

type NotRecordedIfNeeded<Unrecorded> = [Unrecorded] extends [never] ? unknown : NeedsNotRecorded<Unrecorded>;

/** The fields of a form that are in none of the events. */
type Unrecorded<E extends EventSources, S extends z.ZodType, T extends keyof E> = Exclude<
  keyof z.output<S>,
  { [Type in T]: keyof DataOf<E, Type> }[T]
>;

/** Whether there is one event type, whose data have the fields of the form and no others. */
type RecordsForm<Form, Data, T> =
  IsUnion<T> extends true
    ? false
    : [Form] extends [Data]
      ? [keyof Form] extends [keyof Data]
        ? true
        : false
      : false;

type IsUnion<T, Whole = T> = T extends Whole ? ([Whole] extends [T] ? false : true) : never;

/**
 * Binds `command(...)` to the facts, event types and roles of a workflow, so that each definition is checked
 * alone. A command that needs `decide` and lacks it, that decides an event that it does not list in `yields`, or
 * that asks for a field that none of its events can keep, does not compile.
 */
export function commandsOf<Facts, E extends EventSources, Role extends string>() {
  return <S extends z.ZodType, const T extends keyof E & string, const N extends string = never>(
    // `yields` alone lists the event types; those that `decide` returns must be among them.
    definition: CommandDefinition<Facts, S, T, Role, EventNamed<E, NoInfer<T>>> &
      DecideIfNeeded<E, S, T> & { readonly notRecorded?: readonly N[] } & NotRecordedIfNeeded<
        Exclude<Unrecorded<E, S, T>, N>
      >,
  ): CommandDefinition<Facts, S, T, Role, EventNamed<E, T>> => definition;
}

import { z } from 'zod';
import { canonicalJson } from './canonical-json.js';
import type { ChartState } from './chart.js';
import type { AnyWorkflowSource, Command, Workflow } from './define-workflow.js';
import { pathOf, transitionsOf } from './chart-states.js';
import { eventDefinition, type EventSources } from './event.js';
import { mapValues } from './map-values.js';
import { registryKey, type RegistryMark } from './registry-mark.js';
import { compareText } from './text-order.js';

/** Everything of a workflow that decides, as plain JSON. */
export interface Definition {
  readonly name: string;
  readonly version: number;
  readonly roles: readonly string[];
  readonly chart: DefinedState;
  readonly events: Readonly<Record<string, DefinedEvent>>;
  readonly commands: Readonly<Record<string, DefinedCommand>>;
  readonly deadlines: Readonly<Record<string, { readonly role: string; readonly then: string | undefined }>>;
  /** The codes of each tag; left out where no tag is declared. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

/** A state of a definition. */
export interface DefinedState {
  readonly initial?: string | undefined;
  readonly end: boolean;
  readonly states: Readonly<Record<string, DefinedState>>;
  readonly on: Readonly<Record<string, readonly DefinedTransition[]>>;
}

/** A transition of a definition; without a target the state stays. */
export interface DefinedTransition {
  readonly target?: string | undefined;
  readonly guard?: string | undefined;
  readonly marks?: string | undefined;
}

/** An event of a definition: its schema version, and its shape as JSON Schema. */
export interface DefinedEvent {
  readonly version: number;
  readonly schema: Shape;
}

/** A command of a definition, its form as JSON Schema. */
export interface DefinedCommand {
  readonly input: Shape;
  readonly opens?: string | undefined;
  readonly onBehalf: boolean;
  readonly alwaysHeard: boolean;
  readonly establishes: boolean;
  readonly freeOfOrder: boolean;
  /** Left out where it erases nobody. */
  readonly erases?: true | undefined;
  readonly roles: readonly string[];
  readonly confirmedBy?: readonly string[] | undefined;
  readonly confirmedWithinMs?: number | undefined;
  /** With their versions: `G-LIMIT v2`. */
  readonly guards: readonly string[];
  readonly yields: readonly string[];
}

/** A JSON Schema. */
export type Shape = Readonly<Record<string, unknown>>;

/**
 * Everything of a workflow that decides, as one text: chart, event and command shapes, roles, second persons,
 * guards with their versions, deadlines, and the tags that are recorded. Who holds a role is not part of it. Its hash is the fingerprint
 * recorded with each event. The order in which the author lists things does not matter except where it
 * decides. Texts for people are not part of it. A function has no text of its own: a rule that changes raises
 * its guard's version, a change of decide, evolve or a due date the workflow's.
 */
export const canonicalDefinition = ({ source }: Pick<Workflow, 'source'>): string =>
  canonicalJson(definitionOf(source));

/** What `canonicalDefinition` writes, before it is a text. */
export function definitionOf({
  name,
  version,
  roles,
  chart,
  events,
  commands,
  deadlines,
  tags,
}: AnyWorkflowSource): Definition {
  return {
    name,
    version,
    roles: roles.toSorted(compareText),
    chart: stateOf(chart),
    events: mapValues(events, (event) => {
      const { schema, version: schemaVersion } = eventDefinition(event);
      return { version: schemaVersion, schema: shapeOf(schema) };
    }),
    commands: mapValues(commands, commandOf),
    deadlines: mapValues(deadlines, ({ role, then }) => ({ role, then })),
    ...(tags !== undefined && { tags: mapValues(tags, (codes) => codes.toSorted(compareText)) }),
  };
}

function stateOf(state: ChartState<never, EventSources>): DefinedState {
  return {
    initial: state.initial,
    end: state.end === true,
    states: mapValues(state.states ?? {}, stateOf),
    // The machine tries the transitions of one event in the order in which they are written, so that order
    // decides.
    on: mapValues(state.on ?? {}, (entry) =>
      transitionsOf(entry).map(({ target, guard, marks }) => ({
        target: pathOf(target),
        guard: guard?.name,
        marks,
      })),
    ),
  };
}

function commandOf(command: Omit<Command, 'name'>): DefinedCommand {
  return {
    input: shapeOf(command.input),
    opens: command.opens,
    onBehalf: command.onBehalf === true,
    alwaysHeard: command.alwaysHeard === true,
    establishes: command.establishes === true,
    freeOfOrder: command.freeOfOrder === true,
    erases: command.erases,
    // In the order of the list: an actor who holds several of them acts in the first one.
    roles: command.roles,
    confirmedBy: command.confirmedBy,
    confirmedWithinMs: command.confirmedWithinMs,
    guards: command.guards.map(({ id, version }) => `${id} v${version}`).toSorted(compareText),
    yields: command.yields.toSorted(compareText),
  };
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // What a screen offers decides nothing.
      const mark = jsonSchema[registryKey] as RegistryMark | undefined;
      if (mark !== undefined && !mark.closed) delete jsonSchema.examples;
      Reflect.deleteProperty(jsonSchema, registryKey);
      jsonSchema.required?.sort(compareText);
      jsonSchema.enum?.sort((left, right) => compareText(String(left), String(right)));
    },
  });
}

import { z } from 'zod';
import { canonicalJson } from './canonical-json.js';
import type { ChartState } from './chart.js';
import type { Command, Workflow } from './define-workflow.js';
import { transitionsOf } from './compile-chart.js';
import type { EventDefinition, EventSources } from './event.js';
import { mapValues } from './map-values.js';
import { compareText } from './text-order.js';

/**
 * Everything of a workflow that decides, as one text: chart, event and command shapes, roles, second persons,
 * guards with their versions, deadlines. Who holds a role is not part of it. Its hash is the fingerprint
 * recorded with each event. The order in which the author lists things does not matter except where it
 * decides. Texts for people are not part of it. A function has no text of its own: a rule that changes raises
 * its guard's version, a change of decide, evolve or a due date the workflow's.
 */
export function canonicalDefinition(workflow: Workflow): string {
  const { name, version, roles, source, events, commands, deadlines } = workflow;
  return canonicalJson({
    name,
    version,
    roles: roles.toSorted(compareText),
    chart: chartText(source.chart),
    events: mapValues(Object.fromEntries(events), eventText),
    commands: mapValues(Object.fromEntries(commands), commandText),
    deadlines: mapValues(deadlines, ({ role, then }) => ({ role, then })),
  });
}

function chartText(state: ChartState<never, EventSources>): unknown {
  return {
    initial: state.initial,
    end: state.end === true,
    states: mapValues(state.states ?? {}, chartText),
    // The machine tries the transitions of one event in the order in which they are written, so that order
    // decides.
    on: mapValues(state.on ?? {}, (entry) =>
      transitionsOf(entry).map(({ target, guard }) => ({ target, guard: guard?.name })),
    ),
  };
}

const eventText = ({ schema, version }: EventDefinition): unknown => ({
  version,
  schema: shapeOf(schema),
});

function commandText(command: Command): unknown {
  return {
    input: shapeOf(command.input),
    opens: command.opens,
    onBehalf: command.onBehalf === true,
    alwaysHeard: command.alwaysHeard === true,
    // In the order of the list: an actor who holds several of them acts in the first one.
    roles: command.roles,
    confirmedBy: command.confirmedBy,
    guards: command.guards.map(({ id, version }) => `${id} v${version}`).toSorted(compareText),
    yields: command.yields.toSorted(compareText),
  };
}

function shapeOf(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      jsonSchema.required?.sort(compareText);
      jsonSchema.enum?.sort((left, right) => compareText(String(left), String(right)));
    },
  });
}

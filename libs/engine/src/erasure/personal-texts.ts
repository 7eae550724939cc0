import type { CaseEvent } from '../events/case-event.js';
import { personalPlaces, takeOut } from '../sealing/personal-values.js';

/** Every personal text of an event, whatever list or object it stands in. */
export function personalTexts({ data, workflow, recorded }: CaseEvent): readonly string[] {
  const definition = workflow.events.get(recorded.type);
  const places = definition && personalPlaces(definition.schema);
  if (places === undefined) return [];
  return [...takeOut(data, places).taken.values()].flatMap(({ values }) => values.flatMap(textsIn));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

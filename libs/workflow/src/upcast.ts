import type { Workflow } from './define-workflow.js';
import type { EventDefinition } from './event.js';

/**
 * The data of a recorded event in the current shape of its type; data of the current version comes back
 * untouched. A type the workflow does not know comes back as it was recorded: a list may show it, and the
 * fold refuses it.
 * @throws Error  the version is none this program knows, or the upcasters do not lead to the current schema
 */
export function upcast(workflow: Workflow, type: string, version: number, data: unknown): unknown {
  const definition = workflow.events.get(type);
  if (definition === undefined || version === definition.version) return data;
  const which = `${workflow.name}: ${type} version ${version}`;
  if (!Number.isInteger(version) || version < 1 || version > definition.version) {
    throw new Error(
      `${which} is unknown here, versions 1 to ${definition.version} are; read it with a newer release`,
    );
  }
  const current = definition.upcasters
    .slice(version - 1)
    .reduce((shape, upcaster) => upcaster(shape), data as Record<string, unknown>);
  return inCurrentShape(which, definition, current);
}

/**
 * Only data from an upcaster are parsed again; data recorded in the current shape were parsed before they
 * were recorded.
 */
function inCurrentShape(which: string, { schema, version }: EventDefinition, data: unknown): unknown {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  // Paths and codes only: the values may be personal.
  const issues = parsed.error.issues.map(({ path, code }) => [...path, code].join(' ')).join(', ');
  throw new Error(`${which} is not upcast to version ${version} (${issues}); correct its upcasters`);
}

import { diagramOf, type Diagram, type Language, type Workflow } from '@safeconduct/workflow';
import { layoutOf, type Layout } from './layout.js';

/** A chart and where its parts stand. */
export interface Drawing {
  readonly diagram: Diagram;
  readonly layout: Layout;
}

const drawings = new WeakMap<Workflow, Map<Language, Promise<Drawing>>>();

/** The drawing of a workflow. Laid out once a language: it takes half a second, and definitions do not change. */
export function drawingOf(workflow: Workflow, language: Language): Promise<Drawing> {
  const known = drawings.get(workflow) ?? new Map<Language, Promise<Drawing>>();
  drawings.set(workflow, known);
  const drawing = known.get(language) ?? drawn(diagramOf(workflow, language));
  known.set(language, drawing);
  return drawing;
}

const drawn = async (diagram: Diagram): Promise<Drawing> => ({ diagram, layout: await layoutOf(diagram) });

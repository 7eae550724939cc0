import { diagramOf, type Diagram, type Language, type Workflow } from '@safeconduct/workflow';
import { Worker } from 'node:worker_threads';
import type { Layout } from './layout.js';

/** A chart with the coordinates of its parts. */
export interface Drawing {
  readonly diagram: Diagram;
  readonly layout: Layout;
}

const drawings = new WeakMap<Workflow, Map<Language, Promise<Drawing>>>();

/** The drawing of a workflow. Laid out once a language, because definitions do not change. */
export function drawingOf(workflow: Workflow, language: Language): Promise<Drawing> {
  const known = drawings.get(workflow) ?? new Map<Language, Promise<Drawing>>();
  drawings.set(workflow, known);
  const drawing = known.get(language) ?? drawn(diagramOf(workflow, language));
  known.set(language, drawing);
  // A layout that failed is not kept, so the next request tries again.
  drawing.catch(() => known.delete(language));
  return drawing;
}

const drawn = async (diagram: Diagram): Promise<Drawing> => ({
  diagram,
  layout: await layoutInThread(diagram),
});

/**
 * ELK takes half a second and more for a chart. In a thread of its own, so that no command waits for a
 * picture.
 */
function layoutInThread(diagram: Diagram): Promise<Layout> {
  const thread = new Worker(new URL('./layout-thread.js', import.meta.url), { workerData: diagram });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      reject(new Error('the thread that lays out a diagram has ended without one'));
    });
  });
}

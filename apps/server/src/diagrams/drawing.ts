import {
  diagramOf,
  outlineOf,
  type Diagram,
  type DiagramLevel,
  type Language,
  type Outline,
  type Workflow,
} from '@safeconduct/workflow';
import { Worker } from 'node:worker_threads';
import type { FlowDirection, Layout, LayoutRequest } from './layout.js';

/** A chart with the coordinates of its parts. */
export interface Drawing<Drawn extends Diagram = Diagram> {
  readonly diagram: Drawn;
  readonly layout: Layout<Drawn>;
}

/** Of each workflow, what was drawn of it. Definitions do not change, and there are as many drawings as levels. */
const drawings = new WeakMap<Workflow, Map<string, Promise<Drawing>>>();

/** The drawing of a workflow with every text. Laid out once a language. */
export function drawingOf(workflow: Workflow, language: Language): Promise<Drawing> {
  return once(workflow, language, () =>
    drawn({ diagram: diagramOf(workflow, language), direction: 'down', inOrder: false }),
  );
}

/** What a program draws of a workflow by itself. */
export interface OutlineRequest {
  readonly language: Language;
  readonly level: DiagramLevel;
  readonly direction: FlowDirection;
}

/** The outline of a workflow, laid out once for each request that differs. */
export function outlineDrawingOf(workflow: Workflow, request: OutlineRequest): Promise<Drawing<Outline>> {
  const { language, level, direction } = request;
  const drawing = once(workflow, JSON.stringify([language, level, direction]), () =>
    drawn({ diagram: outlineOf(workflow, language, level), direction, inOrder: true }),
  );
  return drawing as Promise<Drawing<Outline>>;
}

function once(workflow: Workflow, key: string, draw: () => Promise<Drawing>): Promise<Drawing> {
  const known = drawings.get(workflow) ?? new Map<string, Promise<Drawing>>();
  drawings.set(workflow, known);
  const drawing = known.get(key) ?? draw();
  known.set(key, drawing);
  // A layout that failed is not kept, so the next request tries again.
  drawing.catch(() => known.delete(key));
  return drawing;
}

async function drawn<Drawn extends Diagram>(request: LayoutRequest<Drawn>): Promise<Drawing<Drawn>> {
  return { diagram: request.diagram, layout: await inTurn(() => layoutInThread(request)) };
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other, so that requests for many drawings take one core and no more. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work, work);
  last = result.catch(() => undefined);
  return result;
}

/**
 * ELK takes half a second and more for a chart. In a thread of its own, so that no command waits for a
 * picture.
 */
function layoutInThread<Drawn extends Diagram>(request: LayoutRequest<Drawn>): Promise<Layout<Drawn>> {
  const thread = new Worker(new URL('./layout-thread.js', import.meta.url), { workerData: request });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      reject(new Error('the thread that lays out a diagram has ended without one'));
    });
  });
}

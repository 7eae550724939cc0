import { actorWithId } from '@safeconduct/engine';
import type { DemoFigure } from '@safeconduct/workflow';
import { contentOf } from '../../http/answers/figure-answers.js';
import type { Installation } from '../installation.js';
import type { WorkflowWithDemo } from '../named-workflow.js';

/** Records what others stated of the persons of a demonstration. What is there already is not recorded again. */
export async function recordDemoFigures(
  { figures, identity }: Pick<Installation, 'figures' | 'identity'>,
  { name: workflow, demo }: Pick<WorkflowWithDemo, 'name' | 'demo'>,
): Promise<void> {
  const ids = new Map<string, string>();
  for (const { key, by, parts, ...said } of demo.figures?.() ?? []) {
    const content = contentIn({ ...said, parts: parts.flatMap((part) => ids.get(part) ?? []) }, workflow);
    const outcome = await figures.change({ kind: 'report', content }, await actorWithId(identity, by));
    if (!outcome.accepted) throw new Error(`the figure ${key} of the demonstration: ${outcome.refusal}`);
    ids.set(key, outcome.figure.id);
  }
}

function contentIn({ counts, ...said }: Omit<DemoFigure, 'key' | 'by'>, workflow: string) {
  const read = contentOf({ ...said, counts }, workflow);
  if ('content' in read) return read.content;
  throw new Error(`a figure of the demonstration: ${read.issues.map(({ path }) => path).join(', ')}`);
}

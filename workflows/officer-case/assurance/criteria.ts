import { z } from 'zod';
import { answers, criteria, type Criterion } from '../code-lists.js';

/**
 * The eleven criteria, each with its answer, where the evidence is kept, and a note. Form and event differ in the
 * schemas of the last two.
 */
export function criteriaOf<E extends z.ZodType, N extends z.ZodType>(fields: { evidence: E; note: N }) {
  const finding = z.strictObject({
    answer: z.enum(answers),
    evidence: fields.evidence.optional(),
    note: fields.note.optional(),
  });
  return z.strictObject(
    Object.fromEntries(criteria.map((criterion) => [criterion, finding])) as Record<
      Criterion,
      typeof finding
    >,
  );
}

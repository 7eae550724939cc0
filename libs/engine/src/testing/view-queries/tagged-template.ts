import { defineWorkflow, type Workflow } from '@safeconduct/workflow';
import { template } from '../../../../../workflows/_template/index.js';

type Source = Parameters<typeof defineWorkflow>[0];

/** The template with tags that change within a state, and one that only some cases have. */
export const tagged: Workflow = defineWorkflow({
  ...(template.source as object as Source),
  notPersons: ['DECLINED'],
  tags: { notes: ['NONE', 'SOME'], answer: ['LATE', 'YES', 'NO'] },
  summary: (facts, state) => ({
    ...template.summary({ facts, state }),
    tags: {
      notes: (facts as { readonly notes: number }).notes > 0 ? 'SOME' : 'NONE',
      answer: state === 'open' ? undefined : state === 'closed.granted' ? 'YES' : 'NO',
    },
  }),
});

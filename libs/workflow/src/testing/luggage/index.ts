import { checkWorkflow, defineWorkflow, findingLine, type Workflow } from '../../index.js';
import { chart, commands, deadlines, events, evolve, Facts, initialFacts, roles } from './definition.js';
import { access } from './access.js';
import { ar, en } from './texts.js';
import { views } from './views.js';

export { chart, commands, deadlines, events } from './definition.js';

/** A made-up workflow with a bit of everything, for the specs of this library. */
export const luggage = defineWorkflow({
  name: 'luggage',
  version: 3,
  roles,
  events,
  facts: Facts,
  factGroups: { claim: ['filedAt', 'overdue'], search: ['missing', 'notes'] },
  initialFacts,
  evolve,
  chart,
  commands,
  deadlines,
  views,
  access,
  summary: ({ missing, notes }, state) => ({
    outcome: state.startsWith('closed.') ? state.slice('closed.'.length).toUpperCase() : undefined,
    // A bag more than were missing can be traced; then nothing is said of them.
    tags: {
      noted: notes > 0 ? 'yes' : 'no',
      bags: missing < 0 ? undefined : missing > 1 ? 'several' : 'few',
    },
  }),
  inputs: { limit: 'number', notes: 'number' },
  tags: { noted: ['no', 'yes'], bags: ['few', 'several'] },
  subject: { ClaimFiled: ({ owner, ownerArabic }) => ({ latin: owner, arabic: ownerArabic }) },
  compared: { latin: 'owner', arabic: 'ownerArabic' },
  texts: { en, ar },
});

/** What the checks say of the luggage workflow with some parts replaced, one line per finding. */
export function findingsWith(change: Readonly<Partial<Record<keyof Workflow['source'], unknown>>>) {
  return checkWorkflow({ source: { ...luggage.source, ...change } as never }).map(findingLine);
}

/** The same of everything but texts. */
export const findingsBesideTexts = (change: Parameters<typeof findingsWith>[0]) =>
  findingsWith(change).filter((line) => !line.startsWith('luggage/messages/'));

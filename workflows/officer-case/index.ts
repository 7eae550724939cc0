import { defineWorkflow } from '@safeconduct/workflow';
import { chart } from './chart.js';
import { outcomes } from './code-lists.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { examplePersons } from './demo/case-paths.js';
import { generateCaseload } from './demo/generate-caseload.js';
import { events } from './events.js';
import { examples } from './examples.js';
import { evolve, initialFacts } from './facts.js';
import { invariants } from './invariants.js';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import { facilities } from './registers/facilities.js';
import releases from './releases.json' with { type: 'json' };
import { roles } from './roles.js';
import { isInHost } from './states.js';

/**
 * The cases of officers and soldiers who crossed a border: they return, wait for an assurance, relocate or
 * stay.
 */
export const officerCase = defineWorkflow({
  name: 'officer-case',
  version: 1,
  roles,
  events,
  initialFacts,
  evolve,
  chart,
  commands,
  deadlines,
  summary: ({ facility, outcome, officer }, state) => ({
    place: isInHost(state) ? facility : undefined,
    outcome,
    assignee: officer,
  }),
  places: Object.keys(facilities),
  outcomes,
  subject: { EntryRegistered: ({ nameLatin, nameArabic }) => ({ latin: nameLatin, arabic: nameArabic }) },
  texts: { en, ar },
  releases,
  invariants,
  examples,
  demo: { persons: examplePersons, generate: generateCaseload },
});

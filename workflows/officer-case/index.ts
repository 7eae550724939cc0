import { defineWorkflow } from '@safeconduct/workflow';
import { access } from './access.js';
import { chart } from './chart.js';
import { intentions, notPersons, outcomes, personCategories, serviceCategories } from './code-lists.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { caseloadEnd } from './demo/calendar.js';
import { examplePersons } from './demo/case-paths.js';
import { demoFigures } from './demo/figures.js';
import { generateCaseload } from './demo/generate-caseload.js';
import { demoPeople } from './demo/people.js';
import { events } from './events.js';
import { examples } from './examples.js';
import { factGroups, factShape } from './fact-shape.js';
import { evolve, initialFacts } from './facts.js';
import { inputs } from './inputs.js';
import { invariants } from './invariants.js';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import { facilities } from './registers/facilities.js';
import releases from './releases.json' with { type: 'json' };
import { roles } from './roles.js';
import { views } from './views.js';
import { notFound, onTheRoad, placeOf } from './states.js';

/**
 * The cases of officers and soldiers who crossed a border: they return, wait for an assurance, relocate or
 * stay.
 */
export const officerCase = defineWorkflow({
  name: 'officer-case',
  version: 1,
  roles,
  events,
  facts: factShape,
  factGroups,
  initialFacts,
  evolve,
  chart,
  commands,
  deadlines,
  summary: (facts, state) => ({
    place: placeOf(facts, state),
    outcome: facts.outcome,
    assignee: facts.officer,
    tags: {
      category: facts.screening?.category,
      intention: facts.intention?.intention,
      service: facts.serviceCategory,
    },
  }),
  places: [...Object.keys(facilities), onTheRoad, notFound],
  outcomes,
  notPersons,
  tags: { category: personCategories, intention: intentions, service: serviceCategories },
  zone: 'Asia/Baghdad',
  inputs,
  views,
  access,
  subject: {
    EntryRegistered: ({ nameLatin, nameArabic }) => ({ latin: nameLatin, arabic: nameArabic }),
    DataCorrected: ({ nameLatin, nameArabic }) => ({ latin: nameLatin, arabic: nameArabic }),
  },
  identifiers: {
    EntryRegistered: ({ birthDate }) => ({ birthDate }),
    DataCorrected: ({ birthDate }) => ({ birthDate }),
    IdentityRecorded: ({ documentNo }) => ({ documentNo }),
    PreDepartureCompleted: ({ documentNo }) => ({ documentNo }),
  },
  compared: { latin: 'nameLatin', arabic: 'nameArabic', birthDate: 'birthDate' },
  texts: { en, ar },
  releases,
  invariants,
  examples,
  demo: {
    ...{ persons: examplePersons, startsAt: caseloadEnd },
    ...{ generate: generateCaseload, people: demoPeople, figures: demoFigures },
  },
});

import { defineWorkflow } from '@safeconduct/workflow';
import { access } from './access.js';
import { chart } from './chart.js';
import { commands } from './commands.js';
import { deadlines } from './deadlines.js';
import { events } from './events.js';
import { evolve, Facts, initialFacts } from './facts.js';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import releases from './releases.json' with { type: 'json' };
import { roles } from './roles.js';

export const template = defineWorkflow({
  name: 'template',
  version: 1,
  roles,
  events,
  facts: Facts,
  initialFacts,
  evolve,
  chart,
  commands,
  deadlines,
  summary: (_facts, state) => ({
    outcome: state.startsWith('closed.') ? state.slice('closed.'.length).toUpperCase() : undefined,
  }),
  places: [],
  outcomes: ['GRANTED', 'DECLINED'],
  access,
  inputs: { notes: 'number' },
  subject: { RequestOpened: ({ name, nameArabic }) => ({ latin: name, arabic: nameArabic }) },
  compared: { latin: 'name', arabic: 'nameArabic' },
  texts: { en, ar },
  releases,
});

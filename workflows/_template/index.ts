import { defineWorkflow } from '@safeconduct/workflow';
import { commands } from './commands.js';
import { decide } from './decide.js';
import { events } from './events.js';
import { evolve, initialFacts } from './facts.js';
import { chart, deadlines } from './machine.js';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import { roles } from './roles.js';

export const template = defineWorkflow({
  name: 'template',
  version: 1,
  roles,
  events,
  initialFacts,
  evolve,
  chart,
  commands,
  decide,
  deadlines,
  summary: (_facts, state) => ({
    outcome: state.startsWith('closed.') ? state.slice('closed.'.length).toUpperCase() : undefined,
  }),
  subject: { RequestOpened: ({ name, nameArabic }) => ({ latin: name, arabic: nameArabic }) },
  texts: { en, ar },
});

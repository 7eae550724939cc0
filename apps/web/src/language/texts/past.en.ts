import type { Message } from '../message.js';

/** The texts of ages, of past days and of plots, in English. */
export const pastEn = {
  'age.below': { one: 'less than a day', other: 'less than {number} days' },
  'age.between': '{from} to {to} days',
  'age.from': { one: '{number} day and more', other: '{number} days and more' },
  'past.shown': 'You are looking at the end of {day}.',
  'state.outside': 'not entered yet',
  'plot.asTable': 'Show as a table',
  'plot.asPlot': 'Show as a picture',
  'plot.csv': 'Download (CSV)',
  'plot.area': 'Cases in each state, day by day',
  'plot.most': 'up to {number}',
} as const satisfies Readonly<Record<string, Message>>;

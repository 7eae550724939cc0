import type { Message } from '../message.js';

/** Texts of sharing out cases, in English. */
export const shareEn = {
  'share.title': 'Give cases of {officer}',
  'share.count': 'How many',
  'share.countHint': 'Left empty: all of them. The most urgent ones are given first.',
  'share.countWrong': {
    one: 'There is {count} case: 1, or empty.',
    other: 'A number from 1 to {count}, or empty.',
  },
  'share.state': 'In which state',
  'share.anyState': 'in any state ({count})',
  'share.inState': '{state} ({count})',
  'share.receivers': 'Who gets them',
  'share.receiver': { one: '{officer}: has {count} open case', other: '{officer}: has {count} open cases' },
  'share.find': 'Find an officer',
  'share.nobody': 'Choose one officer at least.',
  'share.check': 'See who gets what',
  'share.cancel': 'Give nothing',
  'share.checking': 'Checking share {done} of {total}',
  'share.can': '{can} of {total} cases can be given.',
  'share.noneLeft': 'None of these cases is left to give.',
  'share.shares': 'Who gets how many',
  'share.gets': 'Gets',
  'share.then': 'Open then',
  'share.byUrgency':
    'They are dealt out in turn, the most urgent first, so that nobody gets all of the urgent ones.',
  'share.asSelected': 'They are dealt out in turn, in the order in which they were selected.',
  'share.send': { one: 'Give {count} case', other: 'Give {count} cases' },
  'share.jobs': { one: 'This is {count} job.', other: 'These are {count} jobs.' },
} as const satisfies Readonly<Record<string, Message>>;

import type { Message } from '../message.js';

/** The texts of checks of the log, in English. */
export const verificationEn = {
  'verification.lead': 'Has the whole log checked, and all that is made from it. Work goes on meanwhile.',
  'verification.forbidden':
    'Only auditors, data protection officers and administrators have the log checked.',
  'verification.forbiddenText': 'Whoever grants roles can tell you who they are.',
  'verification.what': 'What a check shows, and what it does not',
  'verification.shows.log':
    'Each event is read again: it fits its form, stands in its place, and continues the event before it. An event that was changed, removed or put in afterwards stands out.',
  'verification.shows.decisions':
    'Each case is gone through again: its command was possible in its state, the role was allowed, and every rule let it pass.',
  'verification.shows.views':
    'All lists and figures are made anew from the log and compared with those that are shown.',
  'verification.shows.reads': 'The log of who looked at what is whole, and continues itself in the same way.',
  'verification.not':
    'It does not show that what was recorded is true, and it cannot tell a log that somebody with access to the server has replaced as a whole, unless its end was noted elsewhere.',
  'verification.help': 'More in the documentation:',
  'verification.start': 'Check the log now',
  'verification.none': 'The log has not been checked here yet.',
  'verification.noneText': 'Each check stays in this list with who started it and what it found.',
  'verification.of': 'Check of {time}',
  'verification.cancel': 'Cancel the check',
  'verification.step.log': 'Checking events and decisions',
  'verification.step.reads': 'Checking who looked',
  'verification.step.views': 'Comparing lists and figures',
  'verification.sound': 'nothing wrong found',
  'verification.problems': { one: '{count} problem found', other: '{count} problems found' },
  'verification.counts': 'Events: {events}. Cases: {cases}.',
  'verification.reads': 'Entries in the log of who looked: {count}.',
  'verification.otherDefinitions': {
    one: '{count} event was decided under an earlier definition of its workflow: its role and rules were not asked again.',
    other:
      '{count} events were decided under an earlier definition of their workflow: their roles and rules were not asked again.',
  },
  'verification.damaged':
    'The log could not be read to its end, so nothing else was compared with it. Restore a backup, or ask whoever runs the server.',
  'verification.found': { one: 'Show the problem', other: 'Show the {count} problems' },
  'verification.what.head': 'What is wrong',
  'verification.position': 'Position',
  'verification.recordedAt': 'Recorded',
  'verification.case': 'Case',
  'verification.toCase': 'Open the case',
  'verification.first': { one: 'The first of {total}.', other: 'The first {count} of {total}.' },
} as const satisfies Readonly<Record<string, Message>>;

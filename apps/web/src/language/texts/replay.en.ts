import type { Message } from '../message.js';

/** Replay of a case, in English. */
export const replayEn = {
  'replay.back': 'Back to the case',
  'replay.past': 'You are looking at {time}. Nothing can be changed here.',
  'replay.follows': {
    one: 'Checked: the state machine leads to what was recorded, at its one event.',
    other: 'Checked: the state machine leads to what was recorded, at each of the {count} events.',
  },
  'replay.diverged':
    'From event {revision} on, the state machine arrives elsewhere than was recorded. Tell whoever keeps the workflow.',
  'replay.scrubber': 'Events of the case',
  'replay.arriving': '{number} of {count} events have arrived',
  'replay.at': '{number} of {count}: {event}, {time}',
  'replay.of': '{number} of {count}',
  'replay.back1': 'One back',
  'replay.forward1': 'One forward',
  'replay.play': 'Play',
  'replay.pause': 'Pause',
  'replay.previousChange': 'Previous change of state',
  'replay.nextChange': 'Next change of state',
  'replay.speed': 'Speed {speed}×',
  'replay.byTime': 'Space by time',
  'replay.sideBySide': 'Side by side',
  'replay.compare': 'Compare with this moment',
  'replay.compareEnd': 'End the comparison',
  'replay.copy': 'Copy the link to this moment',
  'replay.number': 'Event',
  'replay.occurred': 'Happened',
  'replay.by': 'By',
  'replay.changes': 'What it changed',
  'replay.noChanges': 'No value.',
  'replay.then': 'The case then',
  'replay.allowed': 'What was possible then',
  'replay.notAllowed': 'What rules stood against',
  'replay.compared': 'Two moments compared',
  'replay.same': 'No value differs.',
} as const satisfies Readonly<Record<string, Message>>;

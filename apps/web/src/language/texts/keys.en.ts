import type { Message } from '../message.js';

/** What keys do, in English. */
export const keysEn = {
  'keys.title': 'Keyboard shortcuts',
  'keys.note':
    'Letters are those of an English keyboard. On an Arabic one they are the same keys in the same places.',
  'keys.everywhere': 'Everywhere',
  'keys.list': 'In a list',
  'keys.case': 'In a case',
  'keys.form': 'In a form',
  'keys.palette': 'Find',
  'keys.sheet': 'This list',
  'keys.close': 'Close a dialog',
  'keys.move': 'Go from row to row',
  'keys.open': 'Open the case',
  'keys.peek': 'Show the case beside the list',
  'keys.filter': 'Filter by text',
  'keys.act': 'Begin the action with this number',
  'keys.timeline': 'Timeline',
  'keys.diagram': 'Diagram',
  'keys.next': 'Next case of the list',
  'keys.previous': 'Previous case of the list',
  'keys.copy': 'Copy the reference',
  'keys.submit': 'Check or record',
  'keys.play': 'Play and pause',
  'keys.step': 'One event back or forward, in the reading direction',
  'keys.change': 'Previous and next change of state',
  'keys.ends': 'First and last event',
} as const satisfies Readonly<Record<string, Message>>;

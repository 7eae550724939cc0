import type { Message } from '../message.js';

/** Texts of the screen of the workload, in English. */
export const workloadPageEn = {
  'workload.lead': 'Open cases that you see, by officer. A number leads to its cases.',
  'workload.empty': 'There is no open case that you see, and no officer.',
  'workload.emptyText': 'Officers appear here with the first case of theirs that you see.',
  'workload.bar': 'Share of the largest load',
  'workload.open': 'Open',
  'workload.overdue': 'Overdue',
  'workload.dueSoon': 'Due in 7 days',
  'workload.waitingOnThem': 'Waiting for them',
  'workload.unknown': '–',
  'workload.legend': 'Parts of a bar',
  'workload.part.overdue': 'overdue',
  'workload.part.dueSoon': 'due in 7 days',
  'workload.part.later': 'later or without a date',
  'workload.left': 'left',
  'workload.give': 'Give to others',
  'workload.giveCases': 'Give cases…',
  'workload.giveOf': 'Give cases of {officer}…',
} as const satisfies Readonly<Record<string, Message>>;

import type { Message } from '../message.js';

/** What an empty list is for, and what comes next, in English. */
export const emptyEn = {
  'work.noneYet': 'There is no case yet that you may see.',
  'work.openFirst': 'Open the first case',
  'work.importText': 'Cases of another system come in a file: the command {command} sends it.',
  'work.peopleText': 'Administrators open no cases. Register each person who does, and invite them.',
  'work.invite': 'Register people',
  'work.empty.mine': 'Cases that are assigned to you appear here.',
  'work.empty.unit': 'Open cases of your unit appear here.',
  'work.empty.unassigned': 'Open cases that are assigned to nobody appear here.',
  'work.empty.waiting': 'Cases whose next step is taken by one of your roles appear here.',
  'work.empty.dueSoon': 'Cases with a deadline in the next 7 days appear here.',
  'work.empty.overdue': 'Cases with a deadline that has passed appear here.',
  'work.empty.closed': 'Cases appear here once they are closed.',
  'work.empty.all': 'Every case that you may see appears here.',
} as const satisfies Readonly<Record<string, Message>>;

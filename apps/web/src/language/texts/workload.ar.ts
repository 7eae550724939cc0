import type { Message } from '../message.js';
import type { workloadEn } from './workload.en.js';

/** What the worklist says of the workload, in Arabic. */
export const workloadAr: Readonly<Record<keyof typeof workloadEn, Message>> = {
  'nav.workload': 'عبء العمل',
  'work.open': 'مفتوحة',
  'work.closed': 'مغلقة',
  'work.waitingOn': 'بانتظار: {roles}',
  'filter.open': 'مفتوحة أم مغلقة',
  'filter.waitingOn': 'بانتظار',
  'workload.officer': 'الموظف',
  'workload.absent': 'غائب حتى {day}',
  'share.out': 'توزيع…',
  'share.selected': {
    one: 'توزيع ملف واحد',
    two: 'توزيع ملفين',
    few: 'توزيع {count} ملفات',
    many: 'توزيع {count} ملفًا',
    other: 'توزيع {count} ملف',
  },
};

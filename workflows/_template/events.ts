import { instant, personal, type EventOf } from '@safeconduct/workflow';
import { z } from 'zod';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const RequestOpened = z.strictObject({
  requestNo: z.string(),
  name: personal('identity', z.string()),
  nameArabic: personal('identity', z.string()),
});
export const NoteAdded = z.strictObject({ note: personal('narrative', z.string()) });
export const RequestGranted = z.strictObject({ decisionNo: z.string() });
export const RequestDeclined = z.strictObject({ reason: personal('narrative', z.string()) });
export const AnswerOverdue = z.strictObject({ deadline: z.string(), dueAt: instant });

export const events = { RequestOpened, NoteAdded, RequestGranted, RequestDeclined, AnswerOverdue };
export type Events = typeof events;
export type Event = EventOf<Events>;

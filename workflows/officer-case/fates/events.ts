import { instant, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { disputeGrounds, reliabilities } from '../code-lists.js';

const told = personal('narrative', z.string());

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const fateEvents = {
  PersonReportedMissing: z.strictObject({ lastSeen: told, lastSeenAt: instant.optional() }),
  SearchRecorded: z.strictObject({ area: z.string(), result: told }),
  PersonLocated: z.strictObject({ where: told }),
  AbscondedClosed: z.strictObject({ noticesRef: z.string(), reasons: told }),
  DepartedSpontaneously: z.strictObject({
    report: told,
    reliability: z.enum(reliabilities),
    destination: z.string().optional(),
  }),
  PersonDeceased: z.strictObject({
    certificateNo: personal('medical', z.string()),
    diedAt: instant.optional(),
    circumstances: told.optional(),
  }),
  TransferredToJustice: z.strictObject({
    orderNo: z.string(),
    court: z.string(),
    destination: z.string(),
    counselNotified: z.literal(true),
    receiptNo: z.string(),
  }),
  IrregularCrossingRecorded: z.strictObject({
    crossedAt: instant,
    crossingPoint: z.string().optional(),
    circumstances: told,
    reliability: z.enum(reliabilities),
  }),
  HandoverDisputed: z.strictObject({
    ground: z.enum(disputeGrounds),
    ownListNo: z.string().optional(),
    otherListNo: z.string().optional(),
    details: told.optional(),
  }),
  PersonReEntered: z.strictObject({
    crossingPoint: z.string(),
    crossedAt: instant,
    /** Of age for certain at this crossing, as at the registration. */
    adult: z.boolean(),
    /** How often the person has entered by now. */
    episode: z.int(),
  }),
  LateFactRecorded: z.strictObject({ source: personal('witness', z.string()), fact: told }),
};

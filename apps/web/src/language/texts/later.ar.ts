import type { Message } from '../message.js';
import { auditAr } from './audit.ar.js';
import { checkAr } from './check.ar.js';
import { documentsAr } from './documents.ar.js';
import { draftListAr } from './draft-list.ar.js';
import { emergencyAr } from './emergency.ar.js';
import { exceptionsAr } from './exceptions.ar.js';
import { figuresAr } from './figures.ar.js';
import { insightsAr } from './insights.ar.js';
import { intakeAr } from './intake.ar.js';
import { jobsAr } from './jobs.ar.js';
import { keysAr } from './keys.ar.js';
import { procedureAr } from './procedure.ar.js';
import { replayAr } from './replay.ar.js';
import { peopleAr } from './people.ar.js';
import { purposeAr } from './purpose.ar.js';
import { reportAr } from './report.ar.js';
import { saveListAr } from './save-list.ar.js';
import { shareAr } from './share.ar.js';
import { timelineAr } from './timeline.ar.js';
import { verificationAr } from './verification.ar.js';
import { workloadPageAr } from './workload-page.ar.js';
import type { laterEn } from './later.en.js';

/** The same in Arabic. */
export const laterAr: Readonly<Record<keyof typeof laterEn, Message>> = {
  ...auditAr,
  ...checkAr,
  ...documentsAr,
  ...draftListAr,
  ...emergencyAr,
  ...exceptionsAr,
  ...figuresAr,
  ...insightsAr,
  ...intakeAr,
  ...jobsAr,
  ...keysAr,
  ...procedureAr,
  ...replayAr,
  ...peopleAr,
  ...purposeAr,
  ...reportAr,
  ...saveListAr,
  ...shareAr,
  ...timelineAr,
  ...verificationAr,
  ...workloadPageAr,
};

import { auditEn } from './audit.en.js';
import { checkEn } from './check.en.js';
import { documentsEn } from './documents.en.js';
import { draftListEn } from './draft-list.en.js';
import { emergencyEn } from './emergency.en.js';
import { exceptionsEn } from './exceptions.en.js';
import { figuresEn } from './figures.en.js';
import { insightsEn } from './insights.en.js';
import { intakeEn } from './intake.en.js';
import { jobsEn } from './jobs.en.js';
import { keysEn } from './keys.en.js';
import { procedureEn } from './procedure.en.js';
import { replayEn } from './replay.en.js';
import { peopleEn } from './people.en.js';
import { purposeEn } from './purpose.en.js';
import { reportEn } from './report.en.js';
import { saveListEn } from './save-list.en.js';
import { shareEn } from './share.en.js';
import { timelineEn } from './timeline.en.js';
import { verificationEn } from './verification.en.js';
import { workloadPageEn } from './workload-page.en.js';

/** Texts of screens that few visits open: they are loaded with the first of these screens, in the language that is shown. */
export const laterEn = {
  ...auditEn,
  ...checkEn,
  ...documentsEn,
  ...draftListEn,
  ...emergencyEn,
  ...exceptionsEn,
  ...figuresEn,
  ...insightsEn,
  ...intakeEn,
  ...jobsEn,
  ...keysEn,
  ...procedureEn,
  ...replayEn,
  ...peopleEn,
  ...purposeEn,
  ...reportEn,
  ...saveListEn,
  ...shareEn,
  ...timelineEn,
  ...verificationEn,
  ...workloadPageEn,
};

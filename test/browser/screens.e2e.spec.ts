import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { join } from 'node:path';
import { temporaryFolder } from '../e2e/cli.js';
import { inBrowser, startBrowser } from './browser.js';
import { describeDrafts } from './screens/drafts.js';
import { describeEmergency } from './screens/emergency.js';
import { describeEveryScreen } from './screens/every-screen.js';
import { startDemonstration, type Demonstration } from './screens/demonstration.js';
import { describeExceptions } from './screens/exceptions.js';
import { describeForms } from './screens/forms.js';
import { describeFind } from './screens/find.js';
import { describeHostileInput } from './screens/hostile-input.js';
import { describeManyCases } from './screens/many-cases.js';
import { describeMeasures } from './screens/measures.js';
import { describeOfficer } from './screens/officer.js';
import { describeFigures } from './screens/figures.js';
import { describePeople } from './screens/people.js';
import { describePopulation } from './screens/population.js';
import { describeLog } from './screens/log.js';
import { describeProcedure } from './screens/procedure.js';
import { describePurpose } from './screens/purpose.js';
import { describeReplay } from './screens/replay.js';
import { describeSavedLists } from './screens/saved-lists.js';
import { Screen, type Device } from './screens/screen.js';
import { describeSecondPerson } from './screens/second-person.js';
import { describeTrouble } from './screens/trouble.js';
import { describeVerification } from './screens/verification.js';
import { describeWholeJob } from './screens/whole-job.js';
import { describeWorkload } from './screens/workload.js';

let running: Demonstration;
let browser: Browser;
const opened: Screen[] = [];

const each = {
  demonstration: () => running,
  open: async (person: string, device: Device = {}) => {
    const screen = await Screen.of(browser, running, person, device);
    opened.push(screen);
    return screen;
  },
};

inBrowser('the screens, over the whole demonstration', () => {
  beforeAll(async () => {
    running = await startDemonstration(join(temporaryFolder(), 'data'));
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await running.close();
  });
  afterEach(async () => {
    const screens = opened.splice(0);
    for (const screen of screens) await screen.close();
    expect(screens.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  describe('each screen', () => {
    describeEveryScreen(each);
  });
  describeOfficer(each);
  describeForms(each);
  describeFind(each);
  describeSecondPerson(each);
  describeReplay(each);
  describePopulation(each);
  describeSavedLists(each);
  describeFigures(each);
  describeLog(each);
  describeDrafts(each);
  describeTrouble(each);
  describeWholeJob(each);
  describeHostileInput(each);
  describeMeasures(each);
  describeManyCases(each);
  describeWorkload(each);
  describeExceptions(each);
  describeVerification(each);
  describeProcedure(each);
  describePeople(each);
  describePurpose(each);
  describeEmergency(each);
});

/** The program that makes a caseload: case by case, many at once, and the views at the end. */
import type { SentCommand } from '@safeconduct/engine';
import type { Installation } from '../../../apps/server/src/start/installation.js';
import { inventPersons, type Persons } from '../../../workflows/officer-case/demo/invent-persons.js';
import { serveParent } from '../child.js';
import { accepted } from '../load/commands.js';
import { measuredWorkflow, openFolder } from '../load/installation.js';
import { seed, type BuildRequest, type Built } from './build-request.js';
import { copyCases } from './copy-cases.js';
import { personCommands, referenceOf } from './person-commands.js';

const atOnce = 256;
/** This many cases are decided; further ones get copies of their histories. */
const decidedMax = 10_000;

serveParent(async ({ folder, cases }: BuildRequest): Promise<Built> => {
  const installation = await openFolder(folder);
  try {
    const begun = performance.now();
    await recordAll(installation, cases);
    const recorded = performance.now();
    await installation.catchUp();
    const done = performance.now();
    return {
      events: Number(await installation.events.head()),
      recordSeconds: (recorded - begun) / 1000,
      viewSeconds: (done - recorded) / 1000,
    };
  } finally {
    await installation.close();
  }
});

async function recordAll(installation: Installation, cases: number): Promise<void> {
  const { person } = inventPersons(cases, seed);
  const decided = Math.min(cases, decidedMax);
  await decideAll(installation, person, decided);
  await copyCases({ ...installation, referenceOf: (place) => referenceOf(person(place)) }, decided, cases);
}

/** All commands of a case are sent in a row, so that its state stays in memory. */
async function decideAll({ engine }: Installation, person: Persons['person'], cases: number): Promise<void> {
  const commandsOf = personCommands(measuredWorkflow(engine));
  let next = 0;
  const sendAll = async (commands: readonly SentCommand[]) => {
    for (const command of commands) await accepted(engine.handle(command));
  };
  await Promise.all(
    Array.from({ length: Math.min(atOnce, cases) }, async () => {
      while (next < cases) await sendAll(commandsOf(person(next++)));
    }),
  );
}

import { StoreUnavailableError, type Poured } from '@safeconduct/engine';
import { counted, exit, print, printJson, tell, type CommandLine } from '../../console/output.js';
import { locationAt, pour, type PourLocations } from '../../start/pour.js';

interface PourArguments {
  readonly from: string;
  readonly to: string;
}

/** Pours a log into another store, or what was recorded since the last time, and proves that both are equal. */
export async function runPour(line: CommandLine, { from, to }: PourArguments): Promise<number> {
  const locations = {
    from: locationAt({ option: '--from', stores: from }),
    to: locationAt({ option: '--to', stores: to }),
  };
  const poured = await pour(locations).catch((error: unknown) => {
    if (error instanceof StoreUnavailableError) tell('nothing is lost: the same command again goes on');
    throw error;
  });
  if (line.json === true) {
    const { events, copied, alreadyThere, digests, completeUpTo } = poured;
    printJson({ events, copied, alreadyThere, digest: digests.target, completeUpTo });
  } else printPoured(poured, locations);
  return exit.ok;
}

function printPoured(poured: Poured, { from, to }: PourLocations): void {
  const { events, copied, alreadyThere, digests, completeUpTo } = poured;
  print(
    `${counted(events, 'event')} in ${to.name}: ${copied} copied, ${alreadyThere} already there`,
    `complete up to position ${completeUpTo} of ${from.name}`,
    `digest of the source ${digests.source}`,
    `digest of the target ${digests.target}`,
  );
  tell(`a server that starts on ${to.name} fills its views; without one: safeconduct projections`);
}

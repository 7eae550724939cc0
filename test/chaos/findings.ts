import type { LogOnDisk } from './log-on-disk.js';
import type { Promised } from './promised.js';

/** The differences between the acknowledged commands and the log. */
export interface Findings {
  readonly lost: number;
  readonly doubled: number;
  readonly problems: readonly string[];
}

/** Compares the answers that the clients got with the log. */
export function compare(promised: Promised, log: LogOnDisk): Findings {
  const lost: string[] = [];
  const problems: string[] = [];
  for (const told of promised.acknowledged.values()) {
    const found = log.byCommand.get(told.key);
    if (found === undefined) {
      lost.push(
        `${told.command} ${told.key} was acknowledged at position ${told.position}, and is not in the log`,
      );
      continue;
    }
    const same =
      found.stream === `case-${told.caseId}` &&
      found.events === told.events &&
      found.revision === told.revision &&
      found.position === told.position;
    if (!same)
      problems.push(
        `${told.key} was acknowledged as ${JSON.stringify(told)}, recorded as ${JSON.stringify(found)}`,
      );
  }
  for (const [key, code] of promised.refused) {
    if (log.byCommand.has(key)) problems.push(`${key} was refused with ${code}, and is in the log`);
  }
  return {
    lost: lost.length + log.vanished,
    doubled: log.doubled,
    problems: [...lost, ...problems, ...partly(promised, log), ...promised.problems, ...log.problems],
  };
}

/** A command without an answer is in the log with as many events as any other of its name, or not at all. */
function partly(promised: Promised, log: LogOnDisk): readonly string[] {
  const sizes = new Map([...promised.acknowledged.values()].map(({ command, events }) => [command, events]));
  return [...promised.unknown.values()].flatMap(({ key, command }) => {
    const found = log.byCommand.get(key);
    const size = sizes.get(command);
    if (found === undefined || size === undefined || found.events === size) return [];
    return [`${command} ${key} is in the log with ${found.events} of ${size} events`];
  });
}

import { actorWithId, systemReader, type Identity, type Reader } from '@safeconduct/engine';
import { purposeHeader, purposesOfPeople } from '../http/reading.js';

/** The reader of the command line: a user of the machine that holds the data, and with them everything. */
export const commandLineReader: Reader = { ...systemReader('command line'), from: { way: 'cli' } };

/**
 * The reader of a command line that acts in the name of a person: what it is told of a refusal is what that person may see,
 * as through a running server.
 * @param purpose  what they act for; where it is none that people read for, their roles say it
 */
export const readerNamed = async (
  identity: Pick<Identity, 'actorOf'>,
  id: string,
  purpose?: string,
): Promise<Reader> => ({
  actor: await actorWithId(identity, id),
  purpose: purposesOfPeople.find((one) => one === purpose),
  operation: 'command line',
  from: { way: 'cli' },
});

/** The same for a request to the server that holds the data. */
export const purposeHeaders = (purpose: string | undefined): Readonly<Record<string, string>> =>
  purposesOfPeople.some((one) => one === purpose) ? { [purposeHeader]: purpose as string } : {};

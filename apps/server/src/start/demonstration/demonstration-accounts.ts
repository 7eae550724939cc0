import type { KeyedHashes, People } from '@safeconduct/engine';
import type { DemoPerson } from '@safeconduct/workflow';
import { operatorActor } from '../../sign-in/principal.js';
import { typedCode } from '../../sign-in/secrets.js';
import { firstWithDemo } from '../named-workflow.js';

/** An account of the demonstration, with the password that is shown. */
export interface DemonstrationAccount {
  readonly person: string;
  readonly role: string;
  /** The facility whose cases they see, where it is one. */
  readonly unit?: string;
  readonly password: string;
}

const codeBytes = 15;

/**
 * The accounts of a demonstration. Their passwords follow from the keys of the installation, so they are the
 * same at each start and kept nowhere; other data of the same release have others.
 */
export const demonstrationAccounts = (keys: KeyedHashes): readonly DemonstrationAccount[] =>
  (firstWithDemo()?.demo.people() ?? [])
    .filter(({ hasAccount }) => hasAccount)
    .map(({ id, role, unit }) => ({
      ...{ person: id, role, password: passwordOf(keys, id) },
      ...(unit !== undefined && { unit }),
    }));

const passwordOf = (keys: KeyedHashes, person: string): string =>
  typedCode(
    Buffer.from(keys.keyedHash('password of a demonstration', person, 'hex'), 'hex').subarray(0, codeBytes),
  );

/** Begins the directory of a demonstration. What is there stays as it is, so that it can be done again. */
export async function registerDemoPeople(people: People, demoPeople: readonly DemoPerson[]): Promise<void> {
  for (const person of demoPeople) {
    const { id, nameArabic, nameLatin, role, unit } = person;
    if (people.directory.person(id) !== undefined) continue;
    const change = (name: string, data: object) =>
      people.change({ name, person: id, data, by: operatorActor });
    await change('RegisterPerson', { nameArabic, nameLatin, roles: [role] });
    if (unit !== undefined) await change('AssignUnit', { unit });
  }
}

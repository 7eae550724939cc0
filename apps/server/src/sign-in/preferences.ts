import type { Preferences } from '@safeconduct/contracts';
import type { AccountRecords } from './account-records.js';

const none: Preferences = { language: null, numerals: null, calendar: null };

/** How people want to be shown things. It is kept with their accounts, so it is the same on every device. */
export class KeptPreferences {
  constructor(private readonly records: AccountRecords) {}

  async of(person: string): Promise<Preferences> {
    return (await this.records.find('preferences', person))?.body ?? none;
  }

  /** Puts them in place of those that there were. */
  set(person: string, body: Preferences): Promise<void> {
    return this.records.replace('preferences', { id: person, person, body });
  }
}

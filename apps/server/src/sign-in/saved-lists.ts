import type { NewSavedList } from '@safeconduct/contracts';
import { createHash } from 'node:crypto';
import type { AccountRecords, Found } from './account-records.js';

/** Up to so many lists of one person are kept. */
export const ownListsMax = 50;

export interface SavedList extends NewSavedList {
  /** Follows from whose it is and its name, so that a list that is saved again replaces the one before. */
  readonly id: string;
  readonly person: string;
}

const kinds = { own: 'ownList', shared: 'sharedList' } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** Lists of cases that people saved. They are kept with accounts: they are no facts about cases, and they go. */
export class SavedLists {
  constructor(private readonly records: AccountRecords) {}

  /** Those of a person, and all that are shared with anybody. */
  async of(person: string): Promise<readonly SavedList[]> {
    const own = await this.records.list(kinds.own, person);
    return [...own, ...(await this.records.list(kinds.shared))].map(savedList);
  }

  /** @returns whether there was room for it */
  async save(person: string, list: NewSavedList): Promise<boolean> {
    const id = createHash('sha256')
      .update(JSON.stringify([person, list.name]))
      .digest('hex');
    const others = (await this.of(person)).filter((one) => one.person === person && one.id !== id);
    if (others.length >= ownListsMax) return false;
    const [kind, other] =
      list.sharedWith === 'nobody' ? [kinds.own, kinds.shared] : [kinds.shared, kinds.own];
    await this.records.replace(kind, { id, person, body: list });
    await this.records.store.remove(other, id);
    return true;
  }

  /** Removes a list of that person; one of others stays. */
  async remove(person: string, id: string): Promise<void> {
    for (const kind of Object.values(kinds)) {
      const found = await this.records.find(kind, id);
      if (found?.person === person) await this.records.store.remove(kind, id);
    }
  }
}

const savedList = ({ id, person, body }: Found<Kind>): SavedList => ({ ...body, id, person: person ?? '' });

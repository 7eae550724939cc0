import type { Actor } from '@safeconduct/workflow';
import { describe, expect, it } from '@jest/globals';
import type { Identity } from '../ports/identity.js';

/** What the contract needs to know of an adapter. */
export interface IdentityAdapter {
  readonly open: () => Identity | Promise<Identity>;
  /** Some of those it knows, with every role they hold. */
  readonly known: readonly Actor[];
  /** Those of them who may import decisions of others. */
  readonly importers: readonly string[];
}

/** Unknown ids: empty, of no known form, or property names that every JavaScript object has. */
const nobody = ['', '-', ' ', 'nobody', 'nobody at all', '__proto__', 'constructor', 'a'.repeat(100_000)];

/** What every identity must do. */
export function identityContract(name: string, { open, known, importers }: IdentityAdapter): void {
  describe(`identity contract: ${name}`, () => {
    it.each(known)('tells $id with every role they hold, each time it is asked', async (actor) => {
      const identity = await open();
      for (let count = 1; count <= 2; count += 1) {
        const found = await identity.actorOf(actor.id);
        expect(found).toMatchObject({ id: actor.id });
        expect(found?.roles.toSorted()).toEqual(actor.roles.toSorted());
      }
    });

    it('tells actors apart when many are asked for at once', async () => {
      const identity = await open();
      const found = await Promise.all(known.map(async ({ id }) => identity.actorOf(id)));
      expect(found.map((actor) => actor?.id)).toEqual(known.map(({ id }) => id));
    });

    it.each(known)('knows $id under exactly this id', async ({ id }) => {
      const identity = await open();
      for (const other of [` ${id}`, `x${id}`]) expect(await identity.actorOf(other)).toBeUndefined();
    });

    it('lets import decisions of others who may, and nobody else', async () => {
      const identity = await open();
      for (const { id } of known) expect(await identity.mayImportForOthers(id)).toBe(importers.includes(id));
      for (const id of nobody) expect(await identity.mayImportForOthers(id)).toBe(false);
    });

    it('answers undefined where nobody is known, whatever is asked for', async () => {
      const identity = await open();
      for (const id of nobody) expect(await identity.actorOf(id)).toBeUndefined();
    });
  });
}

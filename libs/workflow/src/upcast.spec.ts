import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineWorkflow, upcast, versioned, type Workflow } from './index.js';
import { luggage } from './testing/luggage/index.js';

const first = { claimNo: 'C-1', owner: 'A', ownerArabic: 'ا', bags: 2 };

/** The luggage workflow, with `BagTraced` in its third version. */
const withHistory = (): Workflow => {
  const BagTraced = versioned(z.strictObject({ place: z.string(), by: z.enum(['staff', 'unknown']) }), [
    ({ town, ...old }) => ({ ...old, place: town }),
    (old) => ({ ...old, by: 'unknown' }),
  ]);
  const events = { ...luggage.source.events, BagTraced };
  return defineWorkflow({ ...luggage.source, events } as never);
};

describe('upcast', () => {
  it('brings the first version to the current one', () => {
    expect(upcast(luggage, 'ClaimFiled', 1, first)).toEqual({ ...first, channel: 'unknown' });
  });

  it('goes through every version in between', () => {
    const workflow = withHistory();
    const current = { place: 'Basra', by: 'unknown' };
    expect(upcast(workflow, 'BagTraced', 1, { town: 'Basra' })).toEqual(current);
    expect(upcast(workflow, 'BagTraced', 2, { place: 'Basra' })).toEqual(current);
  });

  it('hands back what is in the current version untouched', () => {
    const data = { ...first, channel: 'desk' };
    expect(upcast(luggage, 'ClaimFiled', 2, data)).toBe(data);
  });

  it('hands back an event type it does not know as it was recorded', () => {
    const data = { anything: true };
    expect(upcast(luggage, 'BagBurnt', 7, data)).toBe(data);
  });

  it.each([3, 0, 1.5, Number.NaN])('refuses version %d, which it does not know', (version) => {
    expect(() => upcast(luggage, 'ClaimFiled', version, first)).toThrow(
      `luggage: ClaimFiled version ${version} is unknown here, versions 1 to 2 are; read it with a newer release`,
    );
  });

  it('refuses upcast data that do not have the current shape, without repeating a value', () => {
    const failing = () => upcast(luggage, 'ClaimFiled', 1, { ...first, bags: 'secret', colour: 'red' });
    expect(failing).toThrow(
      'luggage: ClaimFiled version 1 is not upcast to version 2 (bags invalid_type, unrecognized_keys); ' +
        'correct its upcasters',
    );
    expect(failing).not.toThrow(/secret/);
  });
});

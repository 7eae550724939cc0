import { beforeAll, describe, expect, it } from '@jest/globals';
import { pseudonymOf } from '@safeconduct/engine';
import { fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { personalFields, purposes } from '@safeconduct/workflow';
import { officerCase } from '../../../workflows/officer-case/index.js';
import { roles } from '../../../workflows/officer-case/roles.js';
import { caseload, leaves, type Caseload, type LoadedCase } from './caseload.js';
import { answersOf, listsOf } from './answers.js';
import { lineOf, questions, readerOf, seesCase, type PurposefulReader } from './matrix.js';

const { access } = officerCase;
const nobody = '00000000-0000-8000-8000-000000000000';

let load: Caseload;
beforeAll(async () => {
  load = await caseload();
}, 120_000);

/** Whether the matrix gives a role a class in a case, by the facts of the case or without them. */
async function seesClass(role: string, dataClass: string, one: LoadedCase | undefined): Promise<boolean> {
  const sight = lineOf(role).sees[dataClass];
  if (typeof sight !== 'object') return sight === 'seen';
  if (one === undefined) return false;
  const found = await load.engine.queries.case(testReader, { caseId: one.caseId });
  return sight.holds(found?.folded.facts as never);
}

/** The values of a case in fields that are sealed under a class, as they were recorded. */
async function plantedIn({ caseId }: LoadedCase): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const planted = new Map<string, Set<string>>();
  for (const { recorded, data } of await load.engine.queries.history(testReader, { caseId }))
    for (const [path, dataClass] of personalFields(officerCase.events.get(recorded.type)?.schema as never))
      for (const value of textsAt(data, path.split('.')))
        planted.set(dataClass, (planted.get(dataClass) ?? new Set()).add(value));
  return planted;
}

const textsAt = (value: unknown, [name, ...rest]: readonly string[]): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => textsAt(item, [name, ...rest].filter(isText)));
  // Shorter texts stand in other values by chance.
  if (name === undefined) return typeof value === 'string' && value.length > 4 ? [value] : [];
  const inner = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  return inner === undefined ? [] : textsAt(inner, rest);
};
const isText = (name: string | undefined): name is string => name !== undefined;

describe('the matrix of who may read what, at the door', () => {
  it('is walked with a case in every state, in both facilities, with and without an officer', () => {
    expect(load.cases.map(({ leaf }) => leaf)).toEqual([...leaves]);
    expect(new Set(load.cases.map(({ place }) => place))).toEqual(
      new Set([undefined, 'QAIM', 'RUTBA', 'ROAD']),
    );
    expect(new Set(load.cases.map(({ assignee }) => assignee))).toEqual(new Set([undefined, 'co-1', 'co-2']));
  });

  it.each(questions)(
    'gives a %s, %s, the cases of their line and no other, in every list',
    async (role, relation) => {
      for (const purpose of purposes.filter((one) => one !== 'systemWork')) {
        const reader = readerOf(role, relation, purpose);
        const wanted = load.cases
          .filter((one) => seesCase(load, reader, role, one))
          .map(({ caseId }) => caseId);
        const lists = await listsOf(load, reader);
        for (const [name, { caseIds, total }] of Object.entries(lists)) {
          expect([name, purpose, [...caseIds].sort()]).toEqual([name, purpose, [...wanted].sort()]);
          if (typeof total === 'number') expect([name, total]).toEqual([name, wanted.length]);
        }
      }
    },
  );

  it.each(questions)(
    'answers a %s, %s, of a case that is not theirs as of one that there is not',
    async (role, relation) => {
      const reader = readerOf(role, relation, lineOf(role).purposes[0] ?? 'audit');
      const none = await answersOf(load, reader, { caseId: nobody, reference: 'NO-SUCH-REFERENCE' });
      for (const one of load.cases) {
        if (seesCase(load, reader, role, one)) continue;
        expect(await answersOf(load, reader, one)).toEqual(none);
      }
    },
  );

  it.each(questions)(
    'shows a %s, %s, the data classes of their line and nothing of the others',
    async (role, relation) => {
      const reader = readerOf(role, relation, lineOf(role).purposes[0] ?? 'audit');
      for (const one of load.cases.filter((each) => seesCase(load, reader, role, each))) {
        const text = JSON.stringify(await answersOf(load, reader, one), bigints);
        for (const [dataClass, values] of await plantedIn(one)) {
          const isSeen = await seesClass(role, dataClass, one);
          const shown = [...values].filter((value) => text.includes(value));
          if (isSeen) expect([one.leaf, dataClass, shown.length]).not.toEqual([one.leaf, dataClass, 0]);
          else expect([one.leaf, dataClass, shown]).toEqual([one.leaf, dataClass, []]);
        }
        const seesIdentity = await seesClass(role, 'identity', one);
        expect([one.leaf, text.includes(one.reference)]).toEqual([one.leaf, seesIdentity]);
        expect(text.includes(pseudonymOf(fixedKeyRing(), one.caseId))).toBe(
          !seesIdentity || !(await seesClass(role, 'identity', undefined)),
        );
      }
    },
  );

  it.each(roles)('names each class that it withholds from a %s, and leaves its data out', async (role) => {
    const reader: PurposefulReader = {
      actor: { id: 'co-1', roles: [role], unit: 'QAIM' },
      purpose: lineOf(role).purposes[0] ?? 'audit',
      operation: 'test',
    };
    for (const one of load.cases.filter((each) => seesCase(load, reader, role, each))) {
      const whole = await load.engine.queries.history(testReader, { caseId: one.caseId });
      const seen = await load.engine.queries.history(reader, { caseId: one.caseId });
      expect(seen.map(({ recorded }) => recorded.revision)).toEqual(
        whole.map(({ recorded }) => recorded.revision),
      );
      for (const { recorded, data, withheld = [] } of seen) {
        const classes = access.events[recorded.type];
        for (const field of Object.keys(data as object)) {
          const dataClass = typeof classes === 'object' ? classes[field] : classes;
          if (dataClass !== undefined) expect(await seesClass(role, dataClass, one)).toBe(true);
        }
        for (const { dataClass, path } of withheld) {
          expect([path, await seesClass(role, dataClass, one)]).toEqual([path, false]);
          expect(textsAt(data, path.split('.'))).toEqual([]);
        }
      }
    }
  });
});

const bigints = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

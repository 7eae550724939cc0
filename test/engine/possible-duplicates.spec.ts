import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createEngine,
  ProjectionRunner,
  projectionsOf,
  systemReader,
  type EngineWithViews,
} from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { defineWorkflow } from '@safeconduct/workflow';
import { namedActor } from '@safeconduct/workflow/testing';
import { template } from '../../workflows/_template/index.js';

/** The template, with a number that is that of a document, in which the year of birth is the first part. */
const documented = defineWorkflow({
  ...(template.source as object as Parameters<typeof defineWorkflow>[0]),
  identifiers: {
    RequestOpened: (data) => {
      const { requestNo } = data as { readonly requestNo: string };
      return { documentNo: `P ${requestNo}`, birthDate: requestNo.slice(0, 4) };
    },
  },
  compared: { latin: 'name', arabic: 'nameArabic', birthDate: 'born', documentNo: 'passport' },
});

const clock = fixedClock('2025-03-01T08:00:00.000Z');
const views = openMemoryViews();
let engine: EngineWithViews;

beforeAll(async () => {
  const events = openMemoryEvents({ clock });
  engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [documented]);
  const persons = [
    ['1985-1', 'Ahmad Iyad al-Misri', 'أحمد إياد المصري'],
    ['1985-2', 'Ahmad Salim', 'أحمد سليم'],
    ['1990-3', 'Ahmed Iyad Masri', 'أحمد إياد مصري'],
    ['1985-4', 'Huda', 'هدى'],
  ];
  for (const [requestNo = '', name, nameArabic] of persons)
    await engine.handle({
      ...{ target: { workflow: 'template', naturalKey: requestNo }, command: 'OpenRequest' },
      ...{ input: { requestNo, name, nameArabic }, actor: namedActor('clerk-1') },
    });
  const ports = { events, views, codec: engine.codec, projections: projectionsOf([documented]) };
  await new ProjectionRunner(ports).catchUp();
});
afterAll(() => views.close());

async function found(data: Readonly<Record<string, unknown>>) {
  const asked = { workflow: documented, data };
  const rows = await engine.queries.possibleDuplicates(systemReader('test'), asked);
  return rows.map(({ row, score, matches }) => [
    row.reference,
    score,
    matches.map(({ field, kind }) => `${field} ${kind}`).join(', '),
  ]);
}

describe('the cases that may be of the person of a form', () => {
  it('are found by a whole document alone, in any digits and signs', async () => {
    expect(await found({ passport: 'p/١٩٨٥-2' })).toEqual([['1985-2', 60, 'passport same']]);
    // These are a year of birth and a name.
    for (const passport of ['1985', 'HUDA', '---']) expect(await found({ passport })).toEqual([]);
  });

  it('are found by a whole name alone, in any spelling', async () => {
    expect(await found({ name: 'Ahmed Iyad el-Misri' })).toEqual([['1985-1', 45, 'name transliteration']]);
    expect(await found({ nameArabic: 'احمد اياد المصري' })).toEqual([
      ['1985-1', 50, 'nameArabic same'],
      ['1990-3', 50, 'nameArabic same'],
    ]);
  });

  it('are found by most of a name where the year of birth is the same, and by neither alone', async () => {
    expect(await found({ name: 'Ahmad Misri', born: '1985-07-01' })).toEqual([
      ['1985-1', 55, 'name similar, born similar'],
    ]);
    expect(await found({ name: 'Ahmad Misri' })).toEqual([]);
    expect(await found({ name: 'Ahmad', born: '1985' })).toEqual([]);
    expect(await found({ born: '1985' })).toEqual([]);
  });

  it('count a name in two scripts once, and never count beyond 100', async () => {
    const form = { name: 'Ahmad Iyad al-Misri', nameArabic: 'أحمد إياد المصري', born: '1985' };
    expect(await found(form)).toEqual([
      ['1985-1', 80, 'name same, nameArabic same, born similar'],
      ['1990-3', 50, 'nameArabic same'],
    ]);
    const [first] = await found({ ...form, requestNo: '1985-1', passport: 'P1985-1' });
    expect(first?.[1]).toBe(100);
  });
});

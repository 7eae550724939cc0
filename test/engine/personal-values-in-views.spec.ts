import { describe, expect, it } from '@jest/globals';
import {
  createEngine,
  logStart,
  ProjectionRunner,
  projectionsOf,
  type ReadEvent,
  type Row,
} from '@safeconduct/engine';
import { countingIds } from '@safeconduct/engine/testing';
import { openMemoryViews } from '@safeconduct/stores';
import { personalFields } from '@safeconduct/workflow';
import { officerCase } from '../../workflows/officer-case/index.js';
import { ledTo } from './testing/led-case.js';

/** The only columns that may hold a personal value: the name that lists show and are sorted by. An erasure overwrites them. */
const allowed = [
  ...['case_list.arabic_order', 'case_list.latin_order'],
  ...['case_list.subject_arabic', 'case_list.subject_latin'],
];

describe.each(['camped.returning.inTransit', 'pendingAssurance.effective', 'relocating.inTransit'] as const)(
  'the views of a case in %s',
  (leaf) => {
    it('hold a personal value in the columns of its name, and in no other column of any table', async () => {
      const { found, personal } = await columnsWithPersonalValues(leaf);
      expect(personal.length).toBeGreaterThan(5);
      expect(found).toEqual(allowed);
    });
  },
);

async function columnsWithPersonalValues(leaf: Parameters<typeof ledTo>[0]) {
  const { events, clock, keys } = await ledTo(leaf);
  const views = openMemoryViews();
  const { codec } = createEngine({ events, views, keys, clock, ids: countingIds() }, [officerCase]);
  const projections = projectionsOf([officerCase]);
  await new ProjectionRunner({ events, views, codec, projections }).catchUp();
  const read = await codec.decode(await events.readAll({ after: logStart, limit: 10_000 }));
  const personal = [...new Set(read.flatMap(personalTexts))];
  const sought = new Set(personal.flatMap((text) => [text, text.toLowerCase()]));
  const found = new Set<string>();
  for (const table of projections.flatMap(({ view }) => view.tables)) {
    const rows = await views.scan(table, { limit: 10_000 });
    for (const column of Object.keys(table.columns))
      if (rows.some((row) => holdsOneOf(row, column, sought))) found.add(`${table.name}.${column}`);
  }
  await views.close();
  return { found: [...found].sort(), personal };
}

/** Shorter texts, such as the code of a language, are part of other words. */
const textLengthMin = 5;

/** The personal texts of an event, and the words of its names. */
function personalTexts(event: ReadEvent): readonly string[] {
  if (event.kind !== 'case') return [];
  const schema = officerCase.events.get(event.recorded.type)?.schema;
  if (schema === undefined) return [];
  const data = event.data as Readonly<Record<string, unknown>>;
  return [...personalFields(schema).keys()].flatMap((path) => {
    const value = data[path];
    if (typeof value !== 'string') return [];
    return [value, ...value.split(/[\s-]/)].filter((text) => text.length >= textLengthMin);
  });
}

const holdsOneOf = (row: Row, column: string, sought: ReadonlySet<string>): boolean => {
  const text = String(row[column]);
  return [...sought].some((one) => text.includes(one));
};

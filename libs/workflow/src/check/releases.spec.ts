import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { definitionOf, releasesText, versioned, type Release } from '../index.js';
import {
  chart,
  commands,
  events,
  findingsBesideTexts,
  findingsWith,
  luggage,
} from '../testing/luggage/index.js';

const { searching, found } = chart.states['open']?.states as Record<string, object>;
const released: Release = { version: 3, fingerprint: 'f', definition: definitionOf(luggage.source) };
// As its file has it.
const releases = JSON.parse(releasesText([released])) as readonly Release[];

/** What the check says of a change under the version that was released, and under the next one. */
const said = (change: object) => ({
  same: findingsBesideTexts({ ...change, releases }),
  next: findingsBesideTexts({ ...change, releases, version: 4 }),
});
const open = (change: object) => ({
  chart: { ...chart, states: { ...chart.states, open: { ...chart.states['open'], ...change } } },
});
const raise = "set 'version' in index.ts to 4";

describe('a released workflow', () => {
  it('that has not changed is sound, and has one fingerprint with the file', () => {
    expect(said({})).toEqual({ same: [], next: [] });
    expect(releases).toEqual(JSON.parse(JSON.stringify([released])));
  });

  it('does not lose a transition without a new version', () => {
    const on = { BagTraced: {}, ClaimRefused: 'closed.refused' };
    expect(said(open({ on }))).toEqual({
      same: [
        `luggage/chart.ts: state open does not take NoteTaken any more since version 3 was released; ${raise}`,
      ],
      next: [],
    });
  });

  it('keeps the name of a state that is renamed', () => {
    const texts = textsWith({ 'open.located': 'Located' }, ['open.found']);
    const states = (located: object) => ({
      searching: { on: { BagTraced: [{ guard: lastBag, target: 'open.located' }], AnswerOverdue: {} } },
      located,
    });
    const gone = 'luggage/chart.ts: state open.found is gone since version 3 was released; ';
    const remedy = "keep its name: formerly: ['open.found'] in the state where its cases are now";
    const forgotten = said({ ...open({ states: states(found as object) }), texts });
    expect(forgotten.next).toEqual([gone + remedy]);
    expect(forgotten.same).toContain(`${gone}${raise}, and ${remedy}`);
    const kept = said({ ...open({ states: states({ ...found, formerly: ['open.found'] }) }), texts });
    expect(kept.next).toEqual([]);
    expect(kept.same).not.toEqual([]);
  });

  it('keeps every code of a tag, and has new ones under a new version only', () => {
    const { noted } = luggage.source.tags ?? {};
    const about = 'luggage/index.ts: code';
    const since = 'since version 3 was released';
    expect(said({ tags: { noted, bags: ['few'] } })).toEqual({
      same: [`${about} several of tag bags is gone ${since}; ${raise}, and keep it: it may be recorded`],
      next: [`${about} several of tag bags is gone ${since}; keep it: it may be recorded`],
    });
    const texts = textsWith({}, []);
    const named = {
      en: { ...texts.en, words: { ...texts.en.words, size: 'size' }, values: { ...texts.en.values, S: 's' } },
      ar: { ...texts.ar, words: { ...texts.ar.words, size: 'ح' }, values: { ...texts.ar.values, S: 'ص' } },
    };
    expect(said({ tags: { ...luggage.source.tags, size: ['S'] }, texts: named })).toEqual({
      same: [`${about} S of tag size is new ${since}; ${raise}`],
      next: [],
    });
  });

  it('does not give a name to two states, or one that a state has', () => {
    const states = {
      searching: { ...searching, formerly: ['open.lost'] },
      found: { ...found, formerly: ['open.lost'] },
    };
    expect(said(open({ states })).same).toEqual([
      "luggage/chart.ts: state open.found was formerly 'open.lost', which state open.searching was called too; " +
        'give the former name to the one state where its cases are now',
    ]);
  });

  const place = z.string();
  it.each([
    ['a new required field', z.strictObject({ place, by: z.string() }), 'field by, is new and required'],
    ['another type', z.strictObject({ place: z.number() }), 'field place, is number instead of string'],
    ['a field that is gone', z.strictObject({}), 'field place, is gone'],
  ])('has an upcaster for %s of an event', (_name, BagTraced, what) => {
    const line = `luggage/events.ts: event BagTraced, ${what} since version 3 was released; `;
    const remedy = "write 'versioned' with an upcaster from version 1";
    // What the check says of the form, which keeps its place, is of other specs.
    const TraceBag = { ...commands.TraceBag, notRecorded: ['place'] };
    const traced = { commands: { ...commands, TraceBag } };
    expect(said({ ...traced, events: { ...events, BagTraced } })).toEqual({
      same: [`${line}${raise}, and ${remedy}`],
      next: [`${line}${remedy}`],
    });
    const upcast = { ...events, BagTraced: versioned(BagTraced, [(old) => old]) };
    expect(said({ ...traced, events: upcast }).next).toEqual([]);
  });

  it('keeps its events, and their upcasters', () => {
    const { AnswerOverdue: _gone, ...others } = events;
    expect(said({ events: { ...others, ClaimFiled: events.ClaimFiled.schema } }).next.join('\n')).toContain(
      'AnswerOverdue',
    );
    expect(said({ events: { ...events, ClaimFiled: events.ClaimFiled.schema } }).next).toEqual([
      'luggage/events.ts: event ClaimFiled has version 1 instead of 2 since version 3 was released; keep its 1 upcasters',
    ]);
  });

  it('changes a form, a role or a guard under a new version only', () => {
    const input = z.strictObject({ place: z.string().max(10) });
    const TraceBag = { ...commands.TraceBag, input, roles: ['head'] as const };
    const { same, next } = said({ commands: { ...commands, TraceBag } });
    expect(same).toEqual([
      expect.stringContaining('form of command TraceBag, field place,'),
      ...same.slice(1, -1),
      `luggage/commands.ts: command TraceBag has 'roles' head instead of clerk since version 3 was released; ${raise}`,
    ]);
    expect(next).toEqual([]);
  });

  it('does not go back to an earlier version', () => {
    expect(findingsWith({ releases, version: 2 })).toEqual([
      'luggage/index.ts: version 2 is lower than that of the last release, 3; set it to 4',
    ]);
  });
});

const lastBag = { name: 'last bag', test: () => true };

function textsWith(added: Readonly<Record<string, string>>, removed: readonly string[]) {
  const changed = (texts: typeof luggage.texts.en) => ({
    ...texts,
    states: Object.fromEntries(
      Object.entries({ ...texts.states, ...added }).filter(([name]) => !removed.includes(name)),
    ),
  });
  return { en: changed(luggage.texts.en), ar: changed(luggage.texts.ar) };
}

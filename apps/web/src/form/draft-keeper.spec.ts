import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DraftHead } from '../api/drafts.js';
import { againMs, DraftKeeper, settleMs, type KeptDraft, type Refused } from './draft-keeper.js';
import type { Draft } from './drafts.js';

const place = { caseId: 'case', command: 'HoldCounselling' };
const typed = (text: string, key = 'key'): Draft => ({
  ...{ answers: { text }, occurredAt: '', onBehalfOf: '', revision: '7', key, keptAt: 0 },
});
const failure = (is: Refused) => Object.assign(new Error(is), { is });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The server, as far as a keeper sees it. */
let kept: KeptDraft | undefined;
let fails: Refused | 'answerLost' | undefined;
let due: { work: () => void; ms: number }[];
let keeper: DraftKeeper;
let attempts: { text: unknown; isLeaving: boolean }[];

beforeEach(() => {
  [kept, fails, due, attempts] = [undefined, undefined, [], []];
  let keys = 0;
  keeper = new DraftKeeper({
    async keep(_place, { version, draft }, isLeaving): Promise<DraftHead> {
      attempts.push({ text: draft.answers['text'], isLeaving });
      await settled();
      if (fails !== undefined && fails !== 'answerLost') throw failure(fails);
      if (version !== (kept?.version ?? '0')) throw failure('changed');
      kept = { version: String(Number(version) + 1), keptAt: `t${attempts.length}`, draft };
      if (fails === 'answerLost') throw failure('laterAgain');
      return kept;
    },
    read: () => (kept === undefined ? Promise.reject(failure('gone')) : Promise.resolve(kept)),
    remove(_place, version) {
      if (kept === undefined) return Promise.reject(failure('gone'));
      if (kept.version !== version) return Promise.reject(failure('changed'));
      kept = undefined;
      return Promise.resolve();
    },
    refusedOf: (error) => (error as { readonly is: Refused }).is,
    newKey: () => `new ${(keys += 1)}`,
    later(work, ms) {
      const one = { work, ms };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    told: () => undefined,
  });
});

/** Lets the time pass after which something is tried. */
async function passes(): Promise<void> {
  for (const { work } of due.splice(0)) work();
  for (let turn = 0; turn < 5; turn += 1) await settled();
}
const textKept = () => kept?.draft.answers['text'];
const elsewhere = (text: string) => {
  kept = { version: String(Number(kept?.version ?? '0') + 1), keptAt: 'there', draft: typed(text) };
};

describe('a keeper of drafts', () => {
  it('keeps what was typed last, once nobody types any more', async () => {
    keeper.begin(place, undefined);
    keeper.type(place, typed('a'));
    keeper.type(place, typed('ab'));
    expect(due.map(({ ms }) => ms)).toEqual([settleMs]);
    expect([keeper.keepingOf(place).is, keeper.isOwing]).toEqual(['waiting', true]);
    await passes();
    expect(attempts).toEqual([{ text: 'ab', isLeaving: false }]);
    expect([keeper.keepingOf(place), keeper.isOwing]).toEqual([{ is: 'kept', keptAt: 't1' }, false]);
  });

  it('keeps what is typed while an attempt is under way with the next one', async () => {
    keeper.type(place, typed('a'));
    for (const { work } of due.splice(0)) work();
    keeper.type(place, typed('ab'));
    await passes();
    expect(textKept()).toBe('a');
    await passes();
    expect([textKept(), kept?.version, keeper.keepingOf(place).is]).toEqual(['ab', '2', 'kept']);
  });

  it('tries again what may pass, and says meanwhile that it is not kept', async () => {
    fails = 'laterAgain';
    keeper.type(place, typed('a'));
    await passes();
    expect([keeper.keepingOf(place).is, due.map(({ ms }) => ms)]).toEqual(['failed', [againMs]]);
    fails = undefined;
    await passes();
    expect([textKept(), keeper.keepingOf(place).is]).toEqual(['a', 'kept']);
  });

  it('waits with what is refused until something else is typed, and for a new sign-in', async () => {
    fails = 'notSo';
    keeper.type(place, typed('a'));
    await passes();
    expect([keeper.keepingOf(place).is, due]).toEqual(['failed', []]);
    fails = 'signedOut';
    keeper.type(place, typed('ab'));
    await passes();
    keeper.type(place, typed('abc'));
    expect(due).toEqual([]);
    fails = undefined;
    keeper.keepAll();
    await passes();
    expect([textKept(), keeper.keepingOf(place).is]).toEqual(['abc', 'kept']);
  });

  it('knows its own draft again after an answer that was lost', async () => {
    fails = 'answerLost';
    keeper.type(place, typed('a'));
    await passes();
    fails = undefined;
    keeper.type(place, typed('ab'));
    await passes();
    await passes();
    expect([textKept(), kept?.version, keeper.keepingOf(place).is]).toEqual(['ab', '2', 'kept']);
  });

  it('overwrites nothing of another device before somebody chooses', async () => {
    elsewhere('theirs');
    keeper.begin(place, kept);
    elsewhere('theirs, later');
    keeper.type(place, typed('mine'));
    await passes();
    expect(keeper.keepingOf(place)).toMatchObject({ is: 'changed', other: { version: '2' } });
    keeper.type(place, typed('mine, later'));
    expect([textKept(), due, keeper.isOwing]).toEqual(['theirs, later', [], true]);
    keeper.insist(place);
    await passes();
    expect([textKept(), keeper.keepingOf(place).is]).toEqual(['mine, later', 'kept']);
    elsewhere('theirs again');
    keeper.type(place, typed('mine again'));
    await passes();
    keeper.giveWay(place);
    expect([keeper.draftOf(place)?.answers['text'], keeper.keepingOf(place).is]).toEqual([
      'theirs again',
      'kept',
    ]);
  });

  it('says that the draft was sent elsewhere, and keeps nothing anew by itself', async () => {
    elsewhere('theirs');
    keeper.begin(place, kept);
    kept = undefined;
    keeper.type(place, typed('mine'));
    await passes();
    expect([keeper.keepingOf(place), kept]).toEqual([{ is: 'changed', other: undefined }, undefined]);
    keeper.giveWay(place);
    expect([keeper.draftOf(place), keeper.keepingOf(place).is]).toEqual([undefined, 'nothing']);
  });

  it('gives what was loaded and then changed a key of its own, once', () => {
    elsewhere('theirs');
    keeper.begin(place, kept);
    keeper.type(place, typed('mine'));
    const key = keeper.draftOf(place)?.key;
    expect(key).toBe('new 1');
    keeper.type(place, typed('mine, more', key));
    expect(keeper.draftOf(place)?.key).toBe('new 1');
  });

  it('keeps at once what is typed when the form is closed or the page is left', async () => {
    keeper.type(place, typed('a'));
    keeper.keepAll(true);
    await passes();
    expect(attempts).toEqual([{ text: 'a', isLeaving: true }]);
    keeper.type(place, typed('ab'));
    keeper.end(place);
    await passes();
    expect([textKept(), keeper.has(place)]).toEqual(['ab', false]);
  });

  it('has what could not be kept when the form is opened again', async () => {
    fails = 'laterAgain';
    keeper.type(place, typed('a'));
    keeper.end(place);
    await passes();
    keeper.begin(place, undefined);
    expect([keeper.draftOf(place)?.answers['text'], keeper.keepingOf(place).is]).toEqual(['a', 'failed']);
  });

  it('throws away here and at the server, and not what another device has kept since', async () => {
    keeper.type(place, typed('a'));
    await passes();
    elsewhere('theirs');
    await expect(keeper.throwAway(place)).rejects.toThrow('changed');
    expect([textKept(), keeper.keepingOf(place).is]).toEqual(['theirs', 'changed']);
    keeper.giveWay(place);
    await keeper.throwAway(place);
    expect([kept, keeper.draftOf(place), keeper.keepingOf(place).is]).toEqual([
      undefined,
      undefined,
      'nothing',
    ]);
  });

  it('ends the draft of what was sent, also one that is just being kept', async () => {
    keeper.type(place, typed('a'));
    for (const { work } of due.splice(0)) work();
    keeper.sent(place);
    await passes();
    expect([kept, keeper.draftOf(place), keeper.isOwing]).toEqual([undefined, undefined, false]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { createEngine, logStart, verifyLog, type EngineError, type ReadCase } from '@safeconduct/engine';
import { derivedSubjectKeys, fixedKeyRing, testReader } from '@safeconduct/engine/testing';
import { uuidIds } from '@safeconduct/stores';
import { officerCase } from '../../workflows/officer-case/index.js';
import { personsOf } from '../../workflows/officer-case/testing/actors.js';
import { samples } from '../../workflows/officer-case/testing/samples.js';
import { inViews, ledTo } from './testing/led-case.js';

const erasedAt = '2030-01-01T00:00:00.000Z';

describe.each(['camped.returning.inTransit', 'pendingAssurance.effective', 'relocating.inTransit'] as const)(
  'a case in %s after the keys of its person were destroyed',
  (leaf) => {
    let led: Awaited<ReturnType<typeof ledTo>>;
    let before: ReadCase | undefined;

    beforeAll(async () => {
      led = await ledTo(leaf);
      before = await led.engine.queries.case(testReader, { caseId: led.caseId });
    });

    it('folds to the same state, and nothing personal is in its facts, its history or its views', async () => {
      const keys = await erasedKeys(led);
      const engine = createEngine({ ...led, keys, ids: uuidIds }, [officerCase]);
      const found = await engine.queries.case(testReader, { caseId: led.caseId });
      expect(found?.folded.state).toBe(before?.folded.state);
      expect(found?.due).toEqual(before?.due);
      expect(JSON.stringify(before?.folded.facts)).toContain('SEALED');
      expect(JSON.stringify(found?.folded.facts)).not.toContain('SEALED');
      const history = await engine.queries.history(testReader, { caseId: led.caseId });
      expect(JSON.stringify(history.map(({ data }) => data))).not.toContain('SEALED');
      expect(history[0]).toMatchObject({ erasedAt, data: { nameLatin: 'erased' } });
      const listed = await inViews({ ...led, keys }, (queries) =>
        queries.listCases(testReader, { search: {}, limit: 10 }),
      );
      expect(listed.cases).toMatchObject([{ caseId: led.caseId, reference: found?.reference }]);
      expect(JSON.stringify(listed.cases)).not.toContain('SEALED');
    });

    it('replays as it was recorded, and verify finds nothing wrong with it', async () => {
      const keys = await erasedKeys(led);
      const engine = createEngine({ ...led, keys, ids: uuidIds }, [officerCase]);
      expect((await engine.queries.replay(testReader, { caseId: led.caseId }))?.diverged).toBeNull();
      expect((await verifyLog({ events: led.events, codec: engine.codec })).problems).toEqual([]);
    });
  },
);

describe('a command in a case whose person was erased', () => {
  it('is refused with SUBJECT_ERASED where it has personal fields, and a withdrawal is heard without its words', async () => {
    const led = await ledTo('camped.returning.inTransit');
    const keys = await erasedKeys(led);
    const engine = createEngine({ ...led, keys, ids: uuidIds }, [officerCase]);
    const send = (command: 'PlaceHold' | 'WithdrawConsent', input: unknown) =>
      engine.handle({ target: { caseId: led.caseId }, command, input, ...personsOf(samples[command]) });
    const hold = samples.PlaceHold.inputs(led.clock.now())[0];
    await expect(send('PlaceHold', hold)).rejects.toMatchObject({
      code: 'SUBJECT_ERASED' satisfies EngineError['code'],
    });
    expect(await send('WithdrawConsent', { statement: 'I stay' })).toMatchObject({
      accepted: false,
      refusal: { code: 'HEARD_UNDECIDED' },
    });
    const all = await led.events.readAll({ after: logStart, limit: 10_000 });
    const last = (await engine.codec.decode(all)).at(-1);
    expect(last).toMatchObject({ kind: 'refusal', heard: null });
    expect(JSON.stringify(all.map(({ data }) => data))).not.toContain('I stay');
  });
});

/** The keys of the installation, with those of one person destroyed. */
async function erasedKeys({ caseId }: { readonly caseId: string }) {
  const subjects = derivedSubjectKeys('test');
  await subjects.destroy(caseId, erasedAt);
  return { ...fixedKeyRing(), subjects };
}

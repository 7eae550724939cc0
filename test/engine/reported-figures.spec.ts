import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  registerOf,
  ReportedFigures,
  type EventStore,
  type FigureContent,
  type FigureOutcome,
  type ReportedFigure,
} from '@safeconduct/engine';
import { countingIds, fixedClock } from '@safeconduct/engine/testing';
import { openMemoryEvents } from '@safeconduct/stores';
import type { Actor } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';

const clock = fixedClock('2025-01-12T05:00:00.000Z');
const ids = countingIds();
const auditor: Actor = { id: 'aud-01', roles: ['auditor'] };
const supervisor: Actor = { id: 'sup-01', roles: ['supervisor'], unit: 'RUTBA' };
const officer: Actor = { id: 'co-01', roles: ['caseOfficer'] };
const register = registerOf(workflows);

let events: EventStore;
let figures: ReportedFigures;
const opened = () => ReportedFigures.open({ events, clock, ids, register });
beforeEach(async () => {
  events = openMemoryEvents({ clock });
  figures = await opened();
});

const content = (more: Partial<FigureContent> = {}): FigureContent => ({
  ...{ workflow: 'officer-case', source: 'A newspaper', published: '2024-12-20', speaksOf: '2024-12-19' },
  ...{ quote: '1,905 were handed over', figure: 1905, relation: 'exactly', counts: {}, parts: [] },
  ...more,
});
const report = (more: Partial<FigureContent> = {}, by = auditor) =>
  figures.change({ kind: 'report', content: content(more) }, by);
async function reported(more: Partial<FigureContent> = {}): Promise<ReportedFigure> {
  const outcome = await report(more);
  if (!outcome.accepted) throw new Error(outcome.refusal);
  return outcome.figure;
}
const issuesOf = (outcome: FigureOutcome) =>
  !outcome.accepted && outcome.refusal === 'FIGURE_INVALID'
    ? outcome.issues.map(({ path, code }) => [path, code])
    : outcome;

describe('reported figures', () => {
  it('are recorded by those whose role may, with who and when, and are there when the log is opened again', async () => {
    const one = await reported();
    await figures.change({ kind: 'report', content: content({ figure: 36 }) }, supervisor);
    expect(one).toMatchObject({
      content: content(),
      recorded: { at: clock.now(), by: { id: 'aud-01', role: 'auditor' } },
      corrections: [],
    });
    expect((await opened()).all).toEqual(figures.all);
    expect(await report({ figure: 7 }, officer)).toMatchObject({
      ...{ accepted: false, refusal: 'NOT_PERMITTED' },
      requiredRoles: ['supervisor', 'auditor'],
    });
    expect(figures.all).toHaveLength(2);
  });

  it('keep what stood before a correction, and stay when they are withdrawn', async () => {
    const { id } = await reported();
    const corrected = content({ figure: 1950 });
    await figures.change(
      { kind: 'correct', figure: id, content: corrected, reason: 'typed wrongly' },
      supervisor,
    );
    await figures.change({ kind: 'withdraw', figure: id, reason: 'the paper took it back' }, auditor);
    const after = (await opened()).figure(id);
    expect(after).toMatchObject({
      content: corrected,
      corrections: [{ was: content(), reason: 'typed wrongly', by: { id: 'sup-01', role: 'supervisor' } }],
      withdrawal: { reason: 'the paper took it back', by: { id: 'aud-01' } },
    });
    for (const change of [
      { kind: 'withdraw', figure: id, reason: 'again' } as const,
      { kind: 'correct', figure: id, content: content(), reason: 'again' } as const,
    ])
      expect(await figures.change(change, auditor)).toMatchObject({ refusal: 'FIGURE_WITHDRAWN' });
    expect(await figures.change({ kind: 'withdraw', figure: 'none', reason: 'x' }, auditor)).toMatchObject({
      refusal: 'FIGURE_NOT_FOUND',
    });
  });

  it('are recorded once, however often and wherever the same is sent', async () => {
    const other = await opened();
    const sent = { kind: 'report', content: content() } as const;
    const outcomes = await Promise.all([figures, figures, other].map((one) => one.change(sent, auditor)));
    expect(outcomes.filter((one) => one.accepted && one.isNew)).toHaveLength(1);
    await figures.refresh();
    expect(figures.all).toHaveLength(1);
    const [{ id } = { id: '' }] = figures.all;
    const correction = { kind: 'correct', figure: id, content: content(), reason: 'the same' } as const;
    expect(await figures.change(correction, auditor)).toMatchObject({ accepted: true, isNew: false });
    expect(figures.figure(id)?.corrections).toEqual([]);
  });

  it.each<[Partial<FigureContent>, readonly (readonly string[])[]]>([
    [{ workflow: 'no-such' }, [['workflow', 'unknown_name']]],
    [{ counts: { states: ['camped.nowhere'] } }, [['counts.states', 'unknown_name']]],
    [{ counts: { place: 'MARS' } }, [['counts.facility', 'unknown_name']]],
    [{ counts: { outcomes: ['GONE'] } }, [['counts.outcomes', 'unknown_name']]],
    [{ counts: { event: 'Vanished' } }, [['counts.event', 'unknown_name']]],
    [{ counts: { tags: { intention: ['perhaps'] } } }, [['counts.tags', 'unknown_name']]],
    [
      { counts: { event: 'ReturnCrossingConfirmed', place: 'RUTBA' } },
      [['counts.facility', 'invalid_value']],
    ],
    [{ counts: { since: '2024-12-19' } }, [['counts.since', 'invalid_value']]],
    [
      { counts: { event: 'ReturnCrossingConfirmed', since: '2024-12-25' } },
      [['counts.since', 'date_too_late']],
    ],
    [{ published: '2025-01-13' }, [['published', 'date_too_late']]],
    [
      { published: '2025-01-12T05:00:00.001Z', speaksOf: '2025-01-12T05:00:00.001Z' },
      [
        ['published', 'date_too_late'],
        ['speaksOf', 'date_too_late'],
      ],
    ],
    [{ speaksOf: '2024-12-21' }, [['speaksOf', 'date_too_late']]],
    [{ parts: ['none'] }, [['parts.0', 'unknown_name']]],
  ])('are not recorded as %j', async (more, issues) => {
    expect(issuesOf(await report(more))).toEqual(issues);
    expect(figures.all).toEqual([]);
  });

  it('have parts that stand, each once, and are no part of themselves', async () => {
    const [part, gone] = [await reported({ figure: 1 }), await reported({ figure: 2 })];
    await figures.change({ kind: 'withdraw', figure: gone.id, reason: 'wrong' }, auditor);
    const whole = await reported({ parts: [part.id] });
    expect(issuesOf(await report({ parts: [part.id, gone.id, part.id] }))).toEqual([
      ['parts.1', 'unknown_name'],
      ['parts.2', 'invalid_value'],
    ]);
    for (const figure of [part.id, whole.id]) {
      const change = {
        kind: 'correct',
        figure,
        content: content({ parts: [whole.id] }),
        reason: 'x',
      } as const;
      expect(issuesOf(await figures.change(change, auditor))).toEqual([['parts.0', 'invalid_value']]);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { upcast, type FactEvent, type Folded } from '@safeconduct/workflow';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { officerCase } from '../../workflows/officer-case/index.js';
import { sendAll, type Recorded, type Steps } from '../../workflows/officer-case/testing/case-run.js';
import { stepsTo } from '../../workflows/officer-case/testing/state-paths.js';

const folder = 'workflows/officer-case/history';

/**
 * The cases that are recorded. They are recorded again by `WRITE_GENERATED=1` as long as no release has their shapes;
 * after that a changed shape needs an upcaster, and a new case another name.
 */
const recordings: Readonly<Record<string, Steps>> = {
  'returned-voluntarily': [...stepsTo['returned.monitoring'], 'CloseMonitoring'],
  'turned-back': [...stepsTo['camped.returning.inTransit'], 'WithdrawConsent', 'ConfirmBroughtBack'],
  'under-assurance': [...stepsTo['pendingAssurance.returning.inTransit'], 'ConfirmHandover'],
  relocated: [...stepsTo['relocating.inTransit'], 'ConfirmArrival'],
  'relocation-withdrawn': [...stepsTo['relocating.ready'], 'WithdrawRelocation'],
  'refused-at-the-destination': [...stepsTo['relocating.inTransit'], 'RecordRefusalAtDestination'],
  'stay-renewed': [...stepsTo.resolved, 'RenewStay'],
  'child-protected': [
    ...stepsTo['entered.childTrack'],
    ['DetermineAge', { variant: 1 }],
    'TransferToChildProtection',
  ],
};

interface Line extends Omit<FactEvent, 'confirmation'> {
  readonly version: number;
  readonly confirmation?: FactEvent['confirmation'];
}

const lineOf = ({ type, data, occurredAt, actor, confirmation, onBehalfOf }: Recorded): Line => ({
  ...{ type, version: officerCase.events.get(type)?.version ?? 0, occurredAt, actor },
  ...(confirmation !== undefined && { confirmation }),
  ...{ onBehalfOf, data },
});

const endOf = ({ state, facts }: Folded) => ({ state, ...officerCase.summary({ state, facts }) });

if (process.env['WRITE_GENERATED'] === '1') {
  for (const [name, steps] of Object.entries(recordings)) {
    const { log, folded } = sendAll(steps);
    const lines = log.map((event) => `${JSON.stringify(lineOf(event))}\n`);
    writeFileSync(join(folder, `${name}.jsonl`), lines.join(''));
    writeFileSync(
      join(folder, `${name}.final.json`),
      `${JSON.stringify(endOf(folded as Folded), null, 2)}\n`,
    );
  }
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));
const linesOf = (name: string): readonly Line[] =>
  readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

describe('a recorded case', () => {
  it.each(names)('that %s folds to the end it had when it was recorded', (name) => {
    const folded = linesOf(name).reduce<Folded | undefined>((before, { version, ...line }) => {
      const data = upcast(officerCase, line.type, version, line.data);
      return officerCase.fold.step(before, { ...line, data });
    }, undefined);
    const final = JSON.parse(readFileSync(join(folder, `${name}.final.json`), 'utf8')) as unknown;
    expect(folded && endOf(folded)).toEqual(final);
  });

  it.each(names)('that %s has events in the shapes that it says', (name) => {
    for (const { type, version, data } of linesOf(name)) {
      const definition = officerCase.events.get(type);
      const isCurrent = definition?.version === version;
      expect([type, !isCurrent || definition.schema.safeParse(data).success]).toEqual([type, true]);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { languages } from '@safeconduct/workflow';
import { workflows } from '@safeconduct/workflows';
import { template } from '../../../../workflows/_template/index.js';
import { labelSize } from './style.js';
import { svg } from './svg.js';

const all = [template, ...workflows].flatMap((workflow) =>
  languages.map((language) => [workflow.name, language, workflow] as const),
);

/** The classes of everything of one kind that has a class. */
const classesOf = (picture: string, element: string): readonly string[] =>
  [...picture.matchAll(new RegExp(`<${element}[^>]*class="([^"]*)"`, 'g'))].map((found) => found[1] ?? '');

const classOfBox = (picture: string, id: string): string | undefined =>
  new RegExp(`id="${id.replaceAll('.', '\\.')}"><rect[^>]*class="([^"]*)"`).exec(picture)?.[1];

describe('the picture of a chart', () => {
  it.each(all)(
    'of %s in %s has every state, and is the same each time',
    async (_name, language, workflow) => {
      const picture = await svg(workflow, { language });
      for (const leaf of workflow.chart.leaves) expect(picture).toContain(`id="${leaf}"`);
      // A workflow of its own, or the first layout would be looked up instead of repeated.
      expect(await svg({ ...workflow }, { language })).toBe(picture);
    },
  );

  it.each(all)('of %s in %s can be read when it is 1200 pixels wide', async (_name, language, workflow) => {
    const picture = await svg(workflow, { language });
    const width = Number(/ width="(\d+)"/.exec(picture)?.[1]);
    expect((labelSize * 1200) / Math.max(width, 1200)).toBeGreaterThanOrEqual(8);
  });

  it('highlights the state of a case, and marks the states it has visited', async () => {
    const picture = await svg(template, { language: 'en', lit: 'closed.granted', visited: ['open'] });
    expect(classOfBox(picture, 'closed.granted')).toBe('leaf lit');
    expect(classOfBox(picture, 'open')).toBe('leaf visited');
    expect(classOfBox(picture, 'closed.declined')).toBe('leaf');
  });

  it('marks the arrow between two visited states, and no other', async () => {
    const picture = await svg(template, { language: 'en', lit: 'closed.granted', visited: ['open'] });
    expect(
      classesOf(picture, 'path')
        .filter((classes) => classes.startsWith('line'))
        .sort(),
    ).toEqual(['line', 'line travelled']);
  });

  it('marks no arrow when only one state was visited', async () => {
    const picture = await svg(template, { language: 'en', lit: 'open' });
    expect(classesOf(picture, 'path')).not.toContain('line travelled');
  });

  it('shows where the chart and each group begin', async () => {
    expect(classesOf(await svg(template, { language: 'en' }), 'circle')).toEqual(['start', 'start']);
  });

  it('needs nothing else: no script, no link, no picture from elsewhere', async () => {
    const picture = await svg(template, { language: 'ar' });
    expect(picture).not.toMatch(/<script|href=|<image|@import|url\((?!#)/);
    expect(picture).toContain('direction="rtl"');
    expect(picture).toContain(`<title id="title">${template.texts.ar.title}</title>`);
  });

  it('writes texts as text', async () => {
    const { en } = template.texts;
    const texts = { ...template.texts, en: { ...en, states: { ...en.states, open: '<b>&"open"' } } };
    expect(await svg({ ...template, texts }, { language: 'en' })).toContain('&lt;b&gt;&amp;&quot;open&quot;');
  });
});

import { describe, expect, it } from '@jest/globals';
import { workflows } from '@safeconduct/workflows';
import { template } from '../../../../workflows/_template/index.js';
import { svg } from './svg.js';

describe('the picture of a chart', () => {
  it.each([template, ...workflows].map((workflow) => [workflow.name, workflow] as const))(
    'of %s has every state, and is the same each time',
    async (_name, workflow) => {
      const picture = await svg(workflow, { language: 'en' });
      for (const leaf of workflow.chart.leaves) expect(picture).toContain(`id="${leaf}"`);
      expect(await svg(workflow, { language: 'en' })).toBe(picture);
    },
  );

  it('lights the state of a case, and marks where it has been', async () => {
    const picture = await svg(template, { language: 'en', lit: 'closed.granted', visited: ['open'] });
    expect(/id="closed\.granted"><rect[^>]*class="([^"]*)"/.exec(picture)?.[1]).toBe('leaf lit');
    expect(/id="open"><rect[^>]*class="([^"]*)"/.exec(picture)?.[1]).toBe('leaf visited');
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

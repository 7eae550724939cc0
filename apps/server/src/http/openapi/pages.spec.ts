import { describe, expect, it } from '@jest/globals';
import { luggage } from '@safeconduct/workflow/testing';
import { openApiDocument } from './document.js';
import { overviewPage } from './pages.js';

describe('the page of the API', () => {
  it('shows a command for whose form no example can be made', () => {
    const page = overviewPage(openApiDocument([luggage]));
    // An amount above 0 is a rule that no example is made for.
    const shown = page.split('<section').find((section) => section.includes('id="luggagePayClaim"'));
    expect(shown).toContain('Schema:');
    expect(shown).not.toContain('Such as');
    expect(page).toContain('Such as');
  });

  it('writes texts as text', () => {
    const document = openApiDocument([luggage]);
    const page = overviewPage({
      ...document,
      info: { title: '<script>alert(1)</script>', summary: `"'&<b>` },
    });
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<b>"/);
  });
});

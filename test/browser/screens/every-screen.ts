import { expect, it } from '@jest/globals';
import type { Each } from './each.js';
import type { Language } from './screen.js';

const languages: readonly Language[] = ['en', 'ar'];
const themes = ['light', 'dark'] as const;
const both = languages.flatMap((language) => themes.map((theme) => [language, theme] as const));

interface Found {
  readonly items: readonly { readonly caseId: string }[];
}

/** Every screen in both languages and both themes, on a desk and on a phone. */
export function describeEveryScreen({ open, demonstration }: Each): void {
  const paths = async (): Promise<Readonly<Record<string, string>>> => {
    const { items } = await demonstration().get<Found>(
      'cases?state=pendingAssurance&facility=BAGHDAD&limit=1',
    );
    const caseId = items[0]?.caseId ?? '';
    return {
      worklist: '/work?view=all',
      'worklist-past': '/work?view=all&at=2024-12-18',
      'worklist-nothing': '/work?view=all&state=entered&facility=BAGHDAD',
      case: `/cases/${caseId}`,
      timeline: `/cases/${caseId}?tab=timeline`,
      diagram: `/cases/${caseId}?tab=diagram`,
      form: `/cases/${caseId}?do=HoldCounselling`,
      replay: `/cases/${caseId}/replay?at=7`,
      compared: `/cases/${caseId}/replay?at=12&with=4`,
      confirmations: '/confirmations',
      insights: '/insights',
      missing: '/nowhere',
      'missing-case': '/cases/00000000-0000-8000-8000-000000000000',
    };
  };

  it.each(both)(
    'is one in which axe finds nothing, in %s, %s',
    async (language, theme) => {
      const screen = await open('aud-01', { language, theme });
      for (const [name, path] of Object.entries(await paths())) {
        await screen.open(path);
        expect([name, await screen.axeFinds()]).toEqual([name, []]);
        if (theme === 'light') await screen.picture(`${name}-${language}-desk`);
      }
    },
    180_000,
  );

  it.each(languages)(
    'is no wider than a phone of 320 pixels, in %s',
    async (language) => {
      const screen = await open('aud-01', { language, width: 320, height: 720 });
      for (const [name, path] of Object.entries(await paths())) {
        await screen.open(path);
        expect([name, await screen.overflow()]).toEqual([name, 0]);
        await screen.picture(`${name}-${language}-phone`);
      }
    },
    120_000,
  );
}

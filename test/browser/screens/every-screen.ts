import { expect, it } from '@jest/globals';
import type { Each } from './each.js';
import { desk, phone, type Language } from './screen.js';

const languages: readonly Language[] = ['en', 'ar'];

/** What another theme can break: it changes colours and nothing else. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** Every screen in both languages and both themes, on a desk and on a phone. */
export function describeEveryScreen({ open, demonstration }: Each): void {
  const paths = async (): Promise<Readonly<Record<string, string>>> => {
    const { caseId } = await demonstration().caseIn('state=pendingAssurance&facility=BAGHDAD');
    return {
      worklist: '/work?view=all',
      'worklist-past': '/work?view=all&at=2024-12-18',
      'worklist-nothing': '/work?view=all&state=entered&facility=BAGHDAD',
      workload: '/workload',
      exceptions: '/exceptions',
      emergency: '/emergency',
      case: `/cases/${caseId}`,
      timeline: `/cases/${caseId}?tab=timeline`,
      diagram: `/cases/${caseId}?tab=diagram`,
      documents: `/cases/${caseId}?tab=documents`,
      form: `/cases/${caseId}?do=HoldCounselling`,
      replay: `/cases/${caseId}/replay?at=7`,
      compared: `/cases/${caseId}/replay?at=12&with=4`,
      'access-report': `/cases/${caseId}/access-report`,
      drafts: '/drafts',
      confirmations: '/confirmations',
      insights: '/insights?show=time&dates=4',
      figures: '/insights/figures?withdrawn=true',
      log: '/audit?actor=co-01&from=2024-12-10&to=2024-12-14',
      refusals: '/audit?kind=refusals',
      rules: '/audit?kind=rules&guard=G-RISK',
      reads: '/audit?kind=reads',
      everything: '/audit?kind=all&kinds=recorded%2Clooked',
      jobs: '/jobs',
      people: '/people?left=true',
      person: '/people/co-01',
      verification: '/verification',
      procedure: '/procedure?state=camped',
      steps: '/procedure?part=steps&role=caseOfficer',
      roles: '/procedure?part=roles',
      role: '/procedure?part=roles&role=supervisor',
      'procedure-deadlines': '/procedure?part=deadlines',
      system: '/system',
      missing: '/nowhere',
      'missing-case': '/cases/00000000-0000-8000-8000-000000000000',
    };
  };

  it.each(languages)(
    'is one in which axe finds nothing, light and dark, and no wider than a phone or than letters of twice the size, in %s',
    async (language) => {
      const screen = await open('aud-01', { language });
      for (const [name, path] of Object.entries(await paths())) {
        await screen.open(path);
        expect([name, 'light', await screen.axeFinds()]).toEqual([name, 'light', []]);
        await screen.picture(`${name}-${language}-desk`);
        await screen.page.emulateMedia({ colorScheme: 'dark' });
        expect([name, 'dark', await screen.axeFinds(rulesOfColours)]).toEqual([name, 'dark', []]);
        await screen.page.emulateMedia({ colorScheme: 'light' });
        await screen.page.setViewportSize(phone);
        await screen.settled();
        expect([name, await screen.overflow()]).toEqual([name, 0]);
        await screen.picture(`${name}-${language}-phone`);
        await screen.page.setViewportSize(desk);
        await screen.enlarge(2);
        expect([name, 'twice the size', await screen.overflow()]).toEqual([name, 'twice the size', 0]);
        await screen.enlarge(1);
      }
    },
    400_000,
  );
}

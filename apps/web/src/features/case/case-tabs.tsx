import { Link } from '@tanstack/react-router';
import { useLocale } from '../../language/locale.js';
import { Tabs } from '../../components/tabs.js';
import { caseTabs, type CaseTab } from './case-search.js';

/** The parts of a case, each with an address of its own. */
export function CaseTabs({ tab, caseId }: { readonly tab: CaseTab; readonly caseId: string }) {
  const { t } = useLocale();
  return (
    <Tabs label={t('case.parts')}>
      {caseTabs.map((one) => (
        <Link
          key={one}
          to="/cases/$caseId"
          params={{ caseId }}
          search={{ tab: one }}
          resetScroll={false}
          aria-current={one === tab ? 'page' : undefined}
          activeProps={{}}
        >
          {t(`case.tab.${one}`)}
        </Link>
      ))}
    </Tabs>
  );
}

import { Link } from '@tanstack/react-router';
import { useLocale } from '../../language/locale.js';
import { Tabs } from '../../components/tabs.js';

/** The pages about all persons together. */
export function InsightsTabs() {
  const { t } = useLocale();
  return (
    <Tabs label={t('nav.insights')}>
      <Link to="/insights" activeOptions={{ exact: true, includeSearch: false }}>
        {t('figures.where')}
      </Link>
      <Link to="/insights/figures" activeOptions={{ includeSearch: false }}>
        {t('figures.title')}
      </Link>
    </Tabs>
  );
}

import { useSuspenseQuery } from '@tanstack/react-query';
import { choosePurpose } from '../api/purpose.js';
import { sessionQuery } from '../api/queries.js';
import { Button } from '../components/basics.js';
import { Notice } from '../components/said.js';
import { useLocale } from '../language/locale.js';
import { useUsualPurpose } from './use-usual-purpose.js';

/** Tells somebody whose roles do not have any more what they had chosen to read for. */
export function PurposeLost() {
  const { t } = useLocale();
  const session = useSuspenseQuery(sessionQuery).data;
  const usual = useUsualPurpose();
  return (
    <Notice tone="warn" title={t('purpose.lost')}>
      <div className="row">
        <span>{t('purpose.sign', { purpose: usual })}</span>
        <Button onPress={() => choosePurpose(session, undefined)}>{t('close')}</Button>
      </div>
    </Notice>
  );
}

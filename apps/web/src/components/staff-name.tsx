import { useQuery } from '@tanstack/react-query';
import { staffNamesQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Name } from './basics.js';

/** Somebody who works here: their name where the directory has one, else their id. */
export function StaffName({ id }: { readonly id: string | null | undefined }) {
  const { t, manner } = useLocale();
  const name = useQuery(staffNamesQuery).data?.get(id ?? '');
  if (!id) return <span className="soft">{t('nobody')}</span>;
  const shown = manner.language === 'ar' ? (name?.arabic ?? name?.latin) : (name?.latin ?? name?.arabic);
  return (
    <span title={id}>
      <Name>{shown ?? id}</Name>
    </span>
  );
}

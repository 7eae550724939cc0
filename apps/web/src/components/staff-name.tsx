import { useQuery } from '@tanstack/react-query';
import { staffNamesQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Name } from './basics.js';

/** Somebody who works here: their name where the directory has one, else their id. */
export function StaffName({ id }: { readonly id: string | null | undefined }) {
  const { t } = useLocale();
  const nameOf = useNameOfStaff();
  if (!id) return <span className="soft">{t('nobody')}</span>;
  return (
    <span title={id}>
      <Name>{nameOf(id)}</Name>
    </span>
  );
}

/** The same as a text, for a sentence or a menu. */
export function useNameOfStaff(): (id: string) => string {
  const { manner } = useLocale();
  const names = useQuery(staffNamesQuery).data;
  return (id) => {
    const name = names?.get(id);
    const inOrder = manner.language === 'ar' ? [name?.arabic, name?.latin] : [name?.latin, name?.arabic];
    return inOrder.find((one) => typeof one === 'string') ?? id;
  };
}

import { useLocale } from '../language/locale.js';
import { Name } from './basics.js';

interface Props {
  readonly id: string | null | undefined;
  readonly name: { readonly latin: string | null; readonly arabic: string | null } | null | undefined;
}

/** Somebody who works here: their name where it may be seen, else their id. */
export function StaffName({ id, name }: Props) {
  const { t, manner } = useLocale();
  if (!id) return <span className="soft">{t('nobody')}</span>;
  const shown = manner.language === 'ar' ? (name?.arabic ?? name?.latin) : (name?.latin ?? name?.arabic);
  return (
    <span title={id}>
      <Name>{shown ?? id}</Name>
    </span>
  );
}

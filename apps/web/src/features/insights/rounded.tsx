import { useLocale } from '../../language/locale.js';

/** Says that figures are rounded, where they are. */
export function Rounded({ to }: { readonly to: number | null }) {
  const { t } = useLocale();
  return to === null ? null : <p className="soft small">{t('insights.rounded', { count: to })}</p>;
}

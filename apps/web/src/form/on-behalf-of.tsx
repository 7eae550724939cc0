import { Name } from '../components/basics.js';
import { useLocale } from '../language/locale.js';

/** Whose will a step is, where it is not that of whoever takes it. */
export function OnBehalfOf({ whom }: { readonly whom: string }) {
  const { t } = useLocale();
  return whom === 'subject' ? t('form.onBehalfOf.subject') : <Name>{whom}</Name>;
}

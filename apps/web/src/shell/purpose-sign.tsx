import { useQuery } from '@tanstack/react-query';
import { sessionQuery, type Session } from '../api/queries.js';
import { choosePurpose, usePurpose } from '../api/purpose.js';
import { useLocale, type Locale } from '../language/locale.js';
import { Button } from '../components/basics.js';
import { Notice } from '../components/said.js';

const rolesAgainMs = 60_000;

/** Says what somebody reads for while it is not what they read for as usual. Their roles are asked for again meanwhile. */
export function PurposeSign({ onChange }: { readonly onChange: () => void }) {
  const { t, pick } = useLocale();
  const { chosen } = usePurpose();
  const { data: session } = useQuery({
    ...sessionQuery,
    refetchInterval: chosen === undefined ? false : rolesAgainMs,
  });
  const found = session?.purposes.find(({ purpose }) => purpose === chosen);
  if (found === undefined) return null;
  return (
    <Button className="chip-button purpose" onPress={onChange}>
      {t('purpose.sign', { purpose: pick(found.titles) })}
    </Button>
  );
}

/** Tells somebody whose roles do not have any more what they had chosen to read for. */
export function PurposeLost({ session }: { readonly session: Session }) {
  const { t, pick, format } = useLocale();
  const { isLost } = usePurpose();
  if (!isLost) return null;
  return (
    <Notice tone="warn" title={t('purpose.lost')}>
      <div className="row">
        <span>{t('purpose.sign', { purpose: usualPurpose(session, { pick, format }) })}</span>
        <Button onPress={() => choosePurpose(session, undefined)}>{t('close')}</Button>
      </div>
    </Notice>
  );
}

/** What somebody reads for who has chosen nothing, in words. */
export const usualPurpose = (
  { purposes }: Session,
  { pick, format }: Pick<Locale, 'pick' | 'format'>,
): string => format.list(purposes.filter(({ isDefault }) => isDefault).map(({ titles }) => pick(titles)));

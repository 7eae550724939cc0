import { useQuery } from '@tanstack/react-query';
import { usePurpose } from '../api/purpose.js';
import { sessionQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Button } from '../components/basics.js';

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

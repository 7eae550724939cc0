import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../api/problem.js';
import { sessionQuery } from '../../api/queries.js';
import { useWorkflows } from '../../components/state-name.js';
import { Button } from '../../components/basics.js';
import { loadedLater } from '../../components/loaded-later.js';
import { FailurePage } from '../../components/said.js';
import { useLocale, withLaterTexts } from '../../language/locale.js';

const PurposeWindow = loadedLater(async () => (await import('../../shell/purpose-window.js')).PurposeWindow);

const InEmergency = loadedLater(
  async () => (await withLaterTexts(() => import('./in-emergency.js'))).InEmergency,
);

interface Props {
  /** The id or the reference by which it was asked for. */
  readonly asked: string;
  readonly error: unknown;
  readonly again: () => void;
}

/** A case that is not shown: there is none, or whoever is signed in does not see it. What they can do is the same for both. */
export function CaseMissing({ asked, error, again }: Props) {
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  const isMissing = problemOf(error)?.code === 'CASE_NOT_FOUND';
  return (
    <FailurePage error={error} again={again}>
      {isMissing && <OtherPurpose />}
      {isMissing && permissions.emergency.length > 0 && <InEmergency asked={asked} />}
    </FailurePage>
  );
}

/** For whoever has a role that sees cases for some of its purposes alone. */
function OtherPurpose() {
  const { t } = useLocale();
  const { roles, purposes } = useSuspenseQuery(sessionQuery).data;
  const [choosing, setChoosing] = useState(false);
  const depends = useWorkflows().some(({ permissions: { reads } }) =>
    reads.some(({ role, cases }) => roles.includes(role) && cases.some((scope) => scope.purposes !== null)),
  );
  if (!depends || purposes.length < 2) return null;
  return (
    <div className="card row">
      <span>{t('purpose.elsewhere')}</span>
      <Button onPress={() => setChoosing(true)}>{t('purpose.change')}</Button>
      {choosing && <PurposeWindow onClose={() => setChoosing(false)} />}
    </div>
  );
}

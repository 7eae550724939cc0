import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { endAccess, ownAccessQuery, type EmergencyAccess } from '../../api/emergency-access.js';
import { beginEmergencyReading, endEmergencyReading } from '../../api/emergency-reading.js';
import { Button, Chip, Skeleton } from '../../components/basics.js';
import { Empty, Failure } from '../../components/said.js';
import { useNow } from '../../components/use-now.js';
import { useLocale } from '../../language/locale.js';

/** The access that somebody took, the newest first: what runs can be used and ended. */
export function OwnAccess({ person }: { readonly person: string | null }) {
  const { t } = useLocale();
  const found = useQuery(ownAccessQuery(person));
  return (
    <section className="stack" aria-labelledby="own-access">
      <h2 id="own-access">{t('emergency.own')}</h2>
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={4} />}
      {found.data?.length === 0 && <Empty title={t('emergency.none')} />}
      <ul className="stack plain-list">
        {found.data?.map((access) => (
          <li key={access.id} className="card stack tight">
            <OneAccess access={access} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const tones = { active: 'warn', toReview: undefined, reviewed: 'done' } as const;

function OneAccess({ access }: { readonly access: EmergencyAccess }) {
  const { t, format } = useLocale();
  const now = useNow(10_000);
  const { status, trigger, begunAt, until, ended, text, review, caseId } = access;
  // It may have run out since the list was read.
  const state = status === 'active' && Date.parse(until) <= now ? 'toReview' : status;
  return (
    <>
      <p className="row">
        <Chip tone={tones[state]}>{t(`emergency.state.${state}`)}</Chip>
        <strong>{t(`emergency.trigger.${trigger}`)}</strong>
        <span className="soft">
          {t('emergency.fromTo', { from: format.time(begunAt), to: format.time(ended?.at ?? until) })}
        </span>
      </p>
      {text !== null && <p dir="auto">{text}</p>}
      <p className="soft small">
        {t('emergency.case')} <code dir="ltr">{caseId}</code>
      </p>
      {review !== null && (
        <p>
          {t(`emergency.verdict.${review.verdict}`)}
          {review.text !== null && <span dir="auto"> {review.text}</span>}
        </p>
      )}
      {state === 'active' && <Running access={access} />}
    </>
  );
}

function Running({ access }: { readonly access: EmergencyAccess }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: endAccess,
    onSuccess: async () => {
      endEmergencyReading(access.caseId);
      await queries.invalidateQueries({ queryKey: ['emergency'] });
    },
  });
  return (
    <>
      {ending.isError && <Failure error={ending.error} again={() => ending.mutate(access.id)} />}
      <div className="row">
        <Button
          onPress={() => {
            beginEmergencyReading(access);
            void navigate({ to: '/cases/$caseId', params: { caseId: access.caseId } });
          }}
        >
          {t('emergency.read')}
        </Button>
        <Button onPress={() => ending.mutate(access.id)} isPending={ending.isPending}>
          {t('emergency.endNow')}
        </Button>
      </div>
    </>
  );
}

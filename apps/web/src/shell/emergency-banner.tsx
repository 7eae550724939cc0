import '../style/emergency.css';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { endAccess, ownAccessQuery } from '../api/emergency-access.js';
import { endEmergencyReading, type EmergencyReading } from '../api/emergency-reading.js';
import { followCase } from '../api/live.js';
import { caseKey, sessionQuery } from '../api/queries.js';
import { Button } from '../components/basics.js';
import { Failure } from '../components/said.js';
import { useNow } from '../components/use-now.js';
import { useLocale } from '../language/locale.js';

/** Whoever reviews it may end it. */
const lookMs = 60_000;
const secondMs = 1000;

/** Says that a case is read under emergency access, and takes it from the page when that is over. */
export function EmergencyBanner({ reading }: { readonly reading: EmergencyReading }) {
  const { t, format } = useLocale();
  const queries = useQueryClient();
  const { grantId, caseId, until } = reading;
  const leftMs = Date.parse(until) - useNow(secondMs);
  const isOver = useIsEnded(grantId) || leftMs <= 0;
  const over = () => {
    endEmergencyReading(caseId);
    void queries.invalidateQueries({ queryKey: ['emergency'] });
  };
  const ending = useMutation({ mutationFn: () => endAccess(grantId), onSuccess: over });
  useEffect(
    () =>
      followCase(caseId, 'breakGlass', () => void queries.invalidateQueries({ queryKey: caseKey(caseId) })),
    [caseId, queries],
  );
  useEffect(() => {
    if (isOver) endEmergencyReading(caseId);
  }, [isOver, caseId]);
  return (
    <section className="emergency-banner" aria-label={t('emergency.title')}>
      <strong role="status">{t('emergency.until', { time: format.clock(until) })}</strong>
      <span role="timer" dir="ltr">
        {clockOf(Math.max(0, leftMs), format.number)}
      </span>
      <span>{t('emergency.recorded')}</span>
      <Button onPress={() => ending.mutate()} isPending={ending.isPending}>
        {t('emergency.endNow')}
      </Button>
      {ending.isError && <Failure error={ending.error} again={() => ending.mutate()} />}
    </section>
  );
}

/** Whether it was ended before its time, on another page or by somebody else. */
function useIsEnded(grantId: string): boolean {
  const { person } = useSuspenseQuery(sessionQuery).data;
  const own = useQuery({ ...ownAccessQuery(person), refetchInterval: lookMs }).data;
  return own?.some(({ id, status }) => id === grantId && status !== 'active') === true;
}

/** Hours where there are any, minutes and seconds: `1:04:09`. */
function clockOf(ms: number, number: (value: number) => string): string {
  const seconds = Math.ceil(ms / secondMs);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 || part > 9 ? '' : number(0)) + number(part)).join(':');
}

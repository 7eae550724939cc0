import { useEffect, useState } from 'react';
import { useFreshness } from '../api/live.js';
import { useLocale } from '../language/locale.js';

const pulseMs = 5000;
const lateMs = 3 * pulseMs;

/** Says how old what is shown can be. Only a change of its kind is announced, not each second. */
export function FreshnessSign() {
  const { t, format } = useLocale();
  const { state, heardAt, ahead } = useFreshness();
  const now = useDeviceNow();
  const seconds = Math.max(0, Math.round((now - heardAt) / 1000));
  const late = state === 'lost' || now - heardAt > lateMs;
  const kind = state === 'connecting' && !late ? 'connecting' : late ? 'lost' : 'live';
  const at = format.clock(new Date(heardAt + ahead).toISOString());
  const texts = {
    connecting: t('live.connecting'),
    live: t('live.live', { count: seconds }),
    lost: t('live.lost', { time: at }),
  };
  return (
    <span className={`freshness ${kind}`} title={texts[kind]}>
      <span className="dot" aria-hidden="true" />
      <span className="wide-only" aria-hidden="true">
        {texts[kind]}
      </span>
      <span className="visually-hidden" role="status">
        {kind === 'lost' ? texts.lost : kind === 'live' ? t('live.isLive') : ''}
      </span>
    </span>
  );
}

function useDeviceNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

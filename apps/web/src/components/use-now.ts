import { useEffect, useState } from 'react';
import { dataNow } from '../api/live.js';

/** What the clock of the data shows, in milliseconds; read again after each interval. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(dataNow);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(dataNow());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}

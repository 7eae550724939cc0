import { useEffect, useState } from 'react';

export const speeds = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof speeds)[number];

const stepMs = 1200;

export interface Play {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly toggle: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** Goes on by itself, one event after the other, until the last one. */
export function usePlay(index: number, last: number, go: (index: number) => void): Play {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (index >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      go(index + 1);
    }, stepMs / speed);
    return () => {
      clearTimeout(timer);
    };
  }, [isPlaying, speed, index, last, go]);
  return {
    isPlaying,
    speed,
    setSpeed,
    toggle: () => {
      if (!isPlaying && index >= last) go(0);
      setPlaying(!isPlaying);
    },
  };
}

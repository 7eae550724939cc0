import { useEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '../shell/keyboard.js';
import { SearchBox } from './search-box.js';
import { useLater } from './use-later.js';

interface Props {
  readonly label: string;
  /** By which the list is narrowed now. */
  readonly text: string;
  /** Called once nothing has been typed for a moment. */
  readonly onText: (text: string) => void;
}

const settledMs = 250;

/** Narrows a list by what is typed. The key F leads to it. */
export function TextFilter({ label, text, onText }: Props) {
  const [typed, setTyped] = useState(text);
  const settled = useLater(typed, settledMs).trim();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(text);
  const tell = useRef(onText);
  tell.current = onText;
  // Back and forward bring another text with them.
  if (asked.current !== text) {
    asked.current = text;
    setTyped(text);
  }
  // Only when what was typed has settled anew: a text that came with the address has not settled yet.
  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    tell.current(settled);
  }, [settled]);
  useShortcuts(
    useMemo(
      () => ({
        KeyF: () => {
          field.current?.focus();
        },
      }),
      [],
    ),
  );
  return <SearchBox ref={field} label={label} text={typed} onText={setTyped} maxLength={200} />;
}

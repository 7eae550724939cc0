import { useEffect } from 'react';

/** What a key does, by the physical key, so that it is the same on an Arabic keyboard: `KeyJ`, `Slash`, or `KeyG KeyW` in turn. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const key = 'safeconduct.shortcuts';
const sequenceMs = 1200;
/** The key with which sequences begin. */
const leader = 'KeyG';

export const shortcutsAreOn = (): boolean => localStorage.getItem(key) !== 'off';
export function turnShortcuts(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
}

interface Pressed {
  readonly event: KeyboardEvent;
  /** The key that was pressed before this one. */
  readonly before: { readonly code: string; readonly at: number } | undefined;
}

let pressed: Pressed | undefined;

/** Several parts listen for the same key. Each of them is told the same key as the one before it. */
function keyBefore(event: KeyboardEvent): Pressed['before'] {
  if (pressed?.event !== event) {
    const last = pressed?.event;
    pressed = { event, before: last && { code: last.code, at: last.timeStamp } };
  }
  return pressed.before;
}

/**
 * Listens for single keys while a part is shown. They are off inside fields and dialogs, with a modifier held, and for whoever
 * turned them off (WCAG 2.1.4).
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || hasModifier(event) || isOwn(event) || !shortcutsAreOn()) return;
      const before = keyBefore(event);
      const first = before !== undefined && event.timeStamp - before.at < sequenceMs ? before.code : '';
      // The key after G says where to go, and nothing else, whoever listens for it alone.
      const act =
        shortcuts[`${first} ${event.code}`] ?? (first === leader ? undefined : shortcuts[event.code]);
      if (act === undefined) return;
      event.preventDefault();
      pressed = undefined;
      act();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [shortcuts]);
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

const elsewhere = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]';

/** What is focused takes the key itself: it is typed there, or scrolls it. */
const isOwn = ({ target, code }: KeyboardEvent): boolean =>
  target instanceof Element &&
  target.closest(code.startsWith('Arrow') ? `${elsewhere}, [role=region]` : elsewhere) !== null;

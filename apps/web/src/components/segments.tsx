import { useCallback } from 'react';
import { DateInput, DateSegment } from 'react-aria-components';
import { useLocale } from '../language/locale.js';

const arabic = '٠١٢٣٤٥٦٧٨٩';
const western = '0123456789';

/** The parts of a date. Each takes digits of either script: those that are not of the language shown are typed as if they were. */
export function Segments() {
  const { manner } = useLocale();
  const [own, other] = manner.numerals === 'arabicIndic' ? [arabic, western] : [western, arabic];
  const listen = useCallback(
    (element: HTMLElement | null) => {
      const translate = (event: InputEvent): void => {
        const at = event.data === null || event.data === '' ? -1 : other.indexOf(event.data);
        if (at < 0) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const { inputType } = event;
        const typed = { inputType, data: own[at] ?? null, bubbles: true, cancelable: true };
        event.target?.dispatchEvent(new InputEvent('beforeinput', typed));
      };
      element?.addEventListener('beforeinput', translate, true);
      return () => {
        element?.removeEventListener('beforeinput', translate, true);
      };
    },
    [own, other],
  );
  return (
    <div ref={listen}>
      <DateInput>{(segment) => <DateSegment segment={segment} />}</DateInput>
    </div>
  );
}

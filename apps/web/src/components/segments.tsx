import { useCallback, useContext, useEffect, useEffectEvent } from 'react';
import { DateFieldStateContext, DateInput, DateSegment, type DateFieldState } from 'react-aria-components';
import { useLocale } from '../language/locale.js';

const arabic = '٠١٢٣٤٥٦٧٨٩';
const western = '0123456789';

interface Props {
  /**
   * Told what stands in the parts while that is no date: half of one is typed, or a day that its month does not have.
   * `undefined`: they are a date, or all of them are empty.
   */
  readonly onUnfinished?: (text: string | undefined) => void;
}

/** The parts of a date. Each takes digits of either script: those that are not of the language shown are typed as if they were. */
export function Segments({ onUnfinished }: Props) {
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
      {onUnfinished !== undefined && <Unfinished onChange={onUnfinished} />}
      <DateInput>
        {(segment) => <DateSegment segment={segment.type === 'era' ? asText(segment) : segment} />}
      </DateInput>
    </div>
  );
}

type Segment = DateFieldState['segments'][number];

/** Nobody chooses an era. Where it can be chosen, what is typed after the year goes into it, and is lost. */
const asText = (segment: Segment): Segment => ({ ...segment, type: 'literal', isEditable: false });

function Unfinished({ onChange }: { readonly onChange: NonNullable<Props['onUnfinished']> }) {
  const state = useContext(DateFieldStateContext);
  const text = state === null ? undefined : unfinishedIn(state);
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    tell(text);
  }, [text]);
  return null;
}

/** Marks that only turn the direction of a text. */
const directions = /[\u2066-\u2069]/g;

function unfinishedIn({ segments, value }: DateFieldState): string | undefined {
  const typed = segments.filter(({ type, isEditable }) => isEditable && type !== 'era');
  const [day] = typed.filter(({ type }) => type === 'day');
  const isEmpty = typed.every(({ isPlaceholder }) => isPlaceholder);
  // Of a day that its month does not have, the value stays the one before it.
  const isDate =
    value !== null && day?.value === value.day && typed.every(({ isPlaceholder }) => !isPlaceholder);
  if (isEmpty || isDate) return undefined;
  return segments.map(({ text }) => text.replace(directions, '')).join('');
}

import type { Ref } from 'react';
import { Input, SearchField } from 'react-aria-components';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSubmit?: () => void;
  /** Left out: any number of characters. */
  readonly maxLength?: number;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A text to look for, in either script. */
export const SearchBox = ({ label, text, onText, onSubmit, maxLength, ref }: Props) => (
  <SearchField
    className="text-filter"
    aria-label={label}
    value={text}
    onChange={onText}
    {...(onSubmit && { onSubmit })}
  >
    <Input ref={ref} dir="auto" maxLength={maxLength} placeholder={label} />
  </SearchField>
);

import type { ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  RadioButton,
  RadioField,
  type CheckboxFieldProps,
} from 'react-aria-components';

/** One of several answers of which one is given. */
export const OneOf = ({ value, children }: { readonly value: string; readonly children: ReactNode }) => (
  <RadioField value={value}>
    <RadioButton className="react-aria-Radio">{children}</RadioButton>
  </RadioField>
);

type TickProps = Omit<CheckboxFieldProps, 'children'> & { readonly children: ReactNode };

/** Something that is so or not. */
export const Tick = ({ children, ...props }: TickProps) => (
  <CheckboxField {...props}>
    <CheckboxButton className="react-aria-Checkbox">{children}</CheckboxButton>
  </CheckboxField>
);

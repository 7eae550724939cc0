import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';

type Kind = 'main' | 'danger' | 'quiet';

export function Button({
  kind,
  className = '',
  ...props
}: ButtonProps & { readonly kind?: Kind; readonly className?: string }) {
  return <AriaButton {...props} className={['button', kind ?? '', className].join(' ').trim()} />;
}

/** A name of a person or a reference: its direction is its own, whatever stands around it. */
export const Name = ({ children }: { readonly children: ReactNode }) => <bdi>{children}</bdi>;

type Tone = 'here' | 'warn' | 'danger' | 'done';

export const Chip = ({
  tone,
  children,
}: {
  readonly tone?: Tone | undefined;
  readonly children: ReactNode;
}) => <span className={tone === undefined ? 'chip' : `chip ${tone}`}>{children}</span>;

/** In the place of something that is not there yet, as large as it will be. */
export const Skeleton = ({ lines = 1 }: { readonly lines?: number }) => (
  <span className="stack tight" aria-hidden="true">
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} className="skeleton" />
    ))}
  </span>
);

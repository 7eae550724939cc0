import { useEffect, type ReactNode, type RefObject } from 'react';
import { Form } from 'react-aria-components';

interface Props {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly className: string;
  readonly label?: string;
  /** While it is on its way it is not sent again. */
  readonly isPending: boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** What is filled in and sent to the server: by its button, or by Ctrl and Enter, wherever in it somebody types. */
export function SentForm({ form, className, label, isPending, onSend, children }: Props) {
  useSubmitKey(form);
  return (
    <Form
      ref={form}
      className={className}
      {...(label !== undefined && { 'aria-label': label })}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) onSend();
      }}
    >
      {children}
    </Form>
  );
}

function useSubmitKey(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (isIn(form.current, event.target)) form.current?.requestSubmit();
    };
    // Before the fields, which keep some keys for themselves.
    document.addEventListener('keydown', listen, true);
    return () => {
      document.removeEventListener('keydown', listen, true);
    };
  }, [form]);
}

/** Whether a key is of a form: pressed in it, or where nothing has the focus. One that is pressed in a dialog above it is not. */
const isIn = (form: HTMLFormElement | null, target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Node && form?.contains(target) === true);

import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { Window } from '../../components/window.js';
import { useLocale } from '../../language/locale.js';
import { useChanged } from './people-query.js';

interface Props {
  /** What is done, as a title and on the button that does it. */
  readonly title: string;
  readonly onSure: () => Promise<unknown>;
  readonly onClose: () => void;
  /** What follows from it. */
  readonly children: ReactNode;
}

/** Asks before something is done that others will feel. */
export function SureWindow({ title, onSure, onClose, children }: Props) {
  const { t } = useLocale();
  const changed = useChanged();
  const doing = useMutation({
    mutationFn: onSure,
    onSuccess: async () => {
      await changed();
      onClose();
    },
  });
  return (
    <Window title={title} onClose={onClose} role="alertdialog">
      {children}
      {doing.isError && <Failure error={doing.error} again={doing.mutate} />}
      <div className="row">
        <Button kind="danger" onPress={() => doing.mutate()} isPending={doing.isPending}>
          {title}
        </Button>
        <Button onPress={onClose}>{t('people.cancel')}</Button>
      </div>
    </Window>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Button, Name } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { Window } from '../../components/window.js';
import { useLocale } from '../../language/locale.js';
import { withdrawFigure, type Figure } from './reported-figures.js';

/** Withdraws a figure, with a reason. */
export function WithdrawWindow({
  figure,
  onClose,
}: {
  readonly figure: Figure;
  readonly onClose: () => void;
}) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdrawing = useMutation({
    mutationFn: withdrawFigure,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['figures'] });
      onClose();
    },
  });
  const send = () => withdrawing.mutate({ id: figure.id, reason: reason.trim() });
  return (
    <Window title={t('figures.withdraw')} onClose={onClose} isDismissable={false}>
      <p>
        <Name>{figure.source}</Name>: <Name>{figure.quote}</Name>
      </p>
      <p className="soft">{t('figures.withdrawText')}</p>
      <TextField className="field" value={reason} onChange={setReason} maxLength={1000}>
        <Label>{t('figures.why')}</Label>
        <TextArea dir="auto" />
      </TextField>
      {withdrawing.isError && <Failure error={withdrawing.error} again={send} />}
      <div className="row">
        <Button
          kind="danger"
          onPress={send}
          isDisabled={reason.trim() === ''}
          isPending={withdrawing.isPending}
        >
          {t('figures.withdraw')}
        </Button>
        <Button onPress={onClose}>{t('figures.cancel')}</Button>
      </div>
    </Window>
  );
}

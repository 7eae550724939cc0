import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Label, RadioGroup, Text, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../components/basics.js';
import { OneOf } from '../../components/choice.js';
import { Failure } from '../../components/said.js';
import { Window } from '../../components/window.js';
import { useLocale } from '../../language/locale.js';
import { reviewAccess, type Verdict } from './exceptions-query.js';

const charactersMin = 10;
const charactersMax = 2000;

/** Another person than the one who took emergency access says whether it was justified, and why. */
export function ReviewWindow({
  grantId,
  onClose,
}: {
  readonly grantId: string;
  readonly onClose: () => void;
}) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const [verdict, setVerdict] = useState<Verdict>('justified');
  const [text, setText] = useState('');
  const reviewing = useMutation({
    mutationFn: reviewAccess,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['exceptions'] });
      onClose();
    },
  });
  const send = () => reviewing.mutate({ grantId, verdict, text: text.trim() });
  return (
    <Window title={t('exceptions.reviewTitle')} onClose={onClose} isDismissable={false}>
      <RadioGroup
        className="field"
        value={verdict}
        onChange={(next) => setVerdict(next === 'unjustified' ? 'unjustified' : 'justified')}
      >
        <Label>{t('exceptions.verdict')}</Label>
        <OneOf value="justified">{t('exceptions.verdict.justified')}</OneOf>
        <OneOf value="unjustified">{t('exceptions.verdict.unjustified')}</OneOf>
      </RadioGroup>
      <TextField className="field" value={text} onChange={setText} maxLength={charactersMax}>
        <Label>{t('exceptions.why')}</Label>
        <TextArea dir="auto" />
        <Text slot="description">{t('exceptions.whyHint')}</Text>
      </TextField>
      {reviewing.isError && <Failure error={reviewing.error} again={send} />}
      <div className="row">
        <Button
          kind="main"
          onPress={send}
          isDisabled={text.trim().length < charactersMin}
          isPending={reviewing.isPending}
        >
          {t('exceptions.record')}
        </Button>
        <Button onPress={onClose}>{t('exceptions.cancel')}</Button>
      </div>
    </Window>
  );
}

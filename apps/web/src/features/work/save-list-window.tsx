import { useRef, useState } from 'react';
import { FieldError, Input, Label, RadioGroup, TextField } from 'react-aria-components';
import { problemOf } from '../../api/problem.js';
import { Button, Name } from '../../components/basics.js';
import { OneOf } from '../../components/choice.js';
import { Failure } from '../../components/said.js';
import { Window } from '../../components/window.js';
import { SentForm } from '../../form/sent-form.js';
import { useLocale } from '../../language/locale.js';
import { useRemoveList, useSaveList, type SavedList, type Sharing } from './saved-lists.js';
import type { WorkSearch } from './work-search.js';

interface Props {
  readonly search: WorkSearch;
  readonly lists: readonly SavedList[];
  readonly hasUnit: boolean;
  /** The saved list that is shown, if it is one. */
  readonly saved: SavedList | undefined;
  readonly onClose: () => void;
}

const nameMax = 60;

/** Saves the list that is shown, and removes lists that were saved. */
export function SaveListWindow({ search, lists, hasUnit, saved, onClose }: Props) {
  const { t } = useLocale();
  const own = lists.filter(({ isOwn }) => isOwn);
  const before = saved?.isOwn === true ? saved : undefined;
  const [name, setName] = useState(before?.name ?? '');
  const [sharedWith, setSharedWith] = useState<Sharing>(before?.sharedWith ?? 'nobody');
  const saving = useSaveList();
  const form = useRef<HTMLFormElement>(null);
  const wrong = problemOf(saving.error)?.issues?.find(({ path }) => path === 'name')?.message;
  const replaced = own.some((one) => one.name === name.trim());
  const send = (): void => {
    if (name.trim() !== '') saving.mutate({ name: name.trim(), search, sharedWith }, { onSuccess: onClose });
  };
  return (
    <Window title={t('saved.save')} onClose={onClose} isDismissable={false}>
      <SentForm form={form} className="stack" isPending={saving.isPending} onSend={send}>
        <p className="soft">{t('saved.what')}</p>
        <TextField
          className="field"
          value={name}
          onChange={setName}
          maxLength={nameMax}
          isInvalid={wrong !== undefined}
          autoFocus
        >
          <Label>{t('saved.name')}</Label>
          <Input dir="auto" />
          <FieldError>{wrong}</FieldError>
        </TextField>
        {replaced && <p className="soft">{t('saved.replaces')}</p>}
        <RadioGroup value={sharedWith} onChange={(value) => setSharedWith(value as Sharing)}>
          <Label>{t('saved.sharing')}</Label>
          <OneOf value="nobody">{t('saved.sharing.nobody')}</OneOf>
          {hasUnit && <OneOf value="unit">{t('saved.sharing.unit')}</OneOf>}
          <OneOf value="everybody">{t('saved.sharing.everybody')}</OneOf>
        </RadioGroup>
        {saving.isError && wrong === undefined && <Failure error={saving.error} again={send} />}
        <div className="row">
          <Button kind="main" type="submit" isDisabled={name.trim() === ''} isPending={saving.isPending}>
            {t('saved.submit')}
          </Button>
          <Button onPress={onClose}>{t('close')}</Button>
        </div>
      </SentForm>
      {own.length > 0 && <OwnLists lists={own} />}
    </Window>
  );
}

function OwnLists({ lists }: { readonly lists: readonly SavedList[] }) {
  const { t } = useLocale();
  const removing = useRemoveList();
  return (
    <section className="stack">
      <h3>{t('saved.own')}</h3>
      {removing.isError && <Failure error={removing.error} again={() => removing.reset()} />}
      <ul className="stack tight">
        {lists.map(({ list, name, sharedWith }) => (
          <li key={list} className="row spread">
            <span>
              <Name>{name}</Name> <span className="soft small">{t(`saved.sharing.${sharedWith}`)}</span>
            </span>
            <Button
              kind="quiet"
              aria-label={t('saved.removeNamed', { name })}
              isPending={removing.isPending && removing.variables === list}
              onPress={() => removing.mutate(list)}
            >
              {t('saved.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { registryQuery } from '../api/queries.js';
import { Button } from '../components/basics.js';
import { useLater } from '../components/use-later.js';
import { westernDigits } from '../language/digits.js';
import { useLocale } from '../language/locale.js';
import { FieldTitle, Hint, type FieldProps } from './field-parts.js';

interface Props extends FieldProps {
  readonly workflow: string;
}

const settledMs = 150;

/**
 * Chooses from what the workflow or the directory knows. Whoever knows what is sent can type it; what a closed list does not have,
 * the server refuses with the reason.
 */
export function RegistryField({ field, id, value, error, onChange, workflow }: Props) {
  const { t, pick } = useLocale();
  const { name = '' } = field.schema['x-registry'] ?? {};
  const [role] = field.schema['x-person-roles'] ?? [];
  const kept = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState<string>();
  const asked = useLater(typed?.trim() ?? '', settledMs);
  const items = useQuery(registryQuery({ workflow, name, role, q: asked })).data?.items;
  const found = items ?? [];
  const chosen = found.find((item) => item.value === kept);
  const valueFor = (text: string): string =>
    found.find(({ value: one, titles }) => one === text || pick(titles) === text)?.value ??
    westernDigits(text);
  // A name that was typed before the list had come stands for what the list calls so.
  useEffect(() => {
    const named = items?.find(({ titles }) => pick(titles) === kept);
    if (named !== undefined && named.value !== kept) onChange(named.value);
  }, [items, kept, pick, onChange]);
  return (
    <ComboBox
      className="field react-aria-ComboBox"
      id={id}
      items={found}
      inputValue={typed ?? (chosen === undefined ? kept : pick(chosen.titles))}
      value={chosen?.value ?? null}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="focus"
      onInputChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? undefined : valueFor(text.trim()));
      }}
      onChange={(key) => {
        if (key === null) return;
        setTyped(undefined);
        onChange(String(key));
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <div className="with-button">
        <Input dir="auto" />
        <Button aria-label={t('form.choose')}>▾</Button>
      </div>
      <FieldError>{error}</FieldError>
      <Popover>
        <ListBox renderEmptyState={() => <p className="menu-title">{t('palette.nothing')}</p>}>
          {(item: (typeof found)[number]) => (
            <ListBoxItem id={item.value} textValue={pick(item.titles)}>
              <span>{pick(item.titles)}</span>
              {pick(item.titles) !== item.value && <code className="soft">{item.value}</code>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

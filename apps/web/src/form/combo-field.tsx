import { useEffect } from 'react';
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Button } from '../components/basics.js';
import { westernDigits } from '../language/digits.js';
import { useLocale, type InBoth } from '../language/locale.js';
import { FieldTitle, Hint, type FieldProps } from './field-parts.js';

export interface Offer {
  readonly value: string;
  readonly titles: InBoth;
}

interface Props extends FieldProps {
  /** Undefined until they have come. */
  readonly offers: readonly Offer[] | undefined;
  /** What somebody typed; undefined when they chose. */
  readonly typed: string | undefined;
  readonly onType: (text: string | undefined) => void;
}

/**
 * Chooses one of what is offered, or takes what is typed. A name that exactly one of them has stands for it; of a name that
 * two have nobody can say whose it is, so it stays as it was typed.
 */
export function ComboField({ field, id, value, error, onChange, offers, typed, onType }: Props) {
  const { t, pick } = useLocale();
  const kept = typeof value === 'string' ? value : '';
  const found = offers ?? [];
  const chosen = found.find((offer) => offer.value === kept);
  const valueFor = (text: string): string => {
    const exact = found.find((offer) => offer.value === text) ?? onlyNamed(found, text, pick);
    return exact?.value ?? westernDigits(text);
  };
  // A name that was typed before the list had come stands for what the list calls so.
  useEffect(() => {
    const named = onlyNamed(offers ?? [], kept, pick);
    if (named !== undefined && named.value !== kept) onChange(named.value);
  }, [offers, kept, pick, onChange]);
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
        onType(text);
        onChange(text.trim() === '' ? undefined : valueFor(text.trim()));
      }}
      onChange={(key) => {
        if (key === null) return;
        onType(undefined);
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
          {(offer: Offer) => (
            <ListBoxItem id={offer.value} textValue={pick(offer.titles)}>
              <span>{pick(offer.titles)}</span>
              {pick(offer.titles) !== offer.value && <code className="soft">{offer.value}</code>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function onlyNamed(
  offers: readonly Offer[],
  text: string,
  pick: (titles: InBoth) => string,
): Offer | undefined {
  const [first, second] = offers.filter(({ titles }) => pick(titles) === text);
  return second === undefined ? first : undefined;
}

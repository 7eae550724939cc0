import {
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import { OneOf, Tick } from '../components/choice.js';
import { asIs } from '../language/as-is.js';
import { useLocale } from '../language/locale.js';
import { Button } from '../components/basics.js';
import type { Field } from './fields-of.js';
import { Choices } from './choices.js';
import { DayField, InstantField } from './day-field.js';
import { FieldTitle, Hint, type FieldProps } from './field-parts.js';
import { OfferedField } from './offered-field.js';
import { RegistryField } from './registry-field.js';
import { FileHashField } from './file-hash-field.js';

const fewChoices = 5;

interface OfWorkflow {
  readonly workflow: string;
}

/** Asks for one value in the way that suits its kind. */
export function OneField(props: FieldProps & OfWorkflow) {
  switch (props.field.kind) {
    case 'choice':
      return (props.field.schema.enum?.length ?? 0) <= fewChoices ? (
        <FewChoices {...props} />
      ) : (
        <Choice {...props} />
      );
    case 'registry':
      return <RegistryField {...props} />;
    case 'offered':
      return <OfferedField {...props} />;
    case 'choices':
      return <Choices {...props} />;
    case 'yesNo':
      return <YesNo {...props} />;
    case 'declaration':
      return <Declaration {...props} />;
    case 'day':
      return <DayField {...props} />;
    case 'instant':
      return <InstantField {...props} />;
    case 'fileHash':
      return <FileHashField {...props} />;
    case 'line':
    case 'text':
    case 'lines':
    case 'number':
    case 'partialDay':
      return <TypedField {...props} />;
    // Their fields are asked one by one.
    case 'group':
    case 'groups':
      return null;
  }
}

function TypedField({ field, id, value, error, onChange }: FieldProps) {
  const { t, format } = useLocale();
  const isLong = field.kind === 'text' || field.kind === 'lines';
  const text = typeof value === 'string' ? value : '';
  const { maxLength } = field.schema;
  const isNumber = field.kind === 'number';
  return (
    <TextField
      className="field"
      id={id}
      value={text}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      {isLong ? (
        <TextArea dir="auto" />
      ) : (
        <Input
          dir={field.kind === 'line' ? 'auto' : 'ltr'}
          inputMode={isNumber || field.kind === 'partialDay' ? 'numeric' : 'text'}
        />
      )}
      {maxLength !== undefined && text.length > maxLength * 0.9 && (
        <Text slot="description" className="hint">
          {t('form.characters', { number: format.number(text.length), max: format.number(maxLength) })}
        </Text>
      )}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

function optionsOf({
  schema,
}: Field): readonly { readonly value: string; readonly titles: { en: string; ar: string } }[] {
  return (schema.enum ?? []).map((value) => ({
    value,
    titles: schema['x-values']?.[value] ?? asIs(value),
  }));
}

function FewChoices(props: FieldProps) {
  const { pick } = useLocale();
  const options = optionsOf(props.field).map(({ value, titles }) => ({ value, title: pick(titles) }));
  return <Radios {...props} options={options} />;
}

interface RadiosProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly title: string }[];
}

/** What stands for a choice that may be left out, and is. */
const noAnswer = ' ';

/** A choice of which every answer is seen. */
function Radios({ field, id, value, error, onChange, options }: RadiosProps) {
  const { t } = useLocale();
  const unanswered = field.isRequired ? null : noAnswer;
  return (
    <RadioGroup
      className="field"
      id={id}
      value={typeof value === 'string' && value !== '' ? value : unanswered}
      onChange={(answer) => {
        onChange(answer === noAnswer ? undefined : answer);
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <div className="choices">
        {options.map(({ value: one, title }) => (
          <OneOf key={one} value={one}>
            {title}
          </OneOf>
        ))}
        {!field.isRequired && <OneOf value={noAnswer}>{t('fact.none')}</OneOf>}
      </div>
      <FieldError>{error}</FieldError>
    </RadioGroup>
  );
}

function Choice({ field, id, value, error, onChange }: FieldProps) {
  const { t, pick } = useLocale();
  return (
    <Select
      className="field react-aria-Select"
      id={id}
      value={typeof value === 'string' ? value : null}
      onChange={(key) => {
        onChange(key === null || key === noAnswer ? undefined : String(key));
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      placeholder={t('form.choose')}
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <Button>
        <SelectValue /> <span aria-hidden="true">▾</span>
      </Button>
      <FieldError>{error}</FieldError>
      <Popover>
        <ListBox>
          {!field.isRequired && <ListBoxItem id={noAnswer}>{t('fact.none')}</ListBoxItem>}
          {optionsOf(field).map(({ value: one, titles }) => (
            <ListBoxItem key={one} id={one} textValue={pick(titles)}>
              {pick(titles)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

function YesNo(props: FieldProps) {
  const { t } = useLocale();
  return (
    <Radios
      {...props}
      options={[
        { value: 'yes', title: t('yes') },
        { value: 'no', title: t('no') },
      ]}
    />
  );
}

/** Something that whoever sends the form states: it has one answer, and without it the form cannot be sent. */
function Declaration({ field, id, value, error, onChange }: FieldProps) {
  const { t, pick } = useLocale();
  const title = pick(field.titles);
  return (
    <div className="field" id={id}>
      <Tick
        isSelected={value === true}
        onChange={onChange}
        isInvalid={error !== undefined}
        validationBehavior="aria"
      >
        {field.schema.const === false
          ? t('form.declareNot', { what: title })
          : t('form.declare', { what: title })}
      </Tick>
      {error !== undefined && <span className="field-error">{error}</span>}
    </div>
  );
}

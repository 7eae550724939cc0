import type { ReactNode } from 'react';
import { CheckboxGroup, Label, RadioGroup, Text, TextArea, TextField } from 'react-aria-components';
import type { EmergencyTrigger } from '../../api/emergency-access.js';
import { OneOf, Tick } from '../../components/choice.js';
import { useWorkflows } from '../../components/state-name.js';
import { useLocale, type InBoth } from '../../language/locale.js';
import { triggers } from './triggers.js';

interface FieldProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const minuteMs = 60_000;
const minutes = [15, 30, 60, 120, 240] as const;
const reasonMax = 2000;

/** Why it cannot wait, as one of the reasons that there are. */
export function TriggerField({
  value,
  onChange,
}: {
  readonly value: EmergencyTrigger | undefined;
  readonly onChange: (value: EmergencyTrigger) => void;
}) {
  const { t } = useLocale();
  return (
    <RadioGroup
      className="field"
      value={value ?? null}
      onChange={(next) => {
        const found = triggers.find((one) => one === next);
        if (found !== undefined) onChange(found);
      }}
      isRequired
    >
      <Label>{t('emergency.trigger')}</Label>
      {triggers.map((one) => (
        <OneOf key={one} value={one}>
          {t(`emergency.trigger.${one}`)}
        </OneOf>
      ))}
    </RadioGroup>
  );
}

/** The same in somebody's own words. */
export function ReasonField({ value, onChange }: FieldProps<string>) {
  const { t } = useLocale();
  return (
    <TextField className="field" value={value} onChange={onChange} maxLength={reasonMax} isRequired>
      <Label>{t('emergency.why')}</Label>
      <TextArea dir="auto" />
      <Text slot="description">{t('emergency.whyHint')}</Text>
    </TextField>
  );
}

interface ClassesProps extends FieldProps<readonly string[]> {
  /** All that can be given to whoever asks. */
  readonly classes: readonly { readonly dataClass: string; readonly titles: InBoth }[];
}

/** To which data. None is chosen at first: it is asked for what is needed and no more. */
export function ClassesField({ classes, value, onChange }: ClassesProps) {
  const { t, pick } = useLocale();
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange} isRequired>
      <Label>{t('emergency.classes')}</Label>
      <div className="choices">
        {classes.map(({ dataClass, titles }) => (
          <Tick key={dataClass} value={dataClass}>
            {pick(titles)}
          </Tick>
        ))}
      </div>
      <Text slot="description">{t('emergency.classesHint')}</Text>
    </CheckboxGroup>
  );
}

export function MinutesField({ value, onChange }: FieldProps<number>) {
  const { t, format } = useLocale();
  return (
    <Alternatives
      label={t('emergency.minutes')}
      value={String(value)}
      onChange={(next) => onChange(Number(next))}
    >
      {minutes.map((one) => (
        <OneOf key={one} value={String(one)}>
          {format.span(one * minuteMs)}
        </OneOf>
      ))}
    </Alternatives>
  );
}

/** Where somebody can take access in several workflows: of which one the case is. */
export function WorkflowField({
  names,
  value,
  onChange,
}: FieldProps<string> & { readonly names: readonly string[] }) {
  const { t, pick } = useLocale();
  const workflows = useWorkflows();
  return (
    <Alternatives label={t('emergency.workflow')} value={value} onChange={onChange}>
      {names.map((name) => {
        const titles = workflows.find((one) => one.name === name)?.titles;
        return (
          <OneOf key={name} value={name}>
            {titles === undefined ? name : pick(titles)}
          </OneOf>
        );
      })}
    </Alternatives>
  );
}

/** A few answers beside each other. */
const Alternatives = ({
  label,
  children,
  ...field
}: FieldProps<string> & { readonly label: string; readonly children: ReactNode }) => (
  <RadioGroup className="field" {...field}>
    <Label>{label}</Label>
    <div className="choices">{children}</div>
  </RadioGroup>
);

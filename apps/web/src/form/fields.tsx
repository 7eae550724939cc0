import { useLocale } from '../language/locale.js';
import { Button } from '../components/basics.js';
import { answerPath, groupsIn, withoutGroup, type Answer, type Answers } from './data-of.js';
import type { FieldErrors } from './errors-of.js';
import { OneField } from './field.js';
import type { Field } from './fields-of.js';

interface Props {
  /** The name of the workflow whose registries the fields choose from. */
  readonly workflow: string;
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly errors: FieldErrors;
  readonly onAnswer: (path: string, value: Answer | undefined) => void;
  /** Of a group that repeats: its path with its number. */
  readonly at?: string;
}

/** The id of the element of a field, so that a summary of errors can lead to it. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;

/** The fields of a form, those of a group together. */
export function Fields({ workflow, fields, answers, errors, onAnswer, at = '' }: Props) {
  return fields.map((field) => {
    const path = answerPath(field, at);
    if (field.kind === 'group') {
      return (
        <Group key={path} {...{ field, path }} error={errors.get(path)}>
          <Fields fields={field.fields} {...{ workflow, answers, errors, onAnswer, at }} />
        </Group>
      );
    }
    if (field.kind === 'groups')
      return <Groups key={path} {...{ workflow, field, answers, errors, onAnswer, path }} />;
    return (
      <OneField
        key={path}
        workflow={workflow}
        field={field}
        id={fieldId(path)}
        value={answers[path]}
        error={errors.get(path)}
        onChange={(value) => {
          onAnswer(path, value);
        }}
      />
    );
  });
}

interface GroupProps {
  readonly field: Field;
  readonly path: string;
  readonly error: string | undefined;
  readonly children: React.ReactNode;
}

function Group({ field, path, error, children }: GroupProps) {
  const { t, pick } = useLocale();
  return (
    <fieldset className="group" id={fieldId(path)}>
      <legend>
        {pick(field.titles)} {!field.isRequired && <span className="required">({t('form.optional')})</span>}
      </legend>
      {error !== undefined && <p className="field-error">{error}</p>}
      <div className="stack">{children}</div>
    </fieldset>
  );
}

interface GroupsProps extends Omit<Props, 'fields' | 'at'> {
  readonly field: Field;
  readonly path: string;
}

/** A group that can be filled in several times. */
function Groups({ workflow, field, answers, errors, onAnswer, path }: GroupsProps) {
  const { t, format } = useLocale();
  const count = groupsIn(answers, path);
  const max = field.schema.maxItems ?? Infinity;
  return (
    <Group {...{ field, path }} error={errors.get(path)}>
      {Array.from({ length: count }, (_, index) => (
        <fieldset key={index} className="group">
          <legend>{t('form.item', { number: format.number(index + 1) })}</legend>
          <div className="stack">
            <Fields
              fields={field.fields}
              {...{ workflow, answers, errors, onAnswer }}
              at={`${path}.${index}`}
            />
            {count > 1 && (
              <div>
                <Button
                  kind="quiet"
                  onPress={() => {
                    for (const [name, value] of withoutGroup(answers, path, index)) onAnswer(name, value);
                  }}
                >
                  {t('form.removeItem', { number: format.number(index + 1) })}
                </Button>
              </div>
            )}
          </div>
        </fieldset>
      ))}
      {count < max && (
        <div>
          <Button
            onPress={() => {
              onAnswer(`${path}.count`, String(count + 1));
            }}
          >
            {t('form.addItem')}
          </Button>
        </div>
      )}
    </Group>
  );
}

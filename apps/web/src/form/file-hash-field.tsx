import { useState } from 'react';
import { FieldError, FileTrigger, Input, InputContext, Label, TextField } from 'react-aria-components';
import { useLocale } from '../language/locale.js';
import { Button } from '../components/basics.js';
import { hashOf } from '../components/file-hash.js';
import { FieldTitle, Hint, type FieldProps } from './field-parts.js';

/** The SHA-256 of a document. It is computed here from the chosen file, which is sent nowhere. */
export function FileHashField({ field, id, value, error, onChange }: FieldProps) {
  const { t } = useLocale();
  const [file, setFile] = useState('');
  return (
    <TextField
      className="field"
      id={id}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <div className="row">
        {/* The input of files is not that of the text field. */}
        <InputContext value={null}>
          <FileTrigger
            onSelect={(files) => {
              const [chosen] = files ?? [];
              if (chosen === undefined) return;
              setFile(chosen.name);
              void hashOf(chosen).then(onChange);
            }}
          >
            <Button>{t('form.chooseFile')}</Button>
          </FileTrigger>
        </InputContext>
        <span className="soft small" role="status">
          {file === '' ? t('form.fileStays') : t('form.hashed', { file })}
        </span>
      </div>
      <Input dir="ltr" spellCheck={false} />
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

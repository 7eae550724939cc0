import { useState } from 'react';
import { FieldError, FileTrigger, Input, Label, TextField } from 'react-aria-components';
import { useLocale } from '../language/locale.js';
import { Button } from '../components/basics.js';
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
        <span className="soft small" role="status">
          {file === '' ? t('form.fileStays') : t('form.hashed', { file })}
        </span>
      </div>
      <Input dir="ltr" spellCheck={false} />
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { useState } from 'react';
import { useLocale } from '../language/locale.js';
import { Button } from './basics.js';

interface Props {
  readonly text: string;
  readonly kind?: 'quiet';
  readonly children: string;
}

/** Puts a text on the clipboard, and says that it is there. */
export function CopyButton({ text, kind, children }: Props) {
  const { t } = useLocale();
  const [copied, setCopied] = useState<string>();
  return (
    <>
      <Button
        {...(kind && { kind })}
        onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
      >
        {children}
      </Button>
      {copied === text && <span role="status">{t('copied')}</span>}
    </>
  );
}

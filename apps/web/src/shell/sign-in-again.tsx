import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { signedIn, signedOut } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { sessionQuery } from '../api/queries.js';
import { setAsking, signIn, type Asked } from '../api/sign-in.js';
import { westernDigits } from '../language/digits.js';
import { useLocale } from '../language/locale.js';
import { Button } from '../components/basics.js';
import { Notice } from '../components/said.js';
import { Window } from '../components/window.js';
import { signInAddress } from './before-session.js';

/**
 * Asks for the password where a session has ended, or where a decisive step needs it again. What was typed on the screen
 * behind stays.
 */
export function SignInAgain() {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    setAsking(setAsked);
    const ended = () => {
      setAsked((open) => open ?? { why: 'ended', done: () => undefined });
    };
    signedOut.addEventListener('signedOut', ended);
    return () => {
      setAsking(undefined);
      signedOut.removeEventListener('signedOut', ended);
    };
  }, []);
  if (asked === undefined) return null;
  return (
    <AskPassword
      why={asked.why}
      onEnd={(isSignedIn) => {
        setAsked(undefined);
        asked.done(isSignedIn);
      }}
    />
  );
}

interface AskProps {
  readonly why: Asked['why'];
  readonly onEnd: (isSignedIn: boolean) => void;
}

function AskPassword({ why, onEnd }: AskProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const { person } = useSuspenseQuery(sessionQuery).data;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const attempt = useMutation({
    mutationFn: () => signIn(person ?? '', password, code === '' ? undefined : westernDigits(code)),
    onSuccess: () => {
      onEnd(true);
      signedIn.dispatchEvent(new Event('signedIn'));
      void queries.invalidateQueries();
    },
  });
  const problem = problemOf(attempt.error);
  const asksCode = problem?.code === 'SECOND_FACTOR_REQUIRED' || code !== '';
  return (
    <Window
      title={t(why === 'ended' ? 'again.ended' : 'again.decisive')}
      isDismissable={false}
      onClose={() => onEnd(false)}
    >
      <p>{t(why === 'ended' ? 'again.endedText' : 'again.decisiveText')}</p>
      {problem !== undefined && problem.code !== 'SECOND_FACTOR_REQUIRED' && (
        <Notice tone="danger" title={problem.title} />
      )}
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate();
        }}
      >
        <p>
          {t('again.person')} <code>{person}</code>
        </p>
        <TextField
          className="field"
          value={password}
          onChange={setPassword}
          type="password"
          isRequired
          autoFocus
        >
          <Label>{t('again.password')}</Label>
          <Input autoComplete="current-password" />
        </TextField>
        {asksCode && (
          <TextField className="field" value={code} onChange={setCode} isRequired autoFocus>
            <Label>{t('again.code')}</Label>
            <Input inputMode="numeric" autoComplete="one-time-code" dir="ltr" />
          </TextField>
        )}
        <div className="row">
          <Button kind="main" type="submit" isPending={attempt.isPending}>
            {t('again.signIn')}
          </Button>
          <Button onPress={() => onEnd(false)}>{t('again.later')}</Button>
          <a href={signInAddress()}>{t('again.otherWay')}</a>
        </div>
      </Form>
    </Window>
  );
}

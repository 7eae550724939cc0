import { useLocale } from '../language/locale.js';
import { Name } from './basics.js';

interface Props {
  readonly subject: { readonly latin: string; readonly arabic: string } | null | undefined;
  /** The name in the other script too. */
  readonly both?: boolean;
}

/** The name of a person in the script of the language shown. Its direction is its own. */
export function SubjectName({ subject, both = false }: Props) {
  const { t, manner } = useLocale();
  if (!subject) return <span className="soft">{t('case.noName')}</span>;
  const [first, second] =
    manner.language === 'ar'
      ? ([subject.arabic, subject.latin] as const)
      : ([subject.latin, subject.arabic] as const);
  return (
    <>
      <Name>{first || second}</Name>
      {both && first !== '' && second !== '' && first !== second && (
        <>
          {' '}
          <span className="soft">
            <Name>{second}</Name>
          </span>
        </>
      )}
    </>
  );
}

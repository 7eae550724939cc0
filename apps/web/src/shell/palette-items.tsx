import { useSuspenseQuery } from '@tanstack/react-query';
import { MenuItem } from 'react-aria-components';
import { sessionQuery, type CaseCommand, type CaseFile } from '../api/queries.js';
import type { Found } from '../api/search.js';
import { Chip, Name } from '../components/basics.js';
import { Marked } from '../components/marked.js';
import { StateName } from '../components/state-name.js';
import { SubjectName } from '../components/subject-name.js';
import { useLocale } from '../language/locale.js';

type FoundCase = Found['cases'][number];
type FoundPerson = Found['people'][number];

/** A case that was found: what was searched for is marked, or it is said where nothing can be. */
export function FoundCaseItem({ row }: { readonly row: FoundCase }) {
  const { t } = useLocale();
  return (
    <MenuItem id={`case ${row.caseId}`} textValue={row.reference}>
      <span>
        <Marked text={row.reference} marks={row.marks.reference} />
        {' · '}
        <MarkedName name={row.subject} marks={row.marks} />
        {row.by.includes('number') && <span className="soft small"> {t('palette.byNumber')}</span>}
      </span>
      <Chip>
        <StateName workflow={row.workflow} path={row.subState ?? row.state} />
      </Chip>
    </MenuItem>
  );
}

interface NameProps {
  readonly name: FoundCase['subject'];
  readonly marks: Pick<FoundCase['marks'], 'latin' | 'arabic'>;
}

/** A name in the script of the language shown, and also in the other one where that was found. */
function MarkedName({ name, marks }: NameProps) {
  const { t, manner } = useLocale();
  if (name === null) return <span className="soft">{t('case.noName')}</span>;
  const isArabic = manner.language === 'ar';
  const [first, second] = isArabic ? (['arabic', 'latin'] as const) : (['latin', 'arabic'] as const);
  const shown = name[first] === '' ? second : first;
  const other = shown === first ? second : first;
  return (
    <>
      <Marked text={name[shown]} marks={marks[shown]} />
      {marks[other].length > 0 && name[other] !== name[shown] && (
        <>
          {' '}
          <Marked text={name[other]} marks={marks[other]} />
        </>
      )}
    </>
  );
}

/** An officer, who leads to their cases, or to what the directory has of them where whoever looks keeps it. */
export function PersonItem({ person }: { readonly person: FoundPerson }) {
  const { t } = useLocale();
  const { keepsDirectory } = useSuspenseQuery(sessionQuery).data.permissions;
  const { id, name, unit, marks } = person;
  return (
    <MenuItem id={`person ${id}`} textValue={id}>
      <span>
        {name !== null && (
          <>
            <MarkedName name={name} marks={marks} />
            {' · '}
          </>
        )}
        <Marked text={id} marks={marks.id} />
      </span>
      <span className="soft small">
        {unit !== null && <Name>{unit}</Name>}{' '}
        {t(keepsDirectory ? 'palette.thePerson' : 'palette.theirCases')}
      </span>
    </MenuItem>
  );
}

export const LastCaseItem = ({ file }: { readonly file: CaseFile }) => (
  <MenuItem id={`case ${file.caseId}`} textValue={file.reference}>
    <span>
      <Name>{file.reference}</Name>
      {' · '}
      <SubjectName subject={file.subject} />
    </span>
    <Chip>
      <StateName workflow={file.workflow} path={file.subState ?? file.state} />
    </Chip>
  </MenuItem>
);

export function CommandItem({ command: { command, titles } }: { readonly command: CaseCommand }) {
  const { pick } = useLocale();
  return (
    <MenuItem id={`do ${command}`} textValue={pick(titles)}>
      {pick(titles)}
    </MenuItem>
  );
}

export const PlainItem = ({ id, title }: { readonly id: string; readonly title: string }) => (
  <MenuItem id={id} textValue={title}>
    {title}
  </MenuItem>
);

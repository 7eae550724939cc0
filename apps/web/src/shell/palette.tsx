import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField } from 'react-aria-components';
import { searchQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Chip, Name } from '../components/basics.js';
import { StateName } from '../components/state-name.js';
import { SubjectName } from '../components/subject-name.js';
import { useLater } from '../components/use-later.js';
import { Window } from '../components/window.js';
import { usePlaces } from './navigation.js';

const waitMs = 150;

/** Goes anywhere by typing: to a screen, or to a case by its reference or the name of its person, in either script. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = useLater(text.trim(), waitMs);
  const found = useQuery({ ...searchQuery(asked), enabled: asked !== '' });
  const places = usePlaces().filter(({ title }) =>
    t(title).toLowerCase().includes(text.trim().toLowerCase()),
  );
  const cases = asked === '' ? [] : (found.data?.items ?? []);
  const go = (key: string): void => {
    onClose();
    const place = places.find(({ to }) => to === key);
    if (place !== undefined) void navigate({ to: place.to });
    else if (key === 'all') void navigate({ to: '/work', search: { view: 'all' }, state: { text: asked } });
    else void navigate({ to: '/cases/$caseId', params: { caseId: key } });
  };
  return (
    <Window title={t('palette.title')} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="field" aria-label={t('palette.title')} autoFocus>
          <Label className="hint">{t('palette.hint')}</Label>
          <Input dir="auto" maxLength={200} />
        </SearchField>
        <Menu
          aria-label={t('palette.results')}
          onAction={(key) => {
            go(String(key));
          }}
          renderEmptyState={() => (
            <p className="soft menu-title">{t(found.isFetching ? 'page.waiting' : 'palette.nothing')}</p>
          )}
        >
          {places.map(({ to, title }) => (
            <MenuItem key={to} id={to} textValue={t(title)}>
              {t(title)}
            </MenuItem>
          ))}
          {cases.map((row) => (
            <MenuItem key={row.caseId} id={row.caseId} textValue={row.reference}>
              <span>
                <Name>{row.reference}</Name> · <SubjectName subject={row.subject} />
              </span>
              <Chip>
                <StateName workflow={row.workflow} path={row.subState ?? row.state} />
              </Chip>
            </MenuItem>
          ))}
          {found.data !== undefined && found.data.next !== null && (
            <MenuItem id="all" textValue={t('palette.all')}>
              {t('palette.all')}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Window>
  );
}

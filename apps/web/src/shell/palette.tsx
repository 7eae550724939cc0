import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Autocomplete, Header, Input, Label, Menu, MenuSection, SearchField } from 'react-aria-components';
import { sessionQuery } from '../api/queries.js';
import { foundQuery } from '../api/search.js';
import { useLocale } from '../language/locale.js';
import { searchable } from '../components/searchable.js';
import { useLater } from '../components/use-later.js';
import { Window } from '../components/window.js';
import { useCommandsHere, useLastCases, useScreens } from './palette-places.js';
import { CommandItem, FoundCaseItem, LastCaseItem, PersonItem, PlainItem } from './palette-items.js';

const waitMs = 150;

/**
 * Goes anywhere by typing: to the case or the officer that fits best, to what can be done with the case that is shown, to a
 * screen. Before anything is typed it has the cases that were looked at last.
 */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t, pick } = useLocale();
  const [text, setText] = useState('');
  const typed = text.trim();
  const asked = useLater(typed, waitMs);
  const found = useQuery({ ...foundQuery(asked), enabled: asked !== '' });
  // While an answer is awaited there is nothing to choose, so that Enter never means what stood there before.
  const isWaiting = typed !== '' && (typed !== asked || found.isLoading);
  const isNamed = (title: string): boolean => !isWaiting && searchable(title).includes(searchable(typed));
  const places = useScreens().filter(({ title }) => isNamed(t(title)));
  const { caseId: here, commands } = useCommandsHere();
  const possible = commands.filter(({ titles }) => isNamed(pick(titles)));
  const last = useLastCases(here);
  const {
    cases = [],
    people = [],
    more = false,
  } = (isWaiting || typed === '' ? undefined : found.data) ?? {};
  const go = useGo(asked, here);
  return (
    <Window title={t('palette.title')} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="field" aria-label={t('palette.title')} autoFocus>
          <Label className="hint">{t('palette.hint')}</Label>
          <Input dir="auto" maxLength={200} />
        </SearchField>
        {/* It scrolls, so that the keyboard must be able to reach it. */}
        <div className="palette" role="group" aria-label={t('palette.results')} tabIndex={0}>
          <Menu
            aria-label={t('palette.results')}
            onAction={(key) => {
              onClose();
              go(String(key));
            }}
            renderEmptyState={() => (
              <p className="soft menu-title">{t(isWaiting ? 'page.waiting' : 'palette.nothing')}</p>
            )}
          >
            <Group title={t('palette.last')} isShown={typed === '' && last.length > 0}>
              {last.map((file) => (
                <LastCaseItem key={file.caseId} file={file} />
              ))}
            </Group>
            <Group title={t('palette.cases')} isShown={cases.length > 0}>
              {cases.map((row) => (
                <FoundCaseItem key={row.caseId} row={row} />
              ))}
              {more && <PlainItem id="all" title={t('palette.all')} />}
            </Group>
            <Group title={t('palette.people')} isShown={people.length > 0}>
              {people.map((person) => (
                <PersonItem key={person.id} person={person} />
              ))}
            </Group>
            <Group title={t('palette.commands')} isShown={possible.length > 0}>
              {possible.map((command) => (
                <CommandItem key={command.command} command={command} />
              ))}
            </Group>
            <Group title={t('palette.screens')} isShown={places.length > 0}>
              {places.map(({ to, title }) => (
                <PlainItem key={to} id={`to ${to}`} title={t(title)} />
              ))}
            </Group>
          </Menu>
        </div>
      </Autocomplete>
    </Window>
  );
}

interface GroupProps {
  readonly title: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

const Group = ({ title, isShown, children }: GroupProps) =>
  isShown ? (
    <MenuSection>
      <Header>{title}</Header>
      {children}
    </MenuSection>
  ) : null;

/** Goes to what an item stands for. */
function useGo(text: string, here: string | undefined): (key: string) => void {
  const navigate = useNavigate();
  const places = useScreens();
  const { keepsDirectory } = useSuspenseQuery(sessionQuery).data.permissions;
  return (key) => {
    const [kind = '', name = ''] = key.split(' ');
    const place = places.find(({ to }) => to === name);
    if (kind === 'case') void navigate({ to: '/cases/$caseId', params: { caseId: name } });
    else if (kind === 'person' && keepsDirectory)
      void navigate({ to: '/people/$person', params: { person: name } });
    else if (kind === 'person') void navigate({ to: '/work', search: { view: 'all', assignee: name } });
    else if (kind === 'do' && here !== undefined)
      void navigate({ to: '/cases/$caseId', params: { caseId: here }, search: { do: name } });
    else if (kind === 'all') void navigate({ to: '/work', search: { view: 'all' }, state: { text } });
    else if (place !== undefined) void navigate({ to: place.to });
  };
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Button, Name } from '../../components/basics.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { loadedLater } from '../../components/loaded-later.js';
import { useLocale, withLaterTexts } from '../../language/locale.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { viewShown, type Listed } from './list-query.js';
import { isSameSearch, savedListsQuery, searchOf, type SavedList } from './saved-lists.js';

const SaveListWindow = loadedLater(
  async () => (await withLaterTexts(() => import('./save-list-window.js'))).SaveListWindow,
);

const saveKey = 'save';

/** The lists that were saved, to go to them, and to save the one that is shown. */
export function SavedListsMenu({ listed: { search, session } }: { readonly listed: Listed }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const lists = useQuery(savedListsQuery).data?.items ?? [];
  const [isSaving, setSaving] = useState(false);
  const shown = { ...search, view: viewShown({ search, session }) };
  const open = lists.find((list) => isSameSearch(searchOf(list), shown));
  useShortcuts(useMemo(() => ({ KeyS: () => setSaving(true) }), []));
  const choose = (key: string): void => {
    const list = lists.find((one) => one.list === key);
    if (key === saveKey) setSaving(true);
    else if (list !== undefined) void navigate({ to: '/work', search: searchOf(list) });
  };
  return (
    <>
      <MenuTrigger>
        <Button>
          {open === undefined ? t('saved.title') : <Name>{open.name}</Name>} <span aria-hidden="true">▾</span>
        </Button>
        <Popover placement="bottom start">
          <Menu aria-label={t('saved.title')} onAction={(key) => choose(String(key))}>
            <MenuItem id={saveKey}>{t('saved.save')}</MenuItem>
            <Lists title={t('saved.own')} lists={lists.filter(({ isOwn }) => isOwn)} />
            <Lists title={t('saved.ofOthers')} lists={lists.filter(({ isOwn }) => !isOwn)} />
          </Menu>
        </Popover>
      </MenuTrigger>
      {isSaving && (
        <SaveListWindow
          {...{ search: shown, lists, hasUnit: session.unit !== null, saved: open }}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

interface ListsProps {
  readonly title: string;
  readonly lists: readonly SavedList[];
}

function Lists({ title, lists }: ListsProps) {
  const nameOf = useNameOfStaff();
  if (lists.length === 0) return null;
  return (
    <MenuSection>
      <Header className="menu-title">{title}</Header>
      {lists.map(({ list, name, savedBy, isOwn }) => (
        <MenuItem key={list} id={list} textValue={name}>
          <Name>{name}</Name>
          {!isOwn && (
            <span className="soft">
              <Name>{nameOf(savedBy)}</Name>
            </span>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

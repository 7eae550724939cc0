import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { answerOf, api } from '../api/client.js';
import { useSetPreferences } from '../api/preferences.js';
import { forgetPurpose } from '../api/purpose.js';
import { sessionQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Button, Name } from '../components/basics.js';
import { useRoleTitle } from '../components/use-role-title.js';
import { shortcutsAreOn, turnShortcuts } from './keyboard.js';
import { chosenTheme, chooseTheme, themes, type Theme } from './theme.js';

interface Props {
  readonly onShortcuts: () => void;
  readonly onPurpose: () => void;
}

/** Who is signed in and in which roles, how things are shown, and the way out. */
export function UserMenu({ onShortcuts, onPurpose }: Props) {
  const { t, pick, manner } = useLocale();
  const session = useSuspenseQuery(sessionQuery).data;
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/session')),
    onSuccess: ({ endAt }) => {
      forgetPurpose();
      location.replace(endAt ?? `/sign-in?signed-out&language=${manner.language}`);
    },
  });
  const name = pick({ en: session.nameLatin ?? '', ar: session.nameArabic ?? '' }) || (session.person ?? '');
  return (
    <MenuTrigger>
      <Button kind="quiet" aria-label={t('user.menu', { name })}>
        <Name>{name}</Name>
      </Button>
      <Popover placement="bottom end">
        <p className="menu-title">
          <RoleNames roles={session.roles} />
          <br />
          <code>{session.person}</code>
        </p>
        <Menu
          aria-label={t('user.menu', { name })}
          onAction={(key) => {
            if (key === 'account') location.assign('/account');
            if (key === 'purpose') onPurpose();
            if (key === 'emergency') void navigate({ to: '/emergency' });
            if (key === 'shortcuts') onShortcuts();
            if (key === 'leave') leave.mutate();
          }}
        >
          <MenuItem id="account">{t('user.account')}</MenuItem>
          {session.purposes.length > 1 && <MenuItem id="purpose">{t('purpose.menu')}</MenuItem>}
          {session.permissions.emergency.length > 0 && (
            <MenuItem id="emergency">{t('user.emergency')}</MenuItem>
          )}
          <NumeralsSection />
          <CalendarSection />
          <ThemeSection />
          <KeysSection />
          <MenuSection>
            <MenuItem id="shortcuts">
              {t('user.shortcuts')} <kbd>?</kbd>
            </MenuItem>
            <MenuItem id="leave">{t('user.leave')}</MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Asked for when the menu opens: roles of the directory are called what the server says. */
function RoleNames({ roles }: { readonly roles: readonly string[] }) {
  const { format } = useLocale();
  return <>{format.list(roles.map(useRoleTitle()))}</>;
}

interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly chosen: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function ChoiceSection<Value extends string>({ title, chosen, options, onChoose }: ChoiceProps<Value>) {
  return (
    <MenuSection
      selectionMode="single"
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const option = options.find(([value]) => keys !== 'all' && keys.has(value) && value !== chosen);
        if (option !== undefined) onChoose(option[0]);
      }}
    >
      <Header>{title}</Header>
      {options.map(([value, text]) => (
        <MenuItem key={value} id={value} textValue={text}>
          {text} <span aria-hidden="true">{value === chosen ? '✓' : ''}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function NumeralsSection() {
  const { t, manner } = useLocale();
  const { preferences } = useSuspenseQuery(sessionQuery).data;
  const { mutate } = useSetPreferences();
  return (
    <ChoiceSection
      title={t('user.numerals')}
      chosen={manner.numerals}
      options={[
        ['western', '0 1 2 3'],
        ['arabicIndic', '٠ ١ ٢ ٣'],
      ]}
      onChoose={(numerals) => {
        mutate({ ...preferences, numerals });
      }}
    />
  );
}

function CalendarSection() {
  const { t, manner } = useLocale();
  const { preferences } = useSuspenseQuery(sessionQuery).data;
  const { mutate } = useSetPreferences();
  return (
    <ChoiceSection
      title={t('user.calendar')}
      chosen={manner.calendar}
      options={[
        ['gregorian', t('user.gregorian')],
        ['islamic', t('user.islamic')],
      ]}
      onChoose={(calendar) => {
        mutate({ ...preferences, calendar });
      }}
    />
  );
}

function ThemeSection() {
  const { t } = useLocale();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  return (
    <ChoiceSection
      title={t('user.theme')}
      chosen={theme}
      options={themes.map((one) => [one, t(`user.theme.${one}`)] as const)}
      onChoose={(next) => {
        chooseTheme(next);
        setTheme(next);
      }}
    />
  );
}

function KeysSection() {
  const { t } = useLocale();
  const [on, setOn] = useState(shortcutsAreOn);
  return (
    <ChoiceSection
      title={t('user.keys')}
      chosen={on ? 'on' : 'off'}
      options={[
        ['on', t('user.keys.on')],
        ['off', t('user.keys.off')],
      ]}
      onChoose={(next) => {
        turnShortcuts(next === 'on');
        setOn(next === 'on');
      }}
    />
  );
}

import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useEmergencyReading } from '../api/emergency-reading.js';
import { usePurpose } from '../api/purpose.js';
import { metaQuery } from '../api/queries.js';
import { useLocale, withLaterTexts } from '../language/locale.js';
import { Button, Chip } from '../components/basics.js';
import { loadedLater } from '../components/loaded-later.js';
import { useNow } from '../components/use-now.js';
import { FreshnessSign } from './freshness-sign.js';
import { useShortcuts } from './keyboard.js';
import { LanguageButton } from './language-button.js';
import { Navigation, usePlaces } from './navigation.js';
import { PurposeSign } from './purpose-sign.js';
import { SignInAgain } from './sign-in-again.js';
import { UserMenu } from './user-menu.js';

const Palette = loadedLater(async () => (await import('./palette.js')).Palette);
const ShortcutSheet = loadedLater(
  async () => (await withLaterTexts(() => import('./shortcut-sheet.js'))).ShortcutSheet,
);

const PurposeWindow = loadedLater(
  async () => (await withLaterTexts(() => import('./purpose-window.js'))).PurposeWindow,
);
const PurposeLost = loadedLater(
  async () => (await withLaterTexts(() => import('./purpose-lost.js'))).PurposeLost,
);

const EmergencyBanner = loadedLater(
  async () => (await withLaterTexts(() => import('./emergency-banner.js'))).EmergencyBanner,
);

type Opened = 'palette' | 'shortcuts' | 'purpose' | undefined;

/** What stands around every screen. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useLocale();
  const { isLost } = usePurpose();
  const [opened, setOpened] = useState<Opened>();
  useShellKeys(setOpened);
  const close = () => {
    setOpened(undefined);
  };
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="shell-head">
        <Link to="/work" className="brand">
          Safeconduct
        </Link>
        <DemonstrationSign />
        <PurposeSign onChange={() => setOpened('purpose')} />
        <Button
          kind="quiet"
          className="find"
          onPress={() => {
            setOpened('palette');
          }}
        >
          {t('shell.find')} <kbd>Ctrl K</kbd>
        </Button>
        <span className="grow" />
        <FreshnessSign />
        <LanguageButton />
        <UserMenu
          onShortcuts={() => {
            setOpened('shortcuts');
          }}
          onPurpose={() => {
            setOpened('purpose');
          }}
        />
      </header>
      <Navigation />
      <Main>
        {isLost && <PurposeLost />}
        <EmergencySign />
        {children}
      </Main>
      <SignInAgain />
      {opened === 'palette' && <Palette onClose={close} />}
      {opened === 'shortcuts' && <ShortcutSheet onClose={close} />}
      {opened === 'purpose' && <PurposeWindow onClose={close} />}
    </div>
  );
}

/** The screen itself. A reader of screens is taken to it when it changes. */
function Main({ children }: { readonly children: ReactNode }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      {children}
    </main>
  );
}

function useShellKeys(open: (what: Opened) => void): void {
  const navigate = useNavigate();
  const places = usePlaces();
  const shortcuts = useMemo(
    () => ({
      Slash: () => {
        open('palette');
      },
      ...Object.fromEntries(places.map(({ to, key }) => [`KeyG ${key}`, () => void navigate({ to })])),
    }),
    [navigate, open, places],
  );
  useShortcuts(shortcuts);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        open('palette');
      }
      // The question mark is no physical key: where it lies differs between keyboards.
      const inField =
        event.target instanceof Element && event.target.matches('input, textarea, [contenteditable]');
      if ((event.key === '?' || event.key === '؟') && !inField) open('shortcuts');
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [open]);
}

/** Whether the case that is shown is read under emergency access. */
function EmergencySign() {
  const { caseId = '' } = useParams({ strict: false });
  const reading = useEmergencyReading(caseId);
  return reading === undefined ? null : <EmergencyBanner key={reading.grantId} reading={reading} />;
}

/** Says that all persons are invented, and what the clock of the demonstration shows. */
function DemonstrationSign() {
  const { t, format } = useLocale();
  const { demonstration } = useSuspenseQuery(metaQuery).data;
  const now = useNow(30_000);
  if (demonstration === null) return null;
  return (
    <Chip tone="warn">
      <span>{t('shell.demonstration')}</span>
      <time className="wide-only" dateTime={new Date(now).toISOString()}>
        {format.time(new Date(now).toISOString())}
      </time>
    </Chip>
  );
}

import { useLocale } from '../language/locale.js';
import type { TextKey } from '../language/texts/en.js';
import { Button } from '../components/basics.js';
import { Window } from '../components/window.js';
import { usePlaces } from './navigation.js';

const groups: readonly {
  readonly title: TextKey;
  readonly keys: readonly (readonly [readonly string[], TextKey])[];
}[] = [
  {
    title: 'keys.everywhere',
    keys: [
      [['Ctrl', 'K'], 'keys.palette'],
      [['/'], 'keys.palette'],
      [['?'], 'keys.sheet'],
      [['Esc'], 'keys.close'],
    ],
  },
  {
    title: 'keys.list',
    keys: [
      [['↑', '↓'], 'keys.move'],
      [['J', 'K'], 'keys.intoList'],
      [['Enter'], 'keys.open'],
      [['Space'], 'keys.peek'],
      [['X'], 'keys.select'],
      [['Shift', 'J'], 'keys.selectDown'],
      [['Shift', 'K'], 'keys.selectUp'],
      [['F'], 'keys.filter'],
      [['S'], 'saved.save'],
    ],
  },
  {
    title: 'keys.case',
    keys: [
      [['1', '…', '9'], 'keys.act'],
      [['T'], 'keys.timeline'],
      [['D'], 'keys.diagram'],
      [['H'], 'replay.title'],
      [['C'], 'case.addNote'],
      [['N'], 'keys.next'],
      [['P'], 'keys.previous'],
      [['.'], 'keys.copy'],
    ],
  },
  {
    title: 'replay.title',
    keys: [
      [['Space'], 'keys.play'],
      [['←', '→'], 'keys.step'],
      [['[', ']'], 'keys.change'],
      [['Home', 'End'], 'keys.ends'],
      [['V'], 'replay.compare'],
    ],
  },
  { title: 'keys.form', keys: [[['Ctrl', 'Enter'], 'keys.submit']] },
];

/** Which keys do what. The letters are those of an English keyboard; an Arabic one has the same keys in the same places. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const places = usePlaces();
  return (
    <Window title={t('keys.title')} onClose={onClose}>
      <p className="soft small">{t('keys.note')}</p>
      {groups.map(({ title, keys }) => (
        <section key={title} className="stack tight">
          <h3>{t(title)}</h3>
          <dl className="keys">
            {keys.map(([combination, what]) => (
              <KeyLine key={what + combination.join()} combination={combination} text={t(what)} />
            ))}
            {title === 'keys.everywhere' &&
              places.map(({ to, key, title: place }) => (
                <KeyLine key={to} combination={['G', key.slice(-1)]} text={t(place)} />
              ))}
          </dl>
        </section>
      ))}
      <div>
        <Button onPress={onClose}>{t('close')}</Button>
      </div>
    </Window>
  );
}

const KeyLine = ({
  combination,
  text,
}: {
  readonly combination: readonly string[];
  readonly text: string;
}) => (
  <>
    <dt dir="ltr">
      {combination.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{text}</dd>
  </>
);

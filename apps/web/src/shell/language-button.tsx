import { useSuspenseQuery } from '@tanstack/react-query';
import { useSetPreferences } from '../api/preferences.js';
import { sessionQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Button } from '../components/basics.js';

/** Named in the other language, for whoever cannot read this one. In the device's own letters: its font is there already. */
export function LanguageButton() {
  const { manner } = useLocale();
  const { preferences } = useSuspenseQuery(sessionQuery).data;
  const { mutate } = useSetPreferences();
  const other = manner.language === 'en' ? 'ar' : 'en';
  return (
    <Button
      kind="quiet"
      className="device-font"
      onPress={() => {
        mutate({ ...preferences, language: other });
      }}
    >
      <span lang={other}>{other === 'ar' ? 'العربية' : 'English'}</span>
    </Button>
  );
}

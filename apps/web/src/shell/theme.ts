export const themes = ['device', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'safeconduct.theme';

/** What was chosen on this device, else what the device itself shows. */
export const chosenTheme = (): Theme =>
  themes.find((theme) => theme === localStorage.getItem(key)) ?? 'device';

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  showTheme();
}

export function showTheme(): void {
  const theme = chosenTheme();
  if (theme === 'device') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

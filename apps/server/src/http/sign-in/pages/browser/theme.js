// @ts-check
/** Shows what was chosen on the screens: light, dark, or what the device shows. It runs before the page is drawn. */

const theme = localStorage.getItem('safeconduct.theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

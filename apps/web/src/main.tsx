import './style/base.css';
import './style/parts.css';
import './style/fields.css';
import './style/frame.css';
import './style/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { follow } from './api/live.js';
import { queryClient } from './api/query-client.js';
import { router } from './router.js';
import { showTheme } from './shell/theme.js';

showTheme();
follow();

// A page that was open while the server was renewed asks for pieces that are gone: it is loaded anew.
window.addEventListener('vite:preloadError', () => {
  location.reload();
});

const place = document.getElementById('screens');
if (place === null) throw new Error('the page has no place for the screens');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

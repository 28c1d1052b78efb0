import './bridge/without-eval.ts';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/App.tsx';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { createMainClient } from './bridge/main-client.ts';
import { createDeskVault } from './bridge/desk-vault.ts';
import { nextVaultPort } from './bridge/vault-port.ts';
import { firstWords } from './language/first-words.ts';
import { startLanguage } from './language/start-language.ts';
import { createDeskStore } from './state/store.ts';
import { now } from './bridge/now.ts';
import { today } from './bridge/today.ts';
import { DeskContext } from './state/use-desk.ts';
import type { Preload } from './bridge/main-client.ts';

declare global {
  interface Window {
    readonly freigabe: Preload;
  }
}

const portWithinMilliseconds = 30_000;
const language = await startLanguage(navigator.language.startsWith('de') ? 'de' : 'en');
const main = createMainClient(window.freigabe);

const store = createDeskStore({
  main,
  async openVault(question) {
    const port = nextVaultPort(window, portWithinMilliseconds);
    port.catch(() => undefined);
    const engine = await main.call('review.open', question);
    return { client: createDeskVault(await port), engine };
  },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  today,
  now,
  firstWords: (code) => firstWords(language, code),
});

const place = document.getElementById('desk');
if (place === null) throw new Error('the page has no place for the desk');

createRoot(place).render(
  <I18nextProvider i18n={language}>
    <ErrorBoundary>
      <DeskContext value={store}>
        <App />
      </DeskContext>
    </ErrorBoundary>
  </I18nextProvider>,
);
void store.getState().start();

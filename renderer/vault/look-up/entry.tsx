import '../without-eval.ts';
import { createRoot } from 'react-dom/client';
import { LookUpSubject } from '../../../shared/ipc/contract.ts';
import { createVaultClient } from '../../../shared/ipc/vault-client.ts';
import { LookUpPage } from './LookUpPage.tsx';
import type { Ask } from './use-look-up.ts';

const place = document.querySelector('#look-up');
if (place === null) throw new Error('The page has no place for its content.');
const root = createRoot(place);

function asking(port: MessagePort, recipe: LookUpSubject['recipe']): Ask {
  const { call } = createVaultClient({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.addEventListener('message', ({ data }) => listener(data)),
    onEnd: (listener) => port.addEventListener('close', listener),
  });
  port.start();
  return async (identifier) => call('status', { identifier, recipe });
}

addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || port === undefined) return;
  const { recipe, settings } = LookUpSubject.parse(event.data);
  root.render(<LookUpPage ask={asking(port, recipe)} settings={settings} close={() => window.close()} />);
});

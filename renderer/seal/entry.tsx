import { createRoot } from 'react-dom/client';
import { SealPage } from './SealPage.tsx';

const place = document.querySelector('#seal');
if (place === null) throw new Error('The page has no place for its content.');
createRoot(place).render(<SealPage bridge={window.seal} />);

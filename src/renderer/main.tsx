import '@fontsource-variable/source-sans-3/wght.css';
import './parts/tokens.css';
import './parts/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bringBackDensity } from './parts/density.ts';
import './print.css';

const root = document.getElementById('root');
void bringBackDensity();
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

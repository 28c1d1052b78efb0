/** What a page tries against its own policy. Handed over as text; each tells `blocked` or `allowed`. */
export const pageProbes: Readonly<Record<string, (worker: string) => unknown>> = {
  eval: () => {
    try {
      // oxlint-disable-next-line no-eval -- this is what must not work
      return globalThis.eval('1') === 1 ? 'allowed' : 'blocked';
    } catch {
      return 'blocked';
    }
  },
  functionOfText: () => {
    try {
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- this is what must not work
      return new Function('return 1')() === 1 ? 'allowed' : 'blocked';
    } catch {
      return 'blocked';
    }
  },
  inlineScript: () => {
    const script = document.createElement('script');
    try {
      script.append("document.documentElement.dataset.probe = 'ran'");
      document.head.append(script);
    } catch {
      return 'blocked';
    }
    return document.documentElement.dataset['probe'] === 'ran' ? 'allowed' : 'blocked';
  },
  inlineHandler: () => {
    const button = document.createElement('button');
    try {
      button.setAttribute('onclick', "document.documentElement.dataset.click = 'ran'");
    } catch {
      return 'blocked';
    }
    document.body.append(button);
    button.click();
    return document.documentElement.dataset['click'] === 'ran' ? 'allowed' : 'blocked';
  },
  markup: () => {
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
      return 'allowed';
    } catch {
      return 'blocked';
    }
  },
  inlineStyle: () => {
    const style = document.createElement('style');
    style.append('html { --probe: 1 }');
    document.head.append(style);
    const seen = getComputedStyle(document.documentElement).getPropertyValue('--probe');
    return seen === '' ? 'blocked' : 'allowed';
  },
  remoteScript: () =>
    import(/* @vite-ignore */ ['https://probe.vector.test/a.js'].join('')).then(
      () => 'allowed',
      () => 'blocked',
    ),
  dataScript: () =>
    import(/* @vite-ignore */ ['data:text/javascript,1'].join('')).then(
      () => 'allowed',
      () => 'blocked',
    ),
  remoteFetch: () =>
    fetch('https://probe.vector.test/').then(
      () => 'allowed',
      () => 'blocked',
    ),
  otherHost: () =>
    fetch('app://elsewhere/index.html').then(
      () => 'allowed',
      () => 'blocked',
    ),
  remoteImage: () =>
    new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (event.blockedURI.includes('image.vector.test')) resolve('blocked');
      });
      new Image().src = 'https://image.vector.test/a.png';
      setTimeout(() => resolve('allowed'), 3000);
    }),
  frame: () =>
    new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (event.effectiveDirective === 'frame-src') resolve('blocked');
      });
      const frame = document.createElement('iframe');
      frame.src = '/index.html';
      document.body.append(frame);
      setTimeout(() => resolve('allowed'), 3000);
    }),
  form: () =>
    new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (event.effectiveDirective === 'form-action') resolve('blocked');
      });
      const form = document.createElement('form');
      form.action = '/index.html';
      document.body.append(form);
      form.submit();
      setTimeout(() => resolve('allowed'), 3000);
    }),
  base: () => {
    const base = document.createElement('base');
    base.href = 'https://probe.vector.test/';
    document.head.append(base);
    const changed = document.baseURI.startsWith('https:');
    base.remove();
    return changed ? 'allowed' : 'blocked';
  },
  blobWorker: () => {
    try {
      const worker = new Worker(URL.createObjectURL(new Blob(['1'])));
      return new Promise((resolve) => {
        worker.addEventListener('error', () => resolve('blocked'));
        setTimeout(() => resolve('allowed'), 3000);
      });
    } catch {
      return 'blocked';
    }
  },
  serviceWorker: () =>
    'serviceWorker' in navigator
      ? navigator.serviceWorker.register('/assets/x.js').then(
          () => 'allowed',
          () => 'blocked',
        )
      : 'blocked',
  webAssembly: () =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => 'allowed',
      () => 'blocked',
    ),
  ownWorker: (path) =>
    new Promise((resolve) => {
      const worker = new Worker(path, { type: 'module' });
      worker.addEventListener('error', () => resolve('blocked'));
      setTimeout(() => resolve('allowed'), 1500);
    }),
};

/** What a window needs, and so may: everything else must be blocked. Only the vault computes with WebAssembly. */
export function mayProbe(host: string, name: string): boolean {
  return name === 'ownWorker' || (name === 'webAssembly' && host === 'vault');
}

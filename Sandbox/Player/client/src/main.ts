import { loadApp } from './data/metadata.ts';
import { useZone } from './data/zones.ts';
import { Shell } from './pages/shell.ts';
import { h, icon } from './ui/dom.ts';
import { useNavigator } from './ui/navigator.ts';
import { t, useLanguage } from './ui/strings.ts';
import { installXrm } from './xrm/xrm.ts';

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  try {
    const info = await loadApp();
    if (!info) {
      root.replaceChildren(h('main', { class: 'state' }, h('h1', {}, t('noApp')), h('p', {}, t('noAppText'))));
      return;
    }
    useLanguage(info.language);
    document.title = info.name;
    useZone(info.timeZones[info.currentUser.timeZone]);
    installXrm();
    const shell = new Shell();
    useNavigator(shell);
    root.replaceChildren(shell.element);
    await shell.start();
  } catch (reason) {
    reportError(reason);
    root.replaceChildren(h('main', { class: 'state', role: 'alert' },
      icon('error'),
      h('h1', {}, t('loadFailed')),
      h('p', {}, reason instanceof Error ? reason.message : String(reason)),
      h('button', { type: 'button', class: 'button', onClick: () => location.reload() }, t('tryAgain'))));
  }
}

void start();

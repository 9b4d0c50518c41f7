import type { AppInfo } from '../data/contract.ts';
import { app, loadTable } from '../data/metadata.ts';
import { send, updateRow } from '../data/web-api.ts';
import { zoneName } from '../data/zones.ts';
import { errorDialog } from '../ui/dialogs.ts';
import { h, newId } from '../ui/dom.ts';
import { popupButton } from '../ui/popup-button.ts';
import { languageName, t } from '../ui/strings.ts';

/** Who is using the app: name and roles, language, and whose rights to try. */
export function accountMenu(info: AppInfo): HTMLElement {
  const { currentUser, languages, timeZones, users } = info;
  const initials = currentUser.name.split(/\s+/).map((word) => word[0] ?? '').slice(0, 2).join('').toUpperCase();
  const language = h('select', { class: 'input', id: newId('language'), onChange: () => redraw(changeSettings({ uilanguageid: Number(language.value) })) },
    ...languages.map((lcid) => h('option', { value: lcid, selected: lcid === info.language }, languageName(lcid))));
  const zone = h('select', { class: 'input', id: newId('zone'), onChange: () => redraw(changeSettings({ timezonecode: Number(zone.value) })) },
    ...Object.entries(timeZones).map(([code, name]) => h('option', { value: code, selected: Number(code) === currentUser.timeZone }, zoneName(name))));
  const note = newId('user-note');
  const user = h('select', { class: 'input', id: newId('user'), 'aria-describedby': note, onChange: () => redraw(send('POST', '/sandbox/user', { id: user.value })) },
    ...users.map((each) => h('option', { value: each.id, selected: each.id === currentUser.id }, each.name)));
  return popupButton(
    { class: 'account-button', label: t('userMenu', currentUser.name), title: currentUser.name, panelClass: 'account-menu', initials },
    [],
    [
      h('p', { class: 'account-name' }, currentUser.name),
      ...(currentUser.roles.length > 0 ? [h('p', { class: 'account-roles' }, currentUser.roles.map((role) => role.name).join(', '))] : []),
      ...(languages.length > 1 ? [h('label', { for: language.id }, t('language')), language] : []),
      h('label', { for: zone.id }, t('timeZone')), zone,
      ...(users.length > 1 ? [h('label', { for: user.id }, t('user')), user, h('p', { class: 'account-note', id: note }, t('userSwitchNote'))] : []),
    ]);
}

/** Language and time zone are settings of the user. */
async function changeSettings(values: Record<string, number>): Promise<void> {
  const { entitySetName } = await loadTable('usersettings');
  await updateRow(entitySetName, app().currentUser.id, values);
}

/** Everything is drawn anew once the change is made. */
function redraw(change: Promise<unknown>): void {
  change.then(() => location.reload(), (reason: unknown) => errorDialog(t('errorTitle'), reason instanceof Error ? reason.message : String(reason)));
}

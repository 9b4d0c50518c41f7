import { app } from '../data/metadata.ts';
import { bare, braced } from '../data/values.ts';
import { webResourcePath } from '../ui/dom.ts';
import { offsetOf, userZone } from '../data/zones.ts';
import { currentLocale } from '../ui/strings.ts';
import { collection, documented } from './documented.ts';

let made: object | null = null;

/** Xrm.Utility.getGlobalContext(). */
export function globalContext(): object {
  made ??= documented('globalContext', {
    client: documented('globalContext.client', {
      getClient: () => 'Web',
      getClientState: () => 'Online',
      getFormFactor: () => (window.innerWidth < 600 ? 3 : 1),
      isNetworkAvailable: () => true,
      isOffline: () => false,
    }),
    organizationSettings: documented('globalContext.organizationSettings', {
      isAutoSaveEnabled: false,
      languageId: app().baseLanguage,
      organizationId: braced(app().organizationId),
      uniqueName: app().organizationName,
      useSkypeProtocol: false,
    }),
    userSettings: userSettings(),
    getClientUrl: () => location.origin,
    getCurrentAppName: () => Promise.resolve(app().name),
    getCurrentAppProperties: () => Promise.resolve({
      appId: app().id,
      displayName: app().name,
      uniqueName: app().uniqueName,
      url: currentAppUrl(),
    }),
    getCurrentAppUrl: currentAppUrl,
    getQueryStringParameters: () => {
      const query = new URLSearchParams(location.search);
      return Object.fromEntries([...query, ...new URLSearchParams(query.get('extraqs') ?? '')]);
    },
    getVersion: () => app().version,
    getWebResourceUrl: (name: string) => location.origin + webResourcePath(name),
    isOnPremises: () => false,
    prependOrgName: (path: string) => path,
  });
  return made;
}

function currentAppUrl(): string {
  return `${location.origin}/main.aspx?appname=${encodeURIComponent(app().uniqueName)}`;
}

function userSettings(): object {
  const user = app().currentUser;
  const days = dayNames('long');
  const months = monthNames('long');
  return documented('userSettings', {
    dateFormattingInfo: documented('userSettings.dateFormattingInfo', {
      AbbreviatedDayNames: dayNames('short'),
      AbbreviatedMonthNames: monthNames('short'),
      DateSeparator: '-',
      DayNames: days,
      FirstDayOfWeek: currentLocale() === 'en-US' ? 0 : 1,
      MonthNames: months,
      ShortDatePattern: currentLocale() === 'en-US' ? 'M/d/yyyy' : 'yyyy-MM-dd',
      ShortTimePattern: currentLocale() === 'en-US' ? 'h:mm tt' : 'HH:mm',
    }),
    isHighContrastEnabled: window.matchMedia('(forced-colors: active)').matches,
    isRTL: false,
    languageId: app().language,
    roles: collection('userSettings.roles',
      () => user.roles.map((role) => ({ id: bare(role.id), name: role.name, entityType: 'role' })), (role) => role.name),
    securityRolePrivileges: user.privileges.map((privilege) => bare(privilege.id)),
    securityRoles: user.roles.map((role) => bare(role.id)),
    userId: braced(user.id),
    userName: user.name,
    getSecurityRolePrivilegesInfo: () => Promise.resolve(Object.fromEntries(user.privileges.map((privilege) => [
      bare(privilege.id),
      { id: bare(privilege.id), businessUnitId: bare(user.businessUnitId), privilegeName: privilege.name, depth: privilege.depth },
    ]))),
    getTimeZoneOffsetMinutes: () => offsetOf(new Date(), userZone()) / 60000,
  });
}

function dayNames(style: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(currentLocale(), { weekday: style, timeZone: 'UTC' });
  // 4 January 1970 was a Sunday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(1970, 0, 4 + day)));
}

function monthNames(style: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(currentLocale(), { month: style, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(1970, month, 1)));
}

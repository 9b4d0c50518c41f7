/** What the server describes: the shapes of /player/app and /player/table/{name}. */

export interface AppInfo {
  uniqueName: string;
  name: string;
  id: string;
  language: number;
  baseLanguage: number;
  organizationId: string;
  organizationName: string;
  version: string;
  languages: number[];
  /** By the code of usersettings.timezonecode, the zone's name as browsers know it. */
  timeZones: Record<number, string>;
  currentUser: UserInfo;
  /** Whose rights can be tried; the sandbox has no sign-in. */
  users: { id: string; name: string }[];
  areas: AreaInfo[];
  dashboards: { id: string; name: string }[];
  tables: Record<string, TableSummary>;
}

export interface UserInfo {
  id: string;
  name: string;
  businessUnitId: string;
  /** Code of the user's time zone. */
  timeZone: number;
  roles: { id: string; name: string }[];
  privileges: { id: string; name: string; depth: number }[];
}

export interface AreaInfo {
  id: string;
  title: string;
  groups: GroupInfo[];
}

export interface GroupInfo {
  id: string;
  title: string;
  subAreas: SubAreaInfo[];
}

export interface SubAreaInfo {
  id: string;
  title: string;
  icon?: string;
  table?: string;
  webResource?: string;
  dashboard?: string;
  url: string;
}

export interface TableSummary {
  displayName: string;
  collectionName: string;
  entitySetName: string;
  primaryId: string;
  primaryName?: string;
  icon?: string;
  /** Whether the user can read rows of it. */
  canRead: boolean;
}

export interface TableInfo extends Omit<TableSummary, 'canRead'> {
  logicalName: string;
  schemaName: string;
  /** What the names of its privileges end in. */
  privilegeName: string;
  primaryImage?: string;
  isUserOwned: boolean;
  hasQuickCreate: boolean;
  enforcesStateTransitions: boolean;
  isAudited: boolean;
  columns: Record<string, ColumnInfo>;
  children: ChildInfo[];
  ties: TieInfo[];
  forms: FormInfo[];
  views: ViewInfo[];
  charts: ChartInfo[];
  commands: CommandInfo[];
}

export type ColumnType =
  | 'primaryKey' | 'uniqueIdentifier' | 'text' | 'memo' | 'integer' | 'bigInteger' | 'decimal' | 'float' | 'money'
  | 'dateTime' | 'boolean' | 'choice' | 'choices' | 'state' | 'status' | 'lookup' | 'owner' | 'customer'
  | 'image' | 'file' | 'other';

export interface ColumnInfo {
  logicalName: string;
  schemaName: string;
  type: ColumnType;
  typeName: string;
  label: string;
  required: string;
  format: string;
  maxLength?: number;
  min?: number;
  max?: number;
  precision?: number;
  dateBehavior?: number;
  default?: number;
  canCreate: boolean;
  canUpdate: boolean;
  canRead: boolean;
  canStoreFullImage: boolean;
  isAudited: boolean;
  targets: string[];
  navigation: Record<string, string>;
  options?: OptionInfo[];
}

export interface OptionInfo {
  value: number;
  label: string;
  color?: string;
  state?: number;
  defaultStatus?: number;
  transitions?: number[];
}

export interface ChildInfo {
  name: string;
  table: string;
  column: string;
  navigation: string;
}

export interface AuditInfo {
  /** Whether the organization's auditing is on now. */
  isOn: boolean;
  changes: AuditChangeInfo[];
  more: boolean;
}

export interface AuditChangeInfo {
  id: string;
  changedOn: string;
  changedBy: string;
  event: string;
  fields: { label: string; oldValue?: string; newValue?: string }[];
}

/** A many-to-many relationship: the other table, the one between with the columns of both, and which side the table is. */
export interface TieInfo {
  name: string;
  table: string;
  navigation: string;
  between: string;
  own: string;
  other: string;
  ordinal: number;
}

export interface FormInfo {
  id: string;
  kind: 'main' | 'quickCreate' | 'quick' | 'dashboard';
  name: string;
  tabs: TabInfo[];
  header: CellInfo[];
  libraries: string[];
  handlers: HandlerInfo[];
  parameters: { name: string; type: string }[];
}

export interface TabInfo {
  id: string;
  name: string;
  label: string;
  visible: boolean;
  expanded: boolean;
  showLabel: boolean;
  columns: { width: string; sections: SectionInfo[] }[];
}

export interface SectionInfo {
  id: string;
  name: string;
  label: string;
  showLabel: boolean;
  visible: boolean;
  columns: number;
  rows: CellInfo[][];
}

export interface CellInfo {
  id: string;
  label: string;
  showLabel: boolean;
  visible: boolean;
  colspan: number;
  rowspan: number;
  control?: ControlInfo;
}

export interface ControlInfo {
  id: string;
  /** The history is none of a form's XML: every audited table has it behind the tabs. */
  kind: 'column' | 'subgrid' | 'webresource' | 'quickview' | 'timeline' | 'audithistory' | 'unsupported';
  column?: string;
  disabled: boolean;
  parameters: Record<string, string>;
}

export interface HandlerInfo {
  event: string;
  attribute: string;
  tab: string;
  function: string;
  library: string;
  parameters: string;
  passContext: boolean;
}

export interface ViewInfo {
  id: string;
  name: string;
  queryType: number;
  isDefault: boolean;
  fetch: string;
  columns: ViewColumnInfo[];
}

export interface ViewColumnInfo {
  name: string;
  label: string;
  width: number;
  type?: ColumnType;
  format: string;
  sortable: boolean;
}

export interface ChartInfo {
  id: string;
  name: string;
  isDefault: boolean;
  /** An aggregate query. */
  fetch: string;
  /** Alias of the column along the axis. */
  category: string;
  measures: MeasureInfo[];
}

export interface MeasureInfo {
  alias: string;
  /** Column, Bar, Line, Pie, ... as the chart's XML has it. */
  type: string;
  /** The colours it asks for; empty for the player's own. */
  colors: string[];
}

export interface DashboardInfo {
  id: string;
  name: string;
  form: FormInfo;
}

export interface CommandInfo {
  id: string;
  location: string;
  label: string;
  toolTip: string;
  icon?: string;
  sequence: number;
  rules: RuleInfo[];
  actions: CallInfo[];
}

export interface RuleInfo {
  kind: string;
  hides: boolean;
  state?: string;
  function?: string;
  library?: string;
  parameters: CallParameter[];
  detail?: string;
  default: boolean;
  inverted: boolean;
}

export interface CallInfo {
  kind: string;
  function: string;
  library?: string;
  parameters: CallParameter[];
}

export interface CallParameter {
  kind: string;
  value: string;
}

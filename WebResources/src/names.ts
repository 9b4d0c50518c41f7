// Generated from the unpacked solution by 'Packager names'. Change the solution, then run it again.

/** Logical names of rdy_checklistitem. */
export const ChecklistItem = {
  table: "rdy_checklistitem",
  entitySet: "rdy_checklistitems",
  id: "rdy_checklistitemid",
  ownerId: "ownerid",
  fingerprint: "rdy_fingerprint",
  fix: "rdy_fix",
  fixArgs: "rdy_fixargs",
  fixKey: "rdy_fixkey",
  group: "rdy_group",
  isOpen: "rdy_isopen",
  judgedBy: "rdy_judgedby",
  judgedNote: "rdy_judgednote",
  judgedOn: "rdy_judgedon",
  judgementId: "rdy_judgementid",
  judgementVoid: "rdy_judgementvoid",
  key: "rdy_key",
  name: "rdy_name",
  offerId: "rdy_offerid",
  reason: "rdy_reason",
  reasonArgs: "rdy_reasonargs",
  reasonKey: "rdy_reasonkey",
  sequence: "rdy_sequence",
  severity: "rdy_severity",
  source: "rdy_source",
  status: "rdy_status",
  targetColumn: "rdy_targetcolumn",
  targetId: "rdy_targetid",
  targetTable: "rdy_targettable",
  verdict: "rdy_verdict",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_judgement. */
export const Judgement = {
  table: "rdy_judgement",
  entitySet: "rdy_judgements",
  id: "rdy_judgementid",
  ownerId: "ownerid",
  fingerprint: "rdy_fingerprint",
  judgedById: "rdy_judgedbyid",
  judgedOn: "rdy_judgedon",
  key: "rdy_key",
  name: "rdy_name",
  note: "rdy_note",
  offerId: "rdy_offerid",
  verdict: "rdy_verdict",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_marketingasset. */
export const MarketingAsset = {
  table: "rdy_marketingasset",
  entitySet: "rdy_marketingassets",
  id: "rdy_marketingassetid",
  ownerId: "ownerid",
  bytes: "rdy_bytes",
  caption: "rdy_caption",
  file: "rdy_file",
  finding: "rdy_finding",
  format: "rdy_format",
  height: "rdy_height",
  image: "rdy_image",
  inspection: "rdy_inspection",
  kind: "rdy_kind",
  name: "rdy_name",
  offerId: "rdy_offerid",
  sha256: "rdy_sha256",
  url: "rdy_url",
  width: "rdy_width",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_offer. */
export const Offer = {
  table: "rdy_offer",
  entitySet: "rdy_offers",
  id: "rdy_offerid",
  ownerId: "ownerid",
  accountKind: "rdy_accountkind",
  adminGuideUrl: "rdy_adminguideurl",
  appId: "rdy_appid",
  applicableProducts: "rdy_applicableproducts",
  appType: "rdy_apptype",
  appVersion: "rdy_appversion",
  baseLanguage: "rdy_baselanguage",
  billingProfile: "rdy_billingprofile",
  billingRoute: "rdy_billingroute",
  businessProcess: "rdy_businessprocess",
  categories: "rdy_categories",
  checkerErrors: "rdy_checkererrors",
  checkerRunOn: "rdy_checkerrunon",
  cloudServices: "rdy_cloudservices",
  configurationUrl: "rdy_configurationurl",
  consentScopes: "rdy_consentscopes",
  countries: "rdy_countries",
  deleting: "rdy_deleting",
  description: "rdy_description",
  devCenterAccount: "rdy_devcenteraccount",
  devCenterId: "rdy_devcenterid",
  engineeringEmail: "rdy_engineeringemail",
  engineeringName: "rdy_engineeringname",
  engineeringPhone: "rdy_engineeringphone",
  evaluatedOn: "rdy_evaluatedon",
  externalConnections: "rdy_externalconnections",
  firstPublishedOn: "rdy_firstpublishedon",
  functionTestedOn: "rdy_functiontestedon",
  hasExternalConnections: "rdy_hasexternalconnections",
  hideKey: "rdy_hidekey",
  industries: "rdy_industries",
  installTestedOn: "rdy_installtestedon",
  isvAgreement: "rdy_isvagreement",
  keywords: "rdy_keywords",
  languages: "rdy_languages",
  leadDestination: "rdy_leaddestination",
  leadEndpoint: "rdy_leadendpoint",
  license: "rdy_license",
  licenseModel: "rdy_licensemodel",
  lifecycleAgreement: "rdy_lifecycleagreement",
  lifecycleEvents: "rdy_lifecycleevents",
  lock: "rdy_lock",
  marketingOnly: "rdy_marketingonly",
  marketplaceAccounts: "rdy_marketplaceaccounts",
  marketplaceId: "rdy_marketplaceid",
  monitorUrl: "rdy_monitorurl",
  multiplePackages: "rdy_multiplepackages",
  name: "rdy_name",
  needsDevelopment: "rdy_needsdevelopment",
  nominationDescription: "rdy_nominationdescription",
  nominationOrganization: "rdy_nominationorganization",
  nominationProduct: "rdy_nominationproduct",
  openItems: "rdy_openitems",
  otherPublications: "rdy_otherpublications",
  package: "rdy_package",
  packageFacts: "rdy_packagefacts",
  packageFileName: "rdy_packagefilename",
  packageFiles: "rdy_packagefiles",
  packageInspection: "rdy_packageinspection",
  packageRegions: "rdy_packageregions",
  packageUrl: "rdy_packageurl",
  partnerCenterActive: "rdy_partnercenteractive",
  partnerId: "rdy_partnerid",
  portalAccount: "rdy_portalaccount",
  privacyUrl: "rdy_privacyurl",
  protocol: "rdy_protocol",
  publishedVersion: "rdy_publishedversion",
  publisherId: "rdy_publisherid",
  readiness: "rdy_readiness",
  recertifiedOn: "rdy_recertifiedon",
  regionPermission: "rdy_regionpermission",
  registration: "rdy_registration",
  releaseDate: "rdy_releasedate",
  ruleSet: "rdy_ruleset",
  ruleSetVersion: "rdy_rulesetversion",
  score: "rdy_score",
  secureStore: "rdy_securestore",
  setupMinutes: "rdy_setupminutes",
  setupSteps: "rdy_setupsteps",
  signInMethod: "rdy_signinmethod",
  signInUrl: "rdy_signinurl",
  statusNote: "rdy_statusnote",
  summary: "rdy_summary",
  supportEmail: "rdy_supportemail",
  supportName: "rdy_supportname",
  supportPhone: "rdy_supportphone",
  targetAudience: "rdy_targetaudience",
  tenantMode: "rdy_tenantmode",
  terms: "rdy_terms",
  testAccount: "rdy_testaccount",
  testDrive: "rdy_testdrive",
  thirdParty: "rdy_thirdparty",
  uptimeCommitted: "rdy_uptimecommitted",
  uptimeMeasured: "rdy_uptimemeasured",
  uptimeWindow: "rdy_uptimewindow",
  usesCloudServices: "rdy_usescloudservices",
  usesThirdParty: "rdy_usesthirdparty",
  worksWith: "rdy_workswith",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_supportlink. */
export const SupportLink = {
  table: "rdy_supportlink",
  entitySet: "rdy_supportlinks",
  id: "rdy_supportlinkid",
  ownerId: "ownerid",
  channel: "rdy_channel",
  hours: "rdy_hours",
  model: "rdy_model",
  name: "rdy_name",
  offerId: "rdy_offerid",
  purpose: "rdy_purpose",
  url: "rdy_url",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_trial. */
export const Trial = {
  table: "rdy_trial",
  entitySet: "rdy_trials",
  id: "rdy_trialid",
  ownerId: "ownerid",
  appId: "rdy_appid",
  appKeyEntered: "rdy_appkeyentered",
  appKeyExpires: "rdy_appkeyexpires",
  description: "rdy_description",
  instanceUrl: "rdy_instanceurl",
  kind: "rdy_kind",
  leadDestination: "rdy_leaddestination",
  leadEndpoint: "rdy_leadendpoint",
  licenses: "rdy_licenses",
  maxConcurrent: "rdy_maxconcurrent",
  name: "rdy_name",
  offerId: "rdy_offerid",
  period: "rdy_period",
  periodUnit: "rdy_periodunit",
  roleName: "rdy_rolename",
  tenantId: "rdy_tenantid",
  tenantName: "rdy_tenantname",
  testDriveType: "rdy_testdrivetype",
  url: "rdy_url",
  webApiUrl: "rdy_webapiurl",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Options of rdy_accountkind. */
export enum Accountkind {
  PersonalMicrosoftAccount = 847360000,
  MicrosoftAccountOnAWorkEMailAddress = 847360001,
  WorkOrSchoolAccount = 847360002,
}

/** Options of rdy_apptype. */
export enum Apptype {
  Free = 847360000,
  Trial = 847360001,
  ContactMe = 847360002,
  Transact = 847360003,
}

/** Options of rdy_assetkind. */
export enum Assetkind {
  Logo40X40 = 847360000,
  Logo90X90 = 847360001,
  Logo115X115 = 847360002,
  Logo255X115 = 847360003,
  SearchLogo48X48 = 847360004,
  DetailLogo216X216 = 847360005,
  ApplicationLogo255X115 = 847360006,
  Screenshot = 847360007,
  Video = 847360008,
  Document = 847360009,
  ScenarioDocument = 847360010,
  TestDriveManual = 847360011,
  TestDriveVideo = 847360012,
}

/** Options of rdy_category. */
export enum Category {
  Analytics = 847360000,
  AIAndMachineLearning = 847360001,
  Collaboration = 847360002,
  CustomerService = 847360003,
  Finance = 847360004,
  HumanResources = 847360005,
  InternetOfThings = 847360006,
  ITAndAdministration = 847360007,
  Marketing = 847360008,
  OperationsAndSupplyChain = 847360009,
  Productivity = 847360010,
  Sales = 847360011,
}

/** Options of rdy_group. */
export enum Group {
  TechnicalRequirements = 847360000,
  BusinessRequirements = 847360001,
  OfferSettings = 847360002,
  TechnicalInfoAndPackage = 847360003,
  Storefront = 847360004,
  TestDrive = 847360005,
  Contacts = 847360006,
  PublishingAndCertification = 847360007,
}

/** Options of rdy_industry. */
export enum Industry {
  Agriculture = 847360000,
  ArchitectureAndConstruction = 847360001,
  Automotive = 847360002,
  Distribution = 847360003,
  Education = 847360004,
  FinancialServices = 847360005,
  Government = 847360006,
  HealthcareAndLifeSciences = 847360007,
  HospitalityAndTravel = 847360008,
  Manufacturing = 847360009,
  MediaAndCommunications = 847360010,
  Nonprofit = 847360011,
  OtherPublicSector = 847360012,
  PowerAndUtilities = 847360013,
  ProfessionalServices = 847360014,
  RetailAndConsumerGoods = 847360015,
}

/** Options of rdy_inspection. */
export enum Inspection {
  Inspected = 847360000,
  NotInspected = 847360001,
  Damaged = 847360002,
}

/** Options of rdy_itemstatus. */
export enum Itemstatus {
  Met = 847360000,
  NotMet = 847360001,
  NotApplicable = 847360002,
  Undecided = 847360003,
  Confirmed = 847360004,
  Rejected = 847360005,
}

/** Options of rdy_judgementverdict. */
export enum Judgementverdict {
  Confirmed = 847360000,
  Rejected = 847360001,
}

/** Options of rdy_language. */
export enum Language {
  English = 847360000,
  ChineseSimplified = 847360001,
  Czech = 847360002,
  Danish = 847360003,
  Dutch = 847360004,
  Finnish = 847360005,
  French = 847360006,
  German = 847360007,
  Italian = 847360008,
  Japanese = 847360009,
  Norwegian = 847360010,
  Polish = 847360011,
  PortugueseBrazil = 847360012,
  Spanish = 847360013,
  Swedish = 847360014,
  Turkish = 847360015,
}

/** Options of rdy_leaddestination. */
export enum Leaddestination {
  None = 847360000,
  AzureTable = 847360001,
  DynamicsCRMOnline = 847360002,
  HTTPSEndpoint = 847360003,
  Marketo = 847360004,
  Salesforce = 847360005,
}

/** Options of rdy_licensemodel. */
export enum Licensemodel {
  Resource = 847360000,
  User = 847360001,
}

/** Options of rdy_linkpurpose. */
export enum Linkpurpose {
  Support = 847360000,
  Help = 847360001,
  Community = 847360002,
  StatusPage = 847360003,
  Other = 847360004,
}

/** Options of rdy_periodunit. */
export enum Periodunit {
  Hours = 847360000,
  Days = 847360001,
  Months = 847360002,
}

/** Options of rdy_product. */
export enum Product {
  Sales = 847360000,
  CustomerService = 847360001,
  FieldService = 847360002,
  ProjectServiceAutomation = 847360003,
  Marketing = 847360004,
  FinanceAndOperations = 847360005,
  Talent = 847360006,
}

/** Options of rdy_readiness. */
export enum Readiness {
  NotReady = 847360000,
  NeedsReview = 847360001,
  Ready = 847360002,
}

/** Options of rdy_region. */
export enum Region {
  NorthAmerica = 847360000,
  SouthAmerica = 847360001,
  Canada = 847360002,
  EMEA = 847360003,
  APAC = 847360004,
  Australia = 847360005,
  Japan = 847360006,
  India = 847360007,
  UnitedKingdom = 847360008,
  France = 847360009,
  Germany = 847360010,
  USGovernment = 847360011,
  TestInProductionTIP = 847360012,
}

/** Options of rdy_registration. */
export enum Registration {
  MicrosoftPartnerNetworkMember = 847360000,
  CloudMarketplacePublisher = 847360001,
  NotRegistered = 847360002,
}

/** Options of rdy_ruleset. */
export enum Ruleset {
  Option847360000 = 847360000,
}

/** Options of rdy_severity. */
export enum Severity {
  Mandatory = 847360000,
  Advice = 847360001,
}

/** Options of rdy_signinmethod. */
export enum Signinmethod {
  WorkAccount = 847360000,
  PersonalAccount = 847360001,
  UserNameOfTheApp = 847360002,
  None = 847360003,
}

/** Options of rdy_signinprotocol. */
export enum Signinprotocol {
  OpenIDConnect = 847360000,
  OAuth20 = 847360001,
  SAML20 = 847360002,
  Other = 847360003,
}

/** Options of rdy_supportmodel. */
export enum Supportmodel {
  Free = 847360000,
  Paid = 847360001,
  Community = 847360002,
}

/** Options of rdy_tenantmode. */
export enum Tenantmode {
  MultiTenant = 847360000,
  SingleTenant = 847360001,
}

/** Options of rdy_testdrivetype. */
export enum Testdrivetype {
  MicrosoftHostedDynamics365ForCustomerEngagement = 847360000,
  AzureResourceManager = 847360001,
  LogicApp = 847360002,
  PowerBI = 847360003,
}

/** Options of rdy_trialkind. */
export enum Trialkind {
  GetItNow = 847360000,
  FreeTrial = 847360001,
  TestDrive = 847360002,
  ContactMe = 847360003,
}

/** Options of rdy_verdict. */
export enum Verdict {
  Met = 847360000,
  NotMet = 847360001,
  NotApplicable = 847360002,
  Undecided = 847360003,
}

/** Options of rdy_yesno. */
export enum Yesno {
  Yes = 847360000,
  No = 847360001,
}

/** Options of rdy_checklistitem.statuscode. */
export enum ChecklistItemStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_judgement.statuscode. */
export enum JudgementStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_marketingasset.statuscode. */
export enum MarketingAssetStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_offer.statuscode. */
export enum OfferStatus {
  Draft = 1,
  InReview = 847360001,
  ReadyToSubmit = 847360002,
  Submitted = 847360003,
  Certified = 847360004,
  Rejected = 847360005,
  Live = 847360006,
  Withdrawn = 2,
}

/** Options of rdy_supportlink.statuscode. */
export enum SupportLinkStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_trial.statuscode. */
export enum TrialStatus {
  Active = 1,
  Inactive = 2,
}

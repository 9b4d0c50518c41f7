// Generated from the unpacked solution by 'Packager names'. Change the solution, then run it again.

/** Logical names of rdy_certification. */
export const Certification = {
  table: "rdy_certification",
  entitySet: "rdy_certifications",
  id: "rdy_certificationid",
  ownerId: "ownerid",
  appVersion: "rdy_appversion",
  finding: "rdy_finding",
  key: "rdy_key",
  memory: "rdy_memory",
  name: "rdy_name",
  offerId: "rdy_offerid",
  outcome: "rdy_outcome",
  receivedOn: "rdy_receivedon",
  statusThen: "rdy_statusthen",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_checklistitem. */
export const ChecklistItem = {
  table: "rdy_checklistitem",
  entitySet: "rdy_checklistitems",
  id: "rdy_checklistitemid",
  ownerId: "ownerid",
  announcedOn: "rdy_announcedon",
  appliesFrom: "rdy_appliesfrom",
  dueOn: "rdy_dueon",
  endsOn: "rdy_endson",
  evidenceUrl: "rdy_evidenceurl",
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
  ruleSetVersion: "rdy_rulesetversion",
  sequence: "rdy_sequence",
  severity: "rdy_severity",
  source: "rdy_source",
  status: "rdy_status",
  targetColumn: "rdy_targetcolumn",
  targetId: "rdy_targetid",
  targetTable: "rdy_targettable",
  verdict: "rdy_verdict",
  waivedUntil: "rdy_waiveduntil",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_itemchange. */
export const ItemChange = {
  table: "rdy_itemchange",
  entitySet: "rdy_itemchanges",
  id: "rdy_itemchangeid",
  ownerId: "ownerid",
  cause: "rdy_cause",
  causeRow: "rdy_causerow",
  changedById: "rdy_changedbyid",
  changedOn: "rdy_changedon",
  from: "rdy_from",
  key: "rdy_key",
  name: "rdy_name",
  offerId: "rdy_offerid",
  reason: "rdy_reason",
  ruleSetVersion: "rdy_rulesetversion",
  to: "rdy_to",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_judgement. */
export const Judgement = {
  table: "rdy_judgement",
  entitySet: "rdy_judgements",
  id: "rdy_judgementid",
  ownerId: "ownerid",
  endsOn: "rdy_endson",
  evidence: "rdy_evidence",
  evidenceUrl: "rdy_evidenceurl",
  fingerprint: "rdy_fingerprint",
  judgedById: "rdy_judgedbyid",
  judgedOn: "rdy_judgedon",
  key: "rdy_key",
  name: "rdy_name",
  note: "rdy_note",
  offerId: "rdy_offerid",
  ruleSetVersion: "rdy_rulesetversion",
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
  enteredBy: "rdy_enteredby",
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
  sharpness: "rdy_sharpness",
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
  acceptedPackage: "rdy_acceptedpackage",
  accountKind: "rdy_accountkind",
  addsServiceAccount: "rdy_addsserviceaccount",
  adminGuideUrl: "rdy_adminguideurl",
  alias: "rdy_alias",
  appId: "rdy_appid",
  applicableProducts: "rdy_applicableproducts",
  appType: "rdy_apptype",
  appVersion: "rdy_appversion",
  baseLanguage: "rdy_baselanguage",
  billingProfile: "rdy_billingprofile",
  billingRoute: "rdy_billingroute",
  businessProcess: "rdy_businessprocess",
  categories: "rdy_categories",
  certificationNotes: "rdy_certificationnotes",
  changedSincePublished: "rdy_changedsincepublished",
  checkerErrors: "rdy_checkererrors",
  checkerFacts: "rdy_checkerfacts",
  checkerInspection: "rdy_checkerinspection",
  checkerReport: "rdy_checkerreport",
  checkerRunOn: "rdy_checkerrunon",
  cloudServices: "rdy_cloudservices",
  competitors: "rdy_competitors",
  configurationUrl: "rdy_configurationurl",
  connectors: "rdy_connectors",
  consentPageUrl: "rdy_consentpageurl",
  consentScopes: "rdy_consentscopes",
  countries: "rdy_countries",
  deleting: "rdy_deleting",
  deployerCode: "rdy_deployercode",
  description: "rdy_description",
  devCenterAccount: "rdy_devcenteraccount",
  devCenterId: "rdy_devcenterid",
  engineeringEmail: "rdy_engineeringemail",
  engineeringName: "rdy_engineeringname",
  engineeringPhone: "rdy_engineeringphone",
  enteredBy: "rdy_enteredby",
  evaluatedOn: "rdy_evaluatedon",
  externalConnections: "rdy_externalconnections",
  firstPublishedOn: "rdy_firstpublishedon",
  fourEyes: "rdy_foureyes",
  functionTestedOn: "rdy_functiontestedon",
  hasConnectors: "rdy_hasconnectors",
  hasExternalConnections: "rdy_hasexternalconnections",
  hideKey: "rdy_hidekey",
  industries: "rdy_industries",
  installTestedOn: "rdy_installtestedon",
  installWithoutLicense: "rdy_installwithoutlicense",
  isvAgreement: "rdy_isvagreement",
  keywords: "rdy_keywords",
  languages: "rdy_languages",
  lastPublishedOn: "rdy_lastpublishedon",
  leadDestination: "rdy_leaddestination",
  leadEndpoint: "rdy_leadendpoint",
  legalAddress: "rdy_legaladdress",
  legalName: "rdy_legalname",
  license: "rdy_license",
  licenseManagement: "rdy_licensemanagement",
  licenseModel: "rdy_licensemodel",
  lifecycleAgreement: "rdy_lifecycleagreement",
  lifecycleEvents: "rdy_lifecycleevents",
  listingLanguage: "rdy_listinglanguage",
  lock: "rdy_lock",
  marketIndustries: "rdy_marketindustries",
  marketingOnly: "rdy_marketingonly",
  marketplaceAccounts: "rdy_marketplaceaccounts",
  marketplaceId: "rdy_marketplaceid",
  marketProducts: "rdy_marketproducts",
  markets: "rdy_markets",
  monitorUrl: "rdy_monitorurl",
  multiplePackages: "rdy_multiplepackages",
  name: "rdy_name",
  needsDevelopment: "rdy_needsdevelopment",
  nominationDescription: "rdy_nominationdescription",
  nominationOrganization: "rdy_nominationorganization",
  nominationProduct: "rdy_nominationproduct",
  openItems: "rdy_openitems",
  otherPublications: "rdy_otherpublications",
  otherVersions: "rdy_otherversions",
  package: "rdy_package",
  packageFacts: "rdy_packagefacts",
  packageFileName: "rdy_packagefilename",
  packageFiles: "rdy_packagefiles",
  packageInspection: "rdy_packageinspection",
  packageRegions: "rdy_packageregions",
  packageUrl: "rdy_packageurl",
  pagesComplete: "rdy_pagescomplete",
  partnerCenterActive: "rdy_partnercenteractive",
  partnerId: "rdy_partnerid",
  platformVersion: "rdy_platformversion",
  portalAccount: "rdy_portalaccount",
  primaryCategory: "rdy_primarycategory",
  primaryContact: "rdy_primarycontact",
  primarySubcategories: "rdy_primarysubcategories",
  privacyUrl: "rdy_privacyurl",
  protocol: "rdy_protocol",
  publishedVersion: "rdy_publishedversion",
  publisherAgreement: "rdy_publisheragreement",
  publisherId: "rdy_publisherid",
  readiness: "rdy_readiness",
  recertifiedOn: "rdy_recertifiedon",
  reevaluateOn: "rdy_reevaluateon",
  regionPermission: "rdy_regionpermission",
  registration: "rdy_registration",
  releaseDate: "rdy_releasedate",
  repackaged: "rdy_repackaged",
  ruleSet: "rdy_ruleset",
  ruleSetVersion: "rdy_rulesetversion",
  score: "rdy_score",
  secondaryCategory: "rdy_secondarycategory",
  secondarySubcategories: "rdy_secondarysubcategories",
  secureStore: "rdy_securestore",
  sellThroughMicrosoft: "rdy_sellthroughmicrosoft",
  serviceAccountRoles: "rdy_serviceaccountroles",
  setupMinutes: "rdy_setupminutes",
  setupSteps: "rdy_setupsteps",
  signInMethod: "rdy_signinmethod",
  signInUrl: "rdy_signinurl",
  standaloneCanvas: "rdy_standalonecanvas",
  standardContract: "rdy_standardcontract",
  statusNote: "rdy_statusnote",
  summary: "rdy_summary",
  supportEmail: "rdy_supportemail",
  supportName: "rdy_supportname",
  supportPhone: "rdy_supportphone",
  targetAudience: "rdy_targetaudience",
  tenantMode: "rdy_tenantmode",
  terms: "rdy_terms",
  termsUrl: "rdy_termsurl",
  testAccount: "rdy_testaccount",
  testDrive: "rdy_testdrive",
  testOffer: "rdy_testoffer",
  thirdParty: "rdy_thirdparty",
  uptimeCommitted: "rdy_uptimecommitted",
  uptimeFacts: "rdy_uptimefacts",
  uptimeMeasured: "rdy_uptimemeasured",
  uptimeWindow: "rdy_uptimewindow",
  usesCloudServices: "rdy_usescloudservices",
  usesThirdParty: "rdy_usesthirdparty",
  verticals: "rdy_verticals",
  worksWith: "rdy_workswith",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_plan. */
export const Plan = {
  table: "rdy_plan",
  entitySet: "rdy_plans",
  id: "rdy_planid",
  ownerId: "ownerid",
  components: "rdy_components",
  description: "rdy_description",
  enteredBy: "rdy_enteredby",
  marketplaceId: "rdy_marketplaceid",
  markets: "rdy_markets",
  maxUsers: "rdy_maxusers",
  minUsers: "rdy_minusers",
  name: "rdy_name",
  offerId: "rdy_offerid",
  priceAnnual: "rdy_priceannual",
  priceMonthly: "rdy_pricemonthly",
  serviceId: "rdy_serviceid",
  tenantIds: "rdy_tenantids",
  tenantList: "rdy_tenantlist",
  trial: "rdy_trial",
  visibility: "rdy_visibility",
  wasPublic: "rdy_waspublic",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_probe. */
export const Probe = {
  table: "rdy_probe",
  entitySet: "rdy_probes",
  id: "rdy_probeid",
  ownerId: "ownerid",
  certificateEnds: "rdy_certificateends",
  checkedOn: "rdy_checkedon",
  checks: "rdy_checks",
  countedFrom: "rdy_countedfrom",
  failures: "rdy_failures",
  finalUrl: "rdy_finalurl",
  kind: "rdy_kind",
  milliseconds: "rdy_milliseconds",
  name: "rdy_name",
  offerId: "rdy_offerid",
  outcome: "rdy_outcome",
  reason: "rdy_reason",
  reasonArgs: "rdy_reasonargs",
  reasonKey: "rdy_reasonkey",
  status: "rdy_status",
  target: "rdy_target",
  triedOn: "rdy_triedon",
  triedReason: "rdy_triedreason",
  url: "rdy_url",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_requirement. */
export const Requirement = {
  table: "rdy_requirement",
  entitySet: "rdy_requirements",
  id: "rdy_requirementid",
  ownerId: "ownerid",
  announcedOn: "rdy_announcedon",
  appliesFrom: "rdy_appliesfrom",
  column: "rdy_column",
  endsOn: "rdy_endson",
  guidance: "rdy_guidance",
  key: "rdy_key",
  name: "rdy_name",
  problem: "rdy_problem",
  scope: "rdy_scope",
  severity: "rdy_severity",
  test: "rdy_test",
  value: "rdy_value",
  statecode: "statecode",
  statuscode: "statuscode",
} as const;

/** Logical names of rdy_snapshot. */
export const Snapshot = {
  table: "rdy_snapshot",
  entitySet: "rdy_snapshots",
  id: "rdy_snapshotid",
  ownerId: "ownerid",
  confirmed: "rdy_confirmed",
  day: "rdy_day",
  met: "rdy_met",
  name: "rdy_name",
  notApplicable: "rdy_notapplicable",
  notMet: "rdy_notmet",
  offerId: "rdy_offerid",
  openItems: "rdy_openitems",
  readiness: "rdy_readiness",
  rejected: "rdy_rejected",
  ruleSetVersion: "rdy_rulesetversion",
  score: "rdy_score",
  undecided: "rdy_undecided",
  waived: "rdy_waived",
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
  enteredBy: "rdy_enteredby",
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
  accessInformation: "rdy_accessinformation",
  appId: "rdy_appid",
  appKeyEntered: "rdy_appkeyentered",
  appKeyExpires: "rdy_appkeyexpires",
  assignApp: "rdy_assignapp",
  deprovisionApp: "rdy_deprovisionapp",
  description: "rdy_description",
  enteredBy: "rdy_enteredby",
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
  region: "rdy_region",
  resourceGroup: "rdy_resourcegroup",
  roleName: "rdy_rolename",
  subscriptionId: "rdy_subscriptionid",
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
  LargeLogo216To350 = 847360013,
  HeroImage815X290 = 847360014,
  PreCheckReport = 847360015,
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

/** Options of rdy_certificationoutcome. */
export enum Certificationoutcome {
  Rejected = 847360000,
  Passed = 847360001,
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
  AccountAndOfferIdentity = 847360008,
  ListingOptionAndLeads = 847360009,
  ListingText = 847360010,
  Media = 847360011,
  PropertiesLegalAvailability = 847360012,
  Plans = 847360013,
  TechnicalConfiguration = 847360014,
  PackageContent = 847360015,
  SolutionAndCode = 847360016,
  Certification = 847360017,
  UsualRejections = 847360018,
  AgreementBetweenRecords = 847360019,
  TeamRequirements = 847360020,
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
  Waived = 847360006,
}

/** Options of rdy_judgementverdict. */
export enum Judgementverdict {
  Confirmed = 847360000,
  Rejected = 847360001,
  Waived = 847360002,
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
  LearnMore = 847360005,
}

/** Options of rdy_marketcategory. */
export enum Marketcategory {
  Analytics = 847360000,
  AIMachineLearning = 847360001,
  Collaboration = 847360002,
  ComplianceAndLegal = 847360003,
  CustomerService = 847360004,
  Finance = 847360005,
  Geolocation = 847360006,
  HumanResources = 847360007,
  ITAndManagementTools = 847360008,
  InternetOfThings = 847360009,
  Marketing = 847360010,
  OperationsAndSupplyChain = 847360011,
  Productivity = 847360012,
  Sales = 847360013,
}

/** Options of rdy_marketindustry. */
export enum Marketindustry {
  Automotive = 847360000,
  Agriculture = 847360001,
  Distribution = 847360002,
  Education = 847360003,
  FinancialServices = 847360004,
  Government = 847360005,
  Healthcare = 847360006,
  ManufacturingResources = 847360007,
  RetailConsumerGoods = 847360008,
  MediaCommunications = 847360009,
  ProfessionalServices = 847360010,
  ArchitectureConstruction = 847360011,
  HospitalityTravel = 847360012,
  OtherPublicSectorIndustries = 847360013,
  RealEstate = 847360014,
}

/** Options of rdy_marketproduct. */
export enum Marketproduct {
  CustomerService = 847360000,
  CustomerVoice = 847360001,
  ProjectOperations = 847360002,
  FieldService = 847360003,
  Marketing = 847360004,
  MixedReality = 847360005,
  PowerApps = 847360006,
  PowerAutomate = 847360007,
  PowerVirtualAgents = 847360008,
  ProjectServiceAutomation = 847360009,
  Sales = 847360010,
}

/** Options of rdy_memory. */
export enum Memory {
  Caught = 847360000,
  Missed = 847360001,
  FalseAlarm = 847360002,
  Agreed = 847360003,
}

/** Options of rdy_periodunit. */
export enum Periodunit {
  Hours = 847360000,
  Days = 847360001,
  Months = 847360002,
}

/** Options of rdy_planvisibility. */
export enum Planvisibility {
  Public = 847360000,
  Private = 847360001,
}

/** Options of rdy_probekind. */
export enum Probekind {
  Address = 847360000,
  SignIn = 847360001,
  Package = 847360002,
  PackageWithoutSignature = 847360003,
}

/** Options of rdy_probeoutcome. */
export enum Probeoutcome {
  Reached = 847360000,
  Failed = 847360001,
  Refused = 847360002,
  CouldNotCheck = 847360003,
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
  China = 847360013,
  USGovernmentHigh = 847360014,
  USDoD = 847360015,
}

/** Options of rdy_registration. */
export enum Registration {
  MicrosoftPartnerNetworkMember = 847360000,
  CloudMarketplacePublisher = 847360001,
  NotRegistered = 847360002,
}

/** Options of rdy_requirementscope. */
export enum Requirementscope {
  AllRuleSets = 847360000,
  Option847360001 = 847360001,
  PartnerCenterCurrent = 847360002,
}

/** Options of rdy_requirementtest. */
export enum Requirementtest {
  PersonJudges = 847360000,
  Required = 847360001,
  Pattern = 847360002,
  Minimum = 847360003,
  Maximum = 847360004,
  OneOf = 847360005,
}

/** Options of rdy_ruleset. */
export enum Ruleset {
  Option847360000 = 847360000,
  PartnerCenterCurrent = 847360001,
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

/** Options of rdy_subcategory. */
export enum Subcategory {
  AdvancedAnalytics = 847360000,
  VisualizationAndReporting = 847360001,
  AIForBusiness = 847360020,
  BotApps = 847360021,
  ContactAndPeople = 847360040,
  MeetingManagement = 847360041,
  SiteDesignAndManagement = 847360042,
  TaskAndProjectManagement = 847360043,
  VoiceAndVideoConferencing = 847360044,
  TaxAndAudit = 847360060,
  Legal = 847360061,
  DataGovernanceAndPrivacy = 847360062,
  HealthAndSafety = 847360063,
  ContactCenter = 847360080,
  FaceToFaceService = 847360081,
  BackOfficeAndEmployeeService = 847360082,
  KnowledgeAndCaseManagement = 847360083,
  SocialMediaAndOmnichannelEngagement = 847360084,
  Accounting = 847360100,
  AssetManagement = 847360101,
  AnalyticsConsolidationAndReporting = 847360102,
  CreditAndCollections = 847360103,
  ComplianceAndRiskManagement = 847360104,
  Maps = 847360120,
  NewsAndWeather = 847360121,
  TalentAcquisition = 847360140,
  TalentManagement = 847360141,
  HROperations = 847360142,
  WorkforcePlanningAndAnalytics = 847360143,
  ManagementSolutions = 847360160,
  BusinessApplications = 847360161,
  AssetManagementAndOperations = 847360180,
  ConnectedProducts = 847360181,
  IntelligentSupplyChain = 847360182,
  PredictiveMaintenance = 847360183,
  RemoteMonitoring = 847360184,
  SafetyAndSecurity = 847360185,
  SmartInfrastructureAndResources = 847360186,
  VehiclesAndMobility = 847360187,
  Advertisement = 847360200,
  AnalyticsMarketing = 847360201,
  CampaignManagementAndAutomation = 847360202,
  EmailMarketing = 847360203,
  EventsAndResourceManagement = 847360204,
  ResearchAndAnalysis = 847360205,
  SocialMedia = 847360206,
  AssetAndProductionManagement = 847360220,
  DemandForecasting = 847360221,
  InformationManagementAndConnectivity = 847360222,
  PlanningPurchasingAndReporting = 847360223,
  QualityAndServiceManagement = 847360224,
  SalesAndOrderManagement = 847360225,
  TransportationAndWarehouseManagement = 847360226,
  ContentCreationAndManagement = 847360240,
  DocumentManagement = 847360241,
  EmailManagement = 847360242,
  LanguageAndTranslation = 847360243,
  SearchAndReference = 847360244,
  Gamification = 847360245,
  Telesales = 847360260,
  ConfigurePriceQuoteCPQ = 847360261,
  ContractManagement = 847360262,
  CRM = 847360263,
  ECommerce = 847360264,
  BusinessDataEnrichment = 847360265,
  SalesEnablement = 847360266,
}

/** Options of rdy_supportmodel. */
export enum Supportmodel {
  Free = 847360000,
  Paid = 847360001,
  Community = 847360002,
}

/** Options of rdy_tenantlist. */
export enum Tenantlist {
  ByHand = 847360000,
  ByCSVFile = 847360001,
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

/** Options of rdy_vertical. */
export enum Vertical {
  Automotive = 847360000,
  OtherUnsegmented = 847360010,
  Wholesale = 847360020,
  ParcelPackageShipping = 847360021,
  HigherEducation = 847360030,
  PrimarySecondaryEducationK12 = 847360031,
  LibrariesMuseums = 847360032,
  BankingCapitalMarkets = 847360040,
  Insurance = 847360041,
  DefenseIntelligence = 847360050,
  PublicSafetyJustice = 847360051,
  CivilianGovernment = 847360052,
  HealthPayor = 847360060,
  HealthProvider = 847360061,
  Pharmaceuticals = 847360062,
  ChemicalAgrochemical = 847360070,
  DiscreteManufacturing = 847360071,
  Energy = 847360072,
  ConsumerGoods = 847360080,
  Retailers = 847360081,
  MediaEntertainment = 847360090,
  Telecommunications = 847360091,
  Legal = 847360100,
  PartnerProfessionalServices = 847360101,
  Option847360110 = 847360110,
  HotelsLeisure = 847360120,
  TravelTransportation = 847360121,
  RestaurantsFoodServices = 847360122,
  ForestryFishing = 847360130,
  Nonprofits = 847360131,
  Option847360140 = 847360140,
}

/** Options of rdy_yesno. */
export enum Yesno {
  Yes = 847360000,
  No = 847360001,
}

/** Options of rdy_certification.statuscode. */
export enum CertificationStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_checklistitem.statuscode. */
export enum ChecklistItemStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_itemchange.statuscode. */
export enum ItemChangeStatus {
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

/** Options of rdy_plan.statuscode. */
export enum PlanStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_probe.statuscode. */
export enum ProbeStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_requirement.statuscode. */
export enum RequirementStatus {
  Active = 1,
  Inactive = 2,
}

/** Options of rdy_snapshot.statuscode. */
export enum SnapshotStatus {
  Active = 1,
  Inactive = 2,
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

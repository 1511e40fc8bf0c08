import type { FlowField, ToolField } from './fields'
import type { HeaderWords } from './header-vocabulary'

/**
 * Column names of the lists that other products write, as they stand there: ServiceNow, LeanIX, Turbo EA (without its
 * `attr_`), Mercator, OS2kitos, Backstage, GitLab's tech stack and the inventories of California's SB 272.
 */
export const TOOLS_OF_PEERS: Readonly<Partial<Record<ToolField, HeaderWords>>> = {
  id: { whole: 'metadata.uid|sys_id|correlation_id|apm_number|identifier|uuid' },
  name: { whole: 'metadata.name|metadata.title|business_app_name|it system name|itSystemName|product' },
  partOf: {
    whole:
      'application_block_id|parent_application|spec.system|spec.subcomponentOf|application family|parent business application',
  },
  vendor: { whole: 'publisher|editor|vendor_name|rightsHolder|rights holder|itSystemRightsHolder|supplierName' },
  description: {
    whole:
      'metadata.description|short_description|purpose of the system|statement of purpose|brief statement of purpose',
  },
  functions: {
    whole:
      'business process|application category|application_category|processes|businessType|business type|commercialCategory|spec.type',
  },
  owner: {
    whole:
      'Business Unit|business_unit|managed by group|support group|department responsible|department that serves as custodian|primary custodian|custodian department|responsibleUsage|responsible organisation unit|entity_resp_id|spec.owner',
    part: 'custodian',
  },
  usedBy: { whole: 'entities|relevant organisation units|irrelevant_organization_units|userGroups' },
  businessOwner: {
    whole:
      'business owner|business_owner|owned_by|application manager|functional_referent|subscriptions:RESPONSIBLE|subscriptions:ACCOUNTABLE|system owner|systemowner',
  },
  technicalOwner: {
    whole: 'IT Application owner|it_application_owner|managed_by|technical_owner|responsible|subscriptions:OBSERVER IT',
  },
  status: {
    whole:
      'Life-Cycle Stage|life_cycle_stage|life-cycle stage status|life_cycle_stage_status|operational_status|spec.lifecycle|lifecycle:active phase|planned disposition',
  },
  hosting: { whole: 'Install type|install_type|hostedAt|hosted at|architecture_type|saas' },
  users: {
    whole:
      'Active user count|active_user_count|numberOfUsers|numberOfExpectedUsers|user_count|number of expected users',
  },
  annualCost: { whole: 'costTotalAnnual|total_annual_cost|annual_cost' },
  contractEnd: { whole: 'contract_end_date|concluded end|expirationDate' },
  plannedFrom: { whole: 'lifecycle:active|go_live_date|go_live' },
  retiredFrom: { whole: 'lifecycle:endOfLife|retirement_date|end_of_life_date|end_of_life' },
  criticality: {
    whole:
      'Business criticality|business_criticality|busines_criticality|emergency tier|emergency_tier|critical_systems_tier|businessCritical',
  },
  functionalFit: { whole: 'functionalSuitability|functional_suitability' },
  technicalFit: { whole: 'technicalSuitability|technical_suitability' },
  dataClass: { whole: 'data_classification|sensitiveDataLevel|confidentiality|data sensitivity' },
  personalData: { whole: 'contains pii|contains_pii|has pii|isPersonalData' },
  ai: { whole: 'ContainsAITechnology|contains_ai_technology|hasAiFeatures|has_ai_features' },
  tags: { whole: 'metadata.tags|tag_list' },
  url: { whole: 'metadata.links|application_url|url link' },
  notes: { whole: 'reasoning|work_notes' },
  interfaces: { whole: 'integrations|spec.dependsOn|spec.consumesApis' },
}

export const FLOWS_OF_PEERS: Readonly<Partial<Record<FlowField, HeaderWords>>> = {
  id: { whole: 'sys_id|reference number' },
  name: { whole: 'digital integration|interface|reference' },
  source: {
    whole:
      'Provider Business Application|provider_business_application|source business application|fromRelatedFactSheetDisplayName|source_ref|from usage|fromUsage',
  },
  target: {
    whole:
      'Subscriber Business Application|subscriber_business_application|target business application|toRelatedFactSheetDisplayName|target_ref|to usage|toUsage',
  },
  dataObjects: { whole: 'data types|information objects|data objects transferred' },
  method: { whole: 'interaction type|interaction_type|middleware|nature' },
  direction: { whole: 'data flow direction|data_flow_direction|bidirectional' },
  frequency: { whole: 'collection and update frequency|interval' },
}

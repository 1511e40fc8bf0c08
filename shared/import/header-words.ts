import type { DepartmentField, FlowField, ToolField } from './fields'
import { compile, type HeaderWords } from './header-vocabulary'
import { DEPARTMENTS_ABROAD, FLOWS_ABROAD, TOOLS_ABROAD } from './header-words-abroad'
import { DATA_OBJECTS, FUNCTIONS, usageWords } from './header-words-lists'
import { FLOWS_OF_PEERS, TOOLS_OF_PEERS } from './header-words-peers'

const TOOLS: Readonly<Record<ToolField, HeaderWords>> = {
  id: {
    whole:
      'id|key|app id|application id|anwendungs-id|anwendungsnummer|system id|tool id|asset id|ci id|external id|externalId|number|inventarnummer|inventar nr|inventory number|apm number|uuid|guid|fact sheet id|kennung|anwendungskennung',
  },
  name: {
    whole:
      'name|tool|tools|toolname|tool name|software|softwarename|software name|anwendung|anwendungen|anwendungsname|name der anwendung|application|applications|application name|app|app name|apps|system|systems|systemname|system name|systembezeichnung|produkt|product|produktname|product name|programm|programmname|program|lösung|solution|bezeichnung|titel|title|display name|displayName|it-system|it system|fachanwendung|fachverfahren|verfahren|werkzeug|use case name|component|komponente|it-anwendung|applikation|applikationen|applikationsname|business application|software product|softwareprodukt|name of tool|dienst|service|service name|platform|plattform',
    part: 'tool name|software name|application name|system name|name der software|name der anwendung|name des systems|name des tools|name of the|use case name|anwendungsname|produktname',
  },
  partOf: {
    whole:
      'part of|teil von|bestandteil von|parent|parent system|parent application|übergeordnetes system|übergeordnete anwendung|hauptsystem|system|suite|produktfamilie|product family|application family|modul von|module of|gehört zu system|subcomponentOf|parent_path|application block|plattform|platform',
    part: 'part of|teil von|parent application|übergeordnetes system|bestandteil von',
  },
  vendor: {
    whole:
      'vendor|hersteller|anbieter|lieferant|provider|supplier|publisher|manufacturer|editor|herstellername|vendor name|softwarehersteller|firma|company|hersteller/anbieter|anbieter/hersteller|dienstleister|produzent|maker|software vendor',
    part: 'vendor|hersteller|anbieter|lieferant|supplier|publisher|manufacturer',
  },
  description: {
    whole:
      'description|beschreibung|kurzbeschreibung|short description|zweck|purpose|details|erläuterung|documentation|dokumentation|einsatzzweck|verwendungszweck|use|verwendung|wofür|what is it for|what for|inhalt|summary|zusammenfassung|aufgabe',
    part: 'beschreibung|description|intended purpose|verwendungszweck|wofür|purpose',
  },
  functions: {
    whole:
      'function|functions|funktion|funktionen|funktion/einsatzzweck|function/purpose|capability|capabilities|business capability|business capabilities|business function|business functions|fähigkeit|fähigkeiten|geschäftsfähigkeit|category|categories|kategorie|kategorien|application category|applicationBusinessCapabilityRelation|relApplicationToBusinessCapability|rel:relAppToBC|funktionsbereich|einsatzgebiet|einsatzbereich|aufgabengebiet|software category|softwarekategorie|softwareart|art der software|toolart|tool category|tool type|anwendungsart|anwendungstyp|business process|geschäftsprozess|prozess|process|processes|prozesse|use case|anwendungsfall|use case topic area|funktionalität|thema|topic|job|what it does|was es macht|was macht es|wozu|einsatzzweck/funktion',
    part: 'function|funktion|capability|capabilities|kategorie|category|einsatzgebiet|funktionalität',
  },
  owner: {
    whole:
      'owner|owning department|department|abteilung|abteilungen|departments|fachbereich|fachabteilung|bereich|organizations|organization|organisation|organisationseinheit|organizational unit|org unit|orgunit|business unit|businessUnit|group owner|group_owner|owner department|eigentümer|eigner|besitzer|verantwortliche abteilung|verantwortlicher bereich|verantwortlicher fachbereich|zuständige abteilung|zuständiger bereich|responsible department|team|owning team|owner team|custodian|custodian department|applicationUserGroupRelation|user group|usergroup|userGroup|federführung|federführende abteilung|hauptabteilung|referat|amt|dezernat|agency|bureau|einheit|unit|spec.owner|entity_resp_id|hauptnutzer|lead department|main department|oe|abt|dept|used in|owned by',
    part: 'verantwortliche abteilung|zuständige abteilung|responsible department|owning department|fachbereich|abteilung|department|organisationseinheit|group owner|business unit',
  },
  usedBy: {
    whole:
      'used by|usedBy|genutzt von|genutzt durch|verwendet von|mitnutzende bereiche|mitnutzende abteilungen|mitnutzer|mitnutzung|nutzende bereiche|nutzende abteilungen|nutzende abteilung|nutzende fachbereiche|weitere nutzer|weitere abteilungen|weitere bereiche|weitere nutzende abteilungen|nutzerkreis|nutzergruppe|nutzergruppen|user groups|using departments|departments using|also used by|other departments|further departments|consumers|anwenderkreis|nutzung durch|nutzung in|used in departments|access_to|access to|user departments|nutzerabteilungen|auch genutzt von|auch in',
    part: 'mitnutz|mitnutzende|genutzt von|genutzt durch|used by|nutzende|nutzerkreis|weitere abteilungen|using departments|other departments',
  },
  businessOwner: {
    whole:
      'business owner|business_owner|businessOwner|fachlich verantwortlich|fachlich verantwortliche|fachlich verantwortlicher|verantwortlich (fachlich)|verantwortlicher|verantwortlich|verantwortliche|verantwortliche person|ansprechpartner|ansprechpartnerin|fachlicher ansprechpartner|fachverantwortlicher|fachverantwortung|fachverantwortliche|contact|contact person|kontakt|kontaktperson|key user|keyuser|product owner|application owner|responsible|responsible person|system owner|systemverantwortlicher|functional_referent|functional owner|prozessverantwortlicher|owner name|app owner|tool owner|anwendungsverantwortlicher|produktverantwortlicher|subscriptions:RESPONSIBLE',
    part: 'business owner|fachlich|fachverantwortlich|ansprechpartner|key user|product owner|verantwortlicher',
  },
  technicalOwner: {
    whole:
      'technical owner|technical_owner|technicalOwner|technisch verantwortlich|technisch verantwortlicher|technisch verantwortliche|verantwortlich (IT)|it verantwortlich|it verantwortlicher|it verantwortung|it owner|it application owner|it contact|it ansprechpartner|technischer ansprechpartner|technical contact|administrator|administratoren|admin|admins|betreuer|it betreuer|system administrator|systemadministrator|systembetreuer|betriebsverantwortlicher|technical lead|it custodian|support contact',
    part: 'technical owner|technisch|verantwortlich it|it verantwortlich|it owner|it ansprechpartner|technical contact',
  },
  status: {
    whole:
      'status|state|zustand|lifecycle|life cycle|lifecycle status|life-cycle stage|lifecycle stage|life cycle status|lifecycle phase|lebenszyklus|lebenszyklusphase|lebenszyklusstatus|phase|stage|stage of development|einsatzstatus|betriebsstatus|nutzungsstatus|operational status|install status|aktiv|active|current status|planned disposition|tool status|lxLifecycle',
    part: 'status|lifecycle stage|lebenszyklus|stage of development',
  },
  hosting: {
    whole:
      'hosting|hosting type|hostingType|hosting model|betrieb|betriebsart|betriebsmodell|betriebsform|betriebsort|deployment|deployment type|deployment model|bereitstellung|bereitstellungsart|bereitstellungsmodell|install type|cloud|saas|on-premise/cloud|cloud/on-premise|cloud/on-prem|on-prem/cloud|cloud oder on-premise|cloud or on-premise|installation|installationsart|architecture type|hosted|standort|liefermodell|delivery model|betrieben in',
    part: 'hosting|betriebsmodell|betriebsart|deployment|on premise|bereitstellung',
  },
  users: {
    whole:
      'users|user|number of users|numberOfUsers|no of users|num users|nutzer|nutzerzahl|anzahl nutzer|anzahl user|anzahl users|anzahl benutzer|anzahl anwender|nutzeranzahl|benutzer|benutzerzahl|anwender|anwenderzahl|user count|active user count|active users|seats|lizenzen|anzahl lizenzen|licenses|licences|license count|nutzende|anzahl nutzende|anzahl nutzer*innen|nutzer*innen|nutzer:innen|anzahl nutzer:innen|aktive nutzer|# users|users (count)|named users|anzahl arbeitsplätze|headcount|user number|total users',
    part: 'number of users|anzahl nutzer|anzahl user|anzahl benutzer|anzahl anwender|nutzerzahl|user count|active users|anzahl lizenzen|users',
  },
  annualCost: {
    whole:
      'annual cost|annual costs|annualCost|cost|costs|kosten|jahreskosten|jährliche kosten|kosten pro jahr|kosten/jahr|kosten p.a.|kosten jährlich|cost per year|yearly cost|yearly costs|cost total annual|costTotalAnnual|total annual cost|total cost|total costs|gesamtkosten|lizenzkosten|license cost|licence cost|license costs|betriebskosten|running costs|running cost|operating cost|preis|price|annual spend|spend|budget|tco|gebühr|gebühren|aufwendungen|jahresbetrag|vertragswert|contract value|subscription cost|abo-kosten|kosten im jahr|wartungskosten|cost/year|costs/year|annual fee|mietkosten',
    part: 'annual cost|kosten|cost|costs|price|spend|jahresbetrag',
  },
  currency: { whole: 'currency|währung|currency code|cost currency|kostenwährung|waehrung' },
  contractEnd: {
    whole:
      'contract end|contractEnd|contract end date|contract expiry|contract expires|contract expiration|expiry|expiry date|expiration date|vertragsende|vertragslaufzeit bis|laufzeit bis|vertrag bis|vertrag läuft bis|laufzeitende|ende der laufzeit|renewal|renewal date|contract renewal|contract renewal date|verlängerung|verlängerungsdatum|end of contract|vertragsablauf|ablaufdatum|license expiry|lizenz bis|term end|contract until|support ends',
    part: 'vertragsende|contract end|laufzeit bis|renewal date|contract expir|vertrag bis|laufzeitende',
  },
  plannedFrom: {
    whole:
      'planned from|plannedFrom|in use from|in use since|go-live|go live|go-live date|golive|einführung|einführungsdatum|einführung am|einführung geplant|in betrieb ab|in betrieb seit|in nutzung seit|in nutzung ab|inbetriebnahme|produktivstart|produktiv ab|produktiv seit|introduced|introduction date|introduction|live date|live since|live from|rollout date|deployment date|launch date|start of use|start der nutzung|nutzung ab|start',
    part: 'go-live|inbetriebnahme|einführungsdatum|in betrieb seit|in betrieb ab|in use since|in use from|produktivstart',
  },
  retiredFrom: {
    whole:
      'retired from|retiredFrom|no longer in use from|retirement date|retirement|retire date|retired on|decommission date|decommissioning date|decommissioning|decommissioned|sunset|sunset date|switch-off date|switched off from|abschaltung|abschaltdatum|abschaltung am|abschaltung geplant|abgeschaltet ab|abgeschaltet am|außerbetriebnahme|ausserbetriebnahme|stilllegung|stilllegungsdatum|abkündigung|ablösung am|end of life|end-of-life|eol|eol date|end of life date|end of use|nutzungsende|ende der nutzung',
    part: 'retirement date|decommission|abschaltung|abschaltdatum|außerbetriebnahme|stilllegung|end of life|sunset date',
  },
  noticeMonths: {
    whole:
      'notice months|noticeMonths|notice period|notice|notice period (months)|kündigungsfrist|kündigungsfrist (monate)|kündigungsfrist in monaten|notice (months)|cancellation period|termination notice|kündigung|frist|months notice',
    part: 'kündigungsfrist|notice period|cancellation period|termination notice|notice',
  },
  criticality: {
    whole:
      'criticality|kritikalität|business criticality|businessCriticality|geschäftskritikalität|kritisch|critical|critical systems tier|critical_systems_tier|wichtigkeit|importance|priority|priorität|bedeutung|relevanz|schutzbedarf|business impact|emergency tier|tier|business critical|geschäftskritisch|mission critical',
    part: 'criticality|kritikalität|geschäftskritisch|business critical|systems tier|wichtigkeit',
  },
  functionalFit: {
    whole:
      'functional fit|functionalFit|functional suitability|functionalSuitability|fachliche eignung|fachlicher fit|functional quality|fachliche qualität|business fit|business value|eignung|zufriedenheit|nutzerzufriedenheit|satisfaction|user satisfaction|fachliche abdeckung|functional rating|fachliche bewertung',
    part: 'functional suitability|functional fit|fachliche eignung|fachliche bewertung|zufriedenheit',
  },
  technicalFit: {
    whole:
      'technical fit|technicalFit|technical suitability|technicalSuitability|technische eignung|technischer fit|technical quality|technische qualität|technical condition|technischer zustand|it fit|technical rating|technische bewertung',
    part: 'technical suitability|technical fit|technische eignung|technische bewertung|technischer zustand',
  },
  dataClass: {
    whole:
      'data class|dataClass|data classification|data_classification|datenklasse|datenklassifizierung|datenklassifikation|classification|klassifizierung|klassifikation|vertraulichkeit|confidentiality|vertraulichkeitsstufe|schutzklasse|datenschutzklasse|information classification|informationsklassifizierung|security classification|sensitivity',
    part: 'data classification|datenklass|datenklassifizierung|vertraulichkeit|confidentiality|schutzklasse',
  },
  personalData: {
    whole:
      'personal data|personalData|personenbezug|personenbezogene daten|personenbezogen|pii|dsgvo|gdpr|dsgvo relevant|gdpr relevant|datenschutz|datenschutzrelevant|contains personal data|verarbeitet personenbezogene daten|personenbezogene daten (ja/nein)|pb daten|pers daten|pers. daten|personal data (y/n)|privacy relevant',
    part: 'personal data|personenbez|personenbezogene daten|personenbezug|pii|dsgvo|gdpr|personally identifiable information',
  },
  ai: {
    whole:
      'ai|ki|ai kind|uses ai|ki-einsatz|ki einsatz|ki-funktionen|ki funktionen|ki-funktion|ai features|ai functions|has ai features|hasAiFeatures|containsAITechnology|contains ai technology|contains ai|includes ai|has ai|enthält ki|mit ki|ai inside|ai included|künstliche intelligenz|artificial intelligence|ai usage|ai use|ki-nutzung|ki nutzung|ki enthalten|ki (ja/nein)|ai act|ki im einsatz|ai built in|ki anteil|ki bestandteil|ai component',
    part: 'ki einsatz|ki funktion|ki funktionen|ai features|uses ai|künstliche intelligenz|artificial intelligence|ai technology',
  },
  tags: {
    whole:
      'tags|tag|labels|label|schlagwörter|schlagworte|schlagwort|stichworte|stichwörter|keywords|metadata.tags|tags:other tags|markierungen',
    part: 'tags|schlagw|keywords',
  },
  url: {
    whole:
      'url|link|links|website|webseite|homepage|web|adresse|web address|internetadresse|portal|url/link|login url|app url',
    part: 'url|website|webseite|homepage',
  },
  notes: {
    whole:
      'notes|note|notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|comment|comments|anmerkung|anmerkungen|hinweis|hinweise|remark|remarks|sonstiges|additional information|zusatzinfo|zusatzinformationen|freitext|info|infos|additional notes|misc|other',
    part: 'bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|comments|notes|remarks|notizen',
  },
  interfaces: {
    whole:
      'interfaces|interface|schnittstelle|schnittstellen|schnittstellen zu|schnittstelle zu|interfaces to|interfaces with|integrations|integration|integrationen|integrated with|integriert mit|integrates with|connected to|connected with|verbunden mit|angebunden an|angebundene systeme|connected systems|datenaustausch mit|exchanges data with|dependsOn|dependencies|abhängigkeiten|anbindung an|anbindung|anbindungen|connections|verbindungen|linked systems|schnittstellen (systeme)',
    part: 'schnittstelle zu|schnittstellen zu|interfaces to|interfaces with|integrated with|integrates with|angebundene systeme|connected systems|datenaustausch mit|schnittstellen',
  },
}

const DEPARTMENTS: Readonly<Record<DepartmentField, HeaderWords>> = {
  id: {
    whole:
      'id|key|department id|abteilungs-id|abteilungsnummer|org id|org unit id|external id|externalId|kürzel|kennung|organization id|number|oe id|fact sheet id',
  },
  name: {
    whole:
      'name|department|abteilung|abteilungen|departments|department name|abteilungsname|organisationseinheit|organizational unit|org unit|orgunit|organization|organisation|bereich|fachbereich|team|business unit|einheit|unit|bezeichnung|title|titel|display name|name der abteilung|oe|unit name|group|gruppe|division',
    part: 'abteilungsname|department name|name der abteilung|bezeichnung|unit name|name',
  },
  parent: {
    whole:
      'parent|parent department|parent unit|parent organization|parent org|parent name|übergeordnete abteilung|übergeordneter bereich|übergeordnet|übergeordnete einheit|übergeordnete organisationseinheit|reports to|berichtet an|belongs to|gehört zu|part of|teil von|oberabteilung|bereich|hauptabteilung|division|superior|superior unit|above|parent_path|ebene darüber|vorgesetzte einheit|business unit|direktion',
    part: 'parent|übergeordnet|übergeordnete|übergeordneter|berichtet an|reports to|gehört zu',
  },
  headcount: {
    whole:
      'headcount|head count|headCount|employees|mitarbeiter|anzahl mitarbeiter|mitarbeiterzahl|mitarbeitende|anzahl mitarbeitende|mitarbeiteranzahl|ma|anzahl ma|fte|ftes|staff|staff count|number of employees|personen|people|size|größe|köpfe|kopfzahl|members|beschäftigte|anzahl beschäftigte|mitarbeiter*innen|personal|no of employees|vzä',
    part: 'headcount|mitarbeiter|mitarbeitende|employees|staff|fte|beschäftigte',
  },
}

const FLOWS: Readonly<Record<FlowField, HeaderWords>> = {
  id: {
    whole:
      'id|key|interface id|schnittstellen-id|schnittstellennummer|flow id|external id|externalId|nummer|number|identifier|kennung|fact sheet id',
  },
  name: {
    whole:
      'name|interface|interface name|schnittstelle|schnittstellenname|flow|flow name|bezeichnung|title|titel|datenfluss|name der schnittstelle|display name|integration|connection|relation|digital interface',
    part: 'interface name|schnittstellenname|name der schnittstelle|flow name|bezeichnung der schnittstelle',
  },
  source: {
    whole:
      'source|quelle|source system|source application|source tool|quellsystem|quellanwendung|quelltool|sender|sendendes system|sending system|von|from|von system|from system|from application|provider|provider application|provider business application|producer|liefersystem|lieferndes system|ausgangssystem|system a|system 1|anwendung a|origin|source name|source_ref|fromRelatedFactSheetDisplayName|application_source_id|abgebendes system|datenquelle|von anwendung|von tool|start|system von|source_application',
    part: 'quellsystem|source system|source application|sendendes|sender|quelle',
  },
  sourcePartOf: {
    whole:
      'source part of|sourcePartOf|source parent|source_system|source parent system|quelle teil von|quelle gehört zu|source suite',
    part: 'source part of|source parent|quelle teil von',
  },
  target: {
    whole:
      'target|ziel|target system|target application|target tool|zielsystem|zielanwendung|zieltool|empfänger|receiver|empfangendes system|receiving system|nach|to|an|zu|to system|to application|subscriber|subscriber application|subscriber business application|consumer|consumer application|system b|system 2|anwendung b|destination|target name|target_ref|toRelatedFactSheetDisplayName|application_dest_id|aufnehmendes system|nach system|nach anwendung|dest|senke|system nach|ende|target_application',
    part: 'zielsystem|target system|target application|empfangendes|receiver|ziel',
  },
  targetPartOf: {
    whole:
      'target part of|targetPartOf|target parent|target_system|target parent system|ziel teil von|ziel gehört zu|target suite',
    part: 'target part of|target parent|ziel teil von',
  },
  participants: {
    whole:
      'participants|applications|anwendungen|systems|systeme|tools|beteiligte systeme|beteiligte anwendungen|beteiligte tools|beteiligte|involved systems|involved applications|connected applications|verbundene systeme|teilnehmer|application|related applications',
    part: 'beteiligte|involved|participants',
  },
  dataObjects: {
    whole:
      'data objects|dataObjects|data object|data|daten|datenobjekt|datenobjekte|data types|data type|dateninhalt|dateninhalte|inhalt|content|payload|übertragene daten|transferred data|exchanged data|ausgetauschte daten|business object|business objects|geschäftsobjekt|geschäftsobjekte|entities|information|informationen|welche daten|objekt|objekte|object|was',
    part: 'datenobjekt|data object|data objects|übertragene daten|ausgetauschte daten|daten',
  },
  method: {
    whole:
      'method|methode|technology|technologie|technik|protocol|protokoll|art|art der übertragung|übertragungsart|übertragungsweg|übertragung|art der schnittstelle|schnittstellenart|schnittstellentyp|interface type|integration type|integration method|integration_method|transfer method|transport|type|typ|format|medium|weg|how|wie|connection type|verbindungsart|nature|interaction type|middleware|kanal|channel|transfer|datenaustausch|umsetzung',
    part: 'übertragungsart|art der übertragung|transfer method|integration method|interface type|schnittstellenart|protokoll|protocol|technologie|technology',
  },
  direction: {
    whole:
      'direction|richtung|data flow direction|datenflussrichtung|flussrichtung|bidirectional|bidirektional|both ways|bothWays|beidseitig|two way|flow direction|wirkrichtung',
    part: 'richtung|direction|bidirectional|bidirektional',
  },
  frequency: {
    whole:
      'frequency|häufigkeit|frequenz|turnus|rhythmus|intervall|interval|zyklus|cycle|schedule|zeitplan|update frequency|wie oft|how often|periodizität|trigger|takt|collection and update frequency|timing|aktualisierung|periodicity',
    part: 'häufigkeit|frequency|frequenz|turnus|intervall|wie oft|how often',
  },
  hoursPerMonth: {
    whole:
      'hours per month|hoursPerMonth|hours/month|stunden pro monat|stunden/monat|h/monat|std/monat|std. pro monat|aufwand h/monat|aufwand (h/monat)|aufwand|manual effort|manueller aufwand|manueller aufwand (h/monat)|effort|effort h/month|effort (h/month)|aufwand stunden|stunden|hours|aufwand in stunden|zeitaufwand|monthly hours|monthly effort|aufwand pro monat|h/month|hrs/month',
    part: 'h monat|stunden|hours|aufwand|effort',
  },
  status: { whole: 'status|state|zustand|lifecycle|lebenszyklus|phase|einsatzstatus|stage', part: 'status' },
  notes: {
    whole:
      'notes|note|notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|comment|comments|anmerkung|anmerkungen|hinweis|hinweise|remark|remarks|description|beschreibung|documentation|dokumentation|details|info|erläuterung|purpose|zweck|sonstiges',
    part: 'bemerkung|bemerkungen|anmerkung|kommentar|notes|beschreibung|description',
  },
}

/** The headers known for each kind of file: German and English first, then the peers' exact names, French and Dutch. */
export const HEADER_WORDS = {
  tools: compile(TOOLS, TOOLS_OF_PEERS, TOOLS_ABROAD),
  departments: compile(DEPARTMENTS, DEPARTMENTS_ABROAD),
  flows: compile(FLOWS, FLOWS_OF_PEERS, FLOWS_ABROAD),
  usages: compile(usageWords(TOOLS), usageWords(TOOLS_ABROAD)),
  dataObjects: compile(DATA_OBJECTS),
  functions: compile(FUNCTIONS),
}

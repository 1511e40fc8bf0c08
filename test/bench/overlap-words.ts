/** One job as companies know it: what its tools are called, and how lists in two languages speak of it. */
export interface Job {
  readonly id: string
  /** Products as their vendors name them, with the vendor. */
  readonly products: readonly (readonly [name: string, vendor: string])[]
  readonly categories: { readonly de: readonly string[]; readonly en: readonly string[] }
  readonly descriptions: { readonly de: readonly string[]; readonly en: readonly string[] }
}

const job = (id: string, products: string, de: string, en: string, deTexts: string, enTexts: string): Job => ({
  id,
  products: products.split(', ').map((each) => {
    const [name = '', vendor = ''] = each.split('/')
    return [name, vendor] as const
  }),
  categories: { de: de.split(', '), en: en.split(', ') },
  descriptions: { de: deTexts.split(' | '), en: enTexts.split(' | ') },
})

/** Written down from general knowledge of the market, not from our catalogue: the catalogue is part of what is tested. */
export const JOBS: readonly Job[] = [
  job(
    'tickets',
    'OTRS/OTRS AG, Zendesk/Zendesk, Freshdesk/Freshworks, Zammad/Zammad, Jira Service Management/Atlassian, TOPdesk/TOPdesk',
    'Ticketsystem, Helpdesk, Service Desk',
    'Ticketing, Help desk, Service desk',
    'Störungen und Anfragen als Tickets | Ticketsystem für Anfragen',
    'Tickets for incidents and requests | Ticketing for support requests',
  ),
  job(
    'crm',
    'Salesforce/Salesforce, HubSpot/HubSpot, CAS genesisWorld/CAS Software, Pipedrive/Pipedrive, SugarCRM/SugarCRM',
    'CRM, Kundenbeziehungen, Kundenverwaltung',
    'CRM, Customer relationship management, Customer relations',
    'CRM: Kunden, Kontakte und Verkaufschancen | Kundenverwaltung für den Vertrieb',
    'CRM with customers, contacts and opportunities | Customer relationship management for sales',
  ),
  job(
    'chat',
    'Slack/Slack, Mattermost/Mattermost, Rocket.Chat/Rocket.Chat, Zulip/Kandra Labs',
    'Chat, Team-Chat',
    'Team chat, Chat',
    'Team-Chat mit Kanälen | Interner Chat',
    'Team chat with channels | Internal chat',
  ),
  job(
    'payroll',
    'DATEV Lohn und Gehalt/DATEV, Sage HR Payroll/Sage, Lexware lohn+gehalt/Lexware, ADP/ADP',
    'Lohnabrechnung, Entgeltabrechnung',
    'Payroll',
    'Lohn- und Gehaltsabrechnung | Entgeltabrechnung aller Mitarbeiter',
    'Payroll for all employees | Monthly payroll',
  ),
  job(
    'time',
    'ATOSS/ATOSS, Clockodo/Clockodo, tisoware/tisoware, Timebutler/Timebutler',
    'Zeiterfassung, Zeitwirtschaft',
    'Time recording, Time tracking',
    'Zeiterfassung der Beschäftigten | Kommen und Gehen, Zeiterfassung',
    'Time tracking of staff | Records working time',
  ),
  job(
    'recruiting',
    'softgarden/softgarden, rexx/rexx systems, Greenhouse/Greenhouse, Workable/Workable',
    'Bewerbermanagement, Recruiting',
    'Recruiting, Applicant tracking',
    'Stellen und Bewerbungen | Bewerbermanagement',
    'Applicant tracking and job postings | Recruiting of applicants',
  ),
  job(
    'sign',
    'DocuSign/DocuSign, Adobe Acrobat Sign/Adobe, Skribble/Skribble, FP Sign/Francotyp-Postalia',
    'Elektronische Signatur, E-Signatur',
    'E-signature, Electronic signature',
    'Verträge elektronisch unterschreiben, elektronische Signatur | E-Signatur',
    'Electronic signature of contracts | E-signature',
  ),
  job(
    'cad',
    'SolidWorks/Dassault Systèmes, AutoCAD/Autodesk, Solid Edge/Siemens, Creo/PTC',
    'CAD, Konstruktion',
    'CAD, Computer-aided design',
    'CAD-Konstruktion von Baugruppen | 3D-Konstruktion (CAD)',
    'CAD for assemblies | 3D computer-aided design',
  ),
  job(
    'dms',
    'ELO/ELO Digital Office, DocuWare/DocuWare, d.velop documents/d.velop, M-Files/M-Files',
    'DMS, Dokumentenmanagement',
    'Document management, DMS',
    'Dokumentenmanagement und Archiv | DMS',
    'Document management and archive | DMS for records',
  ),
  job(
    'bi',
    'Power BI/Microsoft, Tableau/Salesforce, Qlik Sense/Qlik, Looker/Google',
    'Business Intelligence, BI, Auswertungen',
    'Business intelligence, BI, Reporting',
    'Business Intelligence, Berichte und Kennzahlen | BI-Auswertungen',
    'Business intelligence dashboards | BI reporting',
  ),
  job(
    'passwords',
    'KeePass/KeePass, 1Password/1Password, Bitwarden/Bitwarden, LastPass/LastPass',
    'Passwortverwaltung, Passwort-Manager',
    'Password manager, Password management',
    'Passwortverwaltung für Teams | Passwort-Manager',
    'Password management for teams | Password manager',
  ),
  job(
    'monitoring',
    'PRTG/Paessler, Zabbix/Zabbix, Nagios/Nagios, Checkmk/Checkmk',
    'Monitoring, IT-Überwachung',
    'Monitoring, IT monitoring',
    'Monitoring von Servern und Netz | Überwachung der IT, Monitoring',
    'Monitoring of servers and network | IT monitoring',
  ),
  job(
    'newsletter',
    'Mailchimp/Intuit, CleverReach/CleverReach, rapidmail/rapidmail, Brevo/Brevo',
    'Newsletter, E-Mail-Marketing',
    'Newsletter, Email marketing',
    'Newsletter-Versand, E-Mail-Marketing | E-Mail-Kampagnen und Newsletter',
    'Newsletter and email marketing | Email campaigns, newsletters',
  ),
  job(
    'warehouse',
    'proLogistik/proLogistik, viadat/viastore, Körber WMS/Körber, PSIwms/PSI',
    'Lagerverwaltung, WMS',
    'Warehouse management, WMS',
    'Lagerverwaltung mit Lagerplätzen | Lagerverwaltung (WMS)',
    'Warehouse management with bins | WMS',
  ),
  job(
    'expenses',
    'SAP Concur/SAP, Circula/Circula, Expensify/Expensify, Rydoo/Rydoo',
    'Reisekosten, Reisekostenabrechnung',
    'Travel expenses, Expense management',
    'Reisekostenabrechnung | Reisen und Spesen abrechnen, Reisekosten',
    'Travel expenses and receipts | Expense management',
  ),
  job(
    'survey',
    'LimeSurvey/LimeSurvey, SurveyMonkey/Momentive, Typeform/Typeform, easyfeedback/easyfeedback',
    'Umfragen, Formulare',
    'Surveys, Forms',
    'Umfragen unter Kunden | Online-Umfragen',
    'Online surveys | Surveys and forms',
  ),
  job(
    'backup',
    'Veeam/Veeam, Acronis/Acronis, Commvault/Commvault, Veritas NetBackup/Veritas',
    'Datensicherung, Backup',
    'Backup',
    'Datensicherung der Server | Backup und Wiederherstellung',
    'Backup of servers | Backup and recovery',
  ),
  job(
    'learning',
    'Moodle/Moodle, Docebo/Docebo, imc Learning Suite/imc, TalentLMS/Epignosis',
    'E-Learning, Lernplattform',
    'E-learning, Learning management',
    'E-Learning und Schulungen | Lernplattform für Schulungen',
    'E-learning courses | Learning management system',
  ),
  job(
    'quality',
    'CAQ.Net/CAQ AG, BabtecQ/Babtec, iqs CAQ/iqs, QDA SOLUTIONS/QDA',
    'Qualitätsmanagement, CAQ',
    'Quality management, QMS',
    'Qualitätsmanagement und Prüfpläne | CAQ',
    'Quality management and inspections | QMS',
  ),
  job(
    'maintenance',
    'Maximo/IBM, Ultimo/Ultimo, Limble/Limble, Fiix/Fiix',
    'Instandhaltung, Wartungsplanung',
    'Maintenance, CMMS',
    'Instandhaltung der Maschinen | Wartung und Instandhaltung planen',
    'Maintenance of machines | Maintenance planning',
  ),
  job(
    'legal',
    'iManage/iManage, Clio/Clio, Advoware/Advo-web, RA-MICRO/RA-MICRO',
    'Rechtsangelegenheiten, Kanzleisoftware',
    'Legal matter management, Legal matters',
    'Rechtsfälle und Akten | Rechtsangelegenheiten',
    'Legal matter management | Legal cases',
  ),
  job(
    'fleet',
    'Webfleet/Bridgestone, Vimcar/Vimcar, Samsara/Samsara, Fleetio/Fleetio',
    'Fuhrparkverwaltung, Flottenmanagement',
    'Fleet management',
    'Fuhrparkverwaltung und Fahrtenbuch | Fuhrpark',
    'Fleet management and logbook | Vehicles and fleet management',
  ),
  job(
    'rooms',
    'Robin/Robin, deskbird/deskbird, Joan/Visionect, Condeco/Eptura',
    'Raumbuchung, Raumverwaltung',
    'Room booking, Desk booking',
    'Raumbuchung und Schreibtische | Besprechungsräume buchen, Raumbuchung',
    'Room booking and desks | Books meeting rooms, room booking',
  ),
  job(
    'privacy',
    'OneTrust/OneTrust, DataGuard/DataGuard, otris privacy/otris, caralegal/caralegal',
    'Datenschutz, Datenschutzmanagement',
    'Data protection, Privacy management',
    'Datenschutz-Verzeichnis nach DSGVO | Datenschutzmanagement',
    'Data protection register | Privacy management',
  ),
]

/** Tools that no market knows, each with a job of its own. */
export const ODD = {
  names:
    'Klötzchen,Werkel,Heliax,Kranich,Brummbär,Silo Sieben,Ampelmann,Quarzuhr,Funkhaus,Mühlrad,Bohrfix,Trichter,Kaffeekasse,Wetterhahn,Lotsenturm,Old Faithful,Bluebox,Sandpit,Greyhound,Pelican,Ratchet,Copperfield,Mothership,Gizmo'.split(
      ',',
    ),
  texts: {
    de: [
      'Steuert den Prüfstand in Halle 4',
      'Schranke am Werkstor',
      'Rezepturen der Lackiererei',
      'Etiketten für Gefahrgut',
      'Kantinenplan',
      'Glühofen, Temperaturkurven',
      'Waage an der Verladung',
      'Farbmessung der Folien',
    ],
    en: [
      'Drives the paint robot',
      'Labels for samples in the lab',
      'Bell and gong schedule',
      'Reads the weighbridge',
      'Recipe book of the foundry',
      'Tide tables for the port',
      'Keeps the kiln curves',
      'Counts pallets at the gate',
    ],
  },
} as const

export const DEPARTMENTS = {
  de: 'Einkauf,Vertrieb,Konstruktion,Logistik,Personal,Finanzen,Produktion,Service,IT,Marketing,Recht,Qualität'.split(
    ',',
  ),
  en: 'Purchasing,Sales,Engineering,Logistics,Human Resources,Finance,Production,Service,IT,Marketing,Legal,Quality'.split(
    ',',
  ),
} as const

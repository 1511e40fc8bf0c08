import type { AiKind, DataClass, Hosting, Level, ToolStatus, YesNoUnknown } from '../../inventory/nouns'
import {
  CRITICALITY_ABROAD,
  DATA_CLASS_ABROAD,
  HOSTING_ABROAD,
  NO_ABROAD,
  STATUS_ABROAD,
  YES_ABROAD,
} from './vocabulary-abroad'
import { vocabulary } from './words'

/** The words for the closed fields of tools: German, English, and the spellings of LeanIX, Turbo EA, GitLab and others. */
export const STATUS_WORDS = vocabulary<ToolStatus>([
  [
    'phasing-out',
    'phasing out,phase out,in Ablösung,Ablösung,wird abgelöst,wird ersetzt,abzulösen,auslaufend,läuft aus,Auslauf,Abbau,in Abschaltung,wird abgeschaltet,to be retired,to be replaced,being replaced,being retired,sunset,sunsetting,deprecated,legacy,retiring,eliminate,gekündigt,abgekündigt,in Stilllegung',
  ],
  [
    'retired',
    'retired,abgeschaltet,stillgelegt,außer Betrieb,nicht mehr im Einsatz,nicht mehr genutzt,nicht mehr aktiv,inactive,inaktiv,nicht aktiv,not active,abgelöst,archiviert,archived,decommissioned,end of life,endOfLife,eol,closed,beendet,discontinued,no longer used,not in use,außer Dienst,Retired',
  ],
  [
    'planned',
    'planned,plan,planning,geplant,in Planung,Planung,phase in,phaseIn,in Einführung,Einführung,wird eingeführt,im Aufbau,in development,in Entwicklung,Entwicklung,proposed,vorgesehen,beantragt,requested,pilot,pilotiert,Pilotbetrieb,in Pilotierung,in evaluation,in Evaluierung,Evaluierung,evaluation,Test,in test,future,upcoming,coming soon,on order,build,initiated,ideation,Idee,initiation,acquisition and/or development,implementation and assessment,in Beschaffung,Beschaffung',
  ],
  [
    'active',
    'active,aktiv,produktiv,in Betrieb,Betrieb,im Betrieb,Regelbetrieb,live,go live,im Einsatz,in use,in Nutzung,genutzt,used,production,in production,Produktion,productive,operational,operating,implemented,eingeführt,vorhanden,laufend,installed,run,running,online,ok,yes,ja,true,adopted,operation and maintenance,in mission,in Verwendung,im Gebrauch',
  ],
  ...STATUS_ABROAD,
])

export const HOSTING_WORDS = vocabulary<Hosting>([
  [
    'hybrid',
    'hybrid,hybride,Cloud und on-premises,Cloud und lokal,Cloud/on-prem,Cloud/on-premise,Cloud/lokal,Cloud und on premise,mixed,gemischt,both,beides',
  ],
  [
    'desktop',
    'desktop,Arbeitsplatz,am Arbeitsplatz,Client,fat client,workstation,PC,Laptop,Einzelplatz,Desktop App,lokal installiert,locally installed,local install,Lokal am PC,mobile app,Mobile,App',
  ],
  [
    'on-premises',
    'on-premises,on-premise,onPremise,onPrem,on prem,premise,premises,self hosted,selbst gehostet,eigener Betrieb,Eigenbetrieb,lokal,local,intern,internal,inhouse,in house,Rechenzentrum,eigenes Rechenzentrum,eigenes RZ,RZ,data center,data centre,Server,eigener Server,lokaler Server,vor Ort,Netzlaufwerk,Fileserver,shared drive,network drive,Laufwerk',
  ],
  [
    'cloud',
    'cloud,saas,paas,iaas,cloudSaaS,cloudPaaS,cloudIaaS,software as a service,hosted,gehostet,extern gehostet,extern,public cloud,private cloud,AWS,Azure,GCP,Google Cloud,SaaS (Cloud),web,webbasiert,web based,Webanwendung,online,ASP,Hosting,vendor hosted,Anbieter,SharePoint,OneDrive,Google Drive,Dropbox,Microsoft 365,Office 365,Hosting extern',
  ],
  ...HOSTING_ABROAD,
])

export const CRITICALITY_WORDS = vocabulary<Level>([
  [
    4,
    'mission critical,missionCritical,most critical,geschäftskritisch,unternehmenskritisch,sehr hoch,very high,sehr kritisch,existenziell,tier 1,tier 0,kritisch,critical,highest,sehr wichtig,unverzichtbar,essential,vital,very important,existenzbedrohend,hochkritisch',
  ],
  [
    3,
    'business critical,businessCritical,hoch,high,wichtig,important,tier 2,erhöht,bereichskritisch,abteilungskritisch,somewhat critical',
  ],
  [
    2,
    'business operational,businessOperational,mittel,medium,normal,moderate,operational,tier 3,Standard,durchschnittlich,average,less critical,weniger kritisch',
  ],
  [
    1,
    'administrative service,administrativeService,administrative,niedrig,gering,low,unkritisch,nicht kritisch,non critical,not critical,noncritical,tier 4,unwichtig,nice to have,lowest,sehr gering,sehr niedrig,very low,verzichtbar,keine,none,Komfort',
  ],
  ...CRITICALITY_ABROAD,
])

export const FUNCTIONAL_FIT_WORDS = vocabulary<Level>([
  [
    4,
    'perfect,perfekt,sehr gut,very good,excellent,ausgezeichnet,hervorragend,fullyAppropriate,fully appropriate,voll geeignet,sehr hoch,very high,optimal',
  ],
  [3, 'appropriate,gut,good,adequate,angemessen,geeignet,passend,hoch,high,zufriedenstellend,satisfactory,okay'],
  [
    2,
    'insufficient,ausreichend,mäßig,mittel,medium,fair,befriedigend,teilweise,partially,unzureichend,eingeschränkt,lückenhaft',
  ],
  [
    1,
    'unreasonable,inappropriate,schlecht,poor,bad,ungeeignet,mangelhaft,ungenügend,niedrig,gering,low,very poor,sehr schlecht,nicht geeignet,not suitable,unsuitable',
  ],
])

export const TECHNICAL_FIT_WORDS = vocabulary<Level>([
  [
    4,
    'fullyAppropriate,fully appropriate,voll geeignet,sehr gut,very good,perfect,perfekt,excellent,ausgezeichnet,hervorragend,modern,aktuell,sehr hoch,very high,optimal',
  ],
  [3, 'adequate,appropriate,gut,good,angemessen,geeignet,passend,hoch,high,zufriedenstellend,satisfactory,okay'],
  [
    2,
    'unreasonable,insufficient,ausreichend,mäßig,mittel,medium,fair,befriedigend,teilweise,partially,unzureichend,in die Jahre gekommen,ageing,aging',
  ],
  [
    1,
    'inappropriate,schlecht,poor,bad,ungeeignet,mangelhaft,ungenügend,veraltet,outdated,obsolete,niedrig,gering,low,very poor,sehr schlecht,nicht geeignet,not suitable,unsuitable,end of life',
  ],
])

export const DATA_CLASS_WORDS = vocabulary<DataClass>([
  [
    'strictly-confidential',
    'strictly confidential,streng vertraulich,strictly-confidential,geheim,streng geheim,secret,top secret,highly confidential,highly sensitive,highly restricted,besonders schützenswert,sehr hoch,red,rot',
  ],
  [
    'confidential',
    'confidential,vertraulich,sensitive,sensibel,schützenswert,restricted,eingeschränkt,beschränkt,hoch,high,orange,nur für den Dienstgebrauch',
  ],
  [
    'internal',
    'internal,intern,firmenintern,betriebsintern,nur intern,internal use only,internal only,private,mittel,normal,medium,yellow,gelb',
  ],
  [
    'public',
    'public,öffentlich,offen zugänglich,frei zugänglich,open,unclassified,nicht klassifiziert,niedrig,low,green,grün',
  ],
  ...DATA_CLASS_ABROAD,
])

const YES = `yes,ja,j,y,true,wahr,1,x,✓,✔,☑,vorhanden,si,${YES_ABROAD}`
const NO = `no,nein,n,false,falsch,0,keine,kein,none,nicht vorhanden,not present,✗,✘,☐,${NO_ABROAD}`

export const YES_NO_WORDS = vocabulary<YesNoUnknown>([
  ['no', NO],
  ['yes', `${YES},personenbezogen,teilweise,partly,besondere Kategorien`],
  ['unknown', 'unknown,unbekannt,unklar,zu klären,in Klärung,ungeklärt'],
])

export const AI_WORDS = vocabulary<AiKind>([
  ['none', `${NO},no ai,keine KI,ohne KI,ohne,without,nicht`],
  [
    'dedicated',
    'dedicated,dediziert,KI-Tool,KI Werkzeug,KI-Anwendung,KI-System,AI tool,AI system,AI application,AI agent,aiAgent,reine KI,eigenständig,standalone,generative KI,generative AI,GenAI,LLM,Chatbot,vollständig,core',
  ],
  [
    'embedded',
    `embedded,eingebettet,eingebaut,integriert,integrated,enthalten,built in,AI built in,KI eingebaut,Zusatzfunktion,optional,add on,feature,AI features,KI-Funktionen,Copilot,Assistent,assistant,${YES},teilweise,partly`,
  ],
  ['unknown', 'unknown,unbekannt,unklar,AI unknown,KI unbekannt,zu klären,ungeklärt'],
])

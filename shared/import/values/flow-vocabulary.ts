import type { FlowMethod, Frequency } from '../../inventory/nouns'
import { DIRECTION_ABROAD, type Direction, FREQUENCY_ABROAD, METHOD_ABROAD } from './vocabulary-abroad'
import { vocabulary } from './words'

export type { Direction } from './vocabulary-abroad'

/** The words for the closed fields of flows, in German and English, and common names of techniques. */
export const METHOD_WORDS = vocabulary<FlowMethod>([
  [
    'by-hand',
    'by hand,von Hand,per Hand,manuell,manuelle,manueller,manuelles,manuelle Eingabe,manuelle Übertragung,manual,manually,manual entry,manual export,manueller Export,händisch,händische Eingabe,abgetippt,Abtippen,re-keyed,rekeyed,re-key,retyped,copy paste,copy and paste,Papier,paper,doppelte Eingabe,Doppelerfassung,telefonisch',
  ],
  [
    'e-mail',
    'e-mail,email,mail,per Mail,per E-Mail,Outlook,smtp,E-Mail-Anhang,mail attachment,csv per e-mail,excel per e-mail,excel per mail,csv by e-mail',
  ],
  [
    'middleware',
    'middleware,esb,etl,elt,ipaas,enterprise service bus,service bus,event bus,message queue,message broker,queue,mq,activemq,rabbitmq,kafka,amqp,mqtt,jms,sns,sqs,mulesoft,boomi,talend,workato,zapier,make.com,n8n,power automate,biztalk,SAP PI,SAP PO,SAP CPI,SAP BTP,Integration Suite,integration platform,Integrationsplattform,Datendrehscheibe,Talend,Kafka Connect JDBC,event,events,idoc,ndh,events via queue',
  ],
  [
    'database',
    'database,Datenbank,db,db link,dblink,Datenbankzugriff,Datenbank-Link,direct database access,jdbc,odbc,sql,sql view,Replikation,replication,oracle,postgres,postgresql,mysql,sql server,ssis,shared database,snowpipe,data warehouse,linked server',
  ],
  [
    'file',
    'file,Datei,Dateien,files,Dateiaustausch,Datei-Import,Datei-Export,Dateiexport,Dateiimport,Dateitransfer,file transfer,file export,file import,csv,csv export,csv import,csv Datei,excel,xlsx,xls,excel export,excel import,excel Liste,excel Datei,xml Datei,xml file,flat file,txt,ftp,sftp,ftps,scp,network share,Netzlaufwerk,shared folder,upload,download,export,import,batch file,edi,edifact,datev export,datev Schnittstelle,parquet,s3,pdf,dta,sepa Datei,mt940',
  ],
  [
    'api',
    'api,apis,rest,rest api,restful,rest http,soap,graphql,grpc,http,https,http pull,http rest,web service,webservice,webservices,web api,odata,odata v4,webhook,webhooks,rfc,bapi,scim,scim 2.0,ldap,native,native integration,nativ,connector,Konnektor,Schnittstelle,Standardschnittstelle,direct,direkt,plugin,add-in,oauth,oauth2,jwt,jwk,saml,sso,oidc,opc ua,mcp,cxml,websocket,rpc,json,online',
  ],
  ['unknown', 'unknown,unbekannt,Weg unbekannt,method unknown,unklar,offen'],
  ...METHOD_ABROAD,
])

/** Rhythms that lie between ours: understood, but kept in their own words. */
const RHYTHMS =
  'vierteljährlich,quartalsweise,quartalsmäßig,pro Quartal,jedes Quartal,Quartal,Quartalsende,quarterly,every quarter,once a quarter,quarter,halbjährlich,halbjährig,semi-annual,semi annually,half yearly,biannual,biannually,twice a year,every six months,every two weeks,every other week,every second week,biweekly,bi-weekly,fortnightly,every two months,every other month,bimonthly,every three months,alle zwei Wochen,alle 2 Wochen,zweiwöchentlich,14-tägig,14-täglich,vierzehntägig,alle 14 Tage,alle zwei Monate,zweimonatlich,alle drei Monate,every two years,alle zwei Jahre,einmalig,once,one time,one-off,initial,trimestriel,trimestrielle,semestriel,semestrielle,bimensuel,bimestriel,toutes les deux semaines,per kwartaal,elk kwartaal,kwartaal,halfjaarlijks,tweewekelijks,om de twee weken,eenmalig,unique'

export const FREQUENCY_WORDS = vocabulary<Frequency>(
  [
    [
      'real-time',
      'real-time,realtime,realTime,real time,in Echtzeit,Echtzeit,in real time,nahezu Echtzeit,near real time,live,sofort,immediate,immediately,ereignisgesteuert,event driven,event based,on event,bei Ereignis,Ereignis,event,continuous,continuously,laufend,kontinuierlich,ständig,permanent,streaming,online,minütlich,every minute',
    ],
    ['hourly', 'hourly,stündlich,every hour,jede Stunde,alle Stunde,mehrmals täglich,several times a day,perHour'],
    [
      'daily',
      'daily,täglich,tgl,every day,jeden Tag,nightly,nächtlich,über Nacht,nachts,overnight,once a day,einmal täglich,1x täglich,werktäglich,arbeitstäglich,day,Tag,perDay',
    ],
    ['weekly', 'weekly,wöchentlich,every week,jede Woche,once a week,einmal pro Woche,1x pro Woche,week,Woche,perWeek'],
    [
      'monthly',
      'monthly,monatlich,every month,jeden Monat,once a month,einmal im Monat,1x im Monat,month,Monat,Monatsende,month end,zum Monatsabschluss,perMonth',
    ],
    [
      'yearly',
      'yearly,jährlich,annual,annually,every year,jedes Jahr,once a year,einmal im Jahr,year,Jahr,Jahresende,year end,perYear',
    ],
    [
      'on-demand',
      'on-demand,on demand,onDemand,bei Bedarf,nach Bedarf,auf Anforderung,auf Anfrage,auf Abruf,ad hoc,adhoc,as needed,on request,manual,manuell,unregelmäßig,irregular,sporadisch,gelegentlich,occasionally,Bedarf',
    ],
    ...FREQUENCY_ABROAD,
  ],
  RHYTHMS,
)

export const DIRECTION_WORDS = vocabulary<Direction>([
  [
    'both',
    '↔,⇄,⇔,⟷,<->,<=>,<>,bidirectional,bi-directional,bidirektional,beidseitig,beide Richtungen,in beide Richtungen,both,both ways,both directions,two way,two-way,wechselseitig,gegenseitig,sync,synchronisation',
  ],
  [
    'backward',
    '←,⇐,<-,<=,<--,backward,inbound,incoming,eingehend,Eingang,rein,receive,receives,empfangen,empfängt,pull,reverse,rückwärts,import,in',
  ],
  [
    'forward',
    '→,⇒,->,=>,-->,forward,outbound,outgoing,ausgehend,Ausgang,raus,send,sends,senden,sendet,push,unidirectional,uni-directional,unidirektional,einseitig,one way,one-way,vorwärts,export,out',
  ],
  ...DIRECTION_ABROAD,
])

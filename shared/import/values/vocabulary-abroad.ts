import type { DataClass, FlowMethod, Frequency, Hosting, Level, ToolStatus } from '../../inventory/nouns'

/** Which way data move, seen from the source column. */
export type Direction = 'forward' | 'backward' | 'both'

type Entries<T> = readonly (readonly [T, string])[]

/** The closed words in French and Dutch. They come after the German and English ones, which win where both have a word. */
export const STATUS_ABROAD: Entries<ToolStatus> = [
  [
    'phasing-out',
    'en fin de vie,à remplacer,à décommissionner,en cours de remplacement,en cours de retrait,à retirer,en sortie,uit te faseren,wordt uitgefaseerd,wordt vervangen,in uitfasering,uitfaseren,te vervangen,aflopend',
  ],
  [
    'retired',
    'retiré,non utilisé,plus utilisé,niet gebruikt,niet in gebruik,décommissionné,arrêté,abandonné,obsolète,hors service,inactif,non actif,archivé,uitgefaseerd,niet actief,inactief,buiten gebruik,vervallen,stopgezet,gearchiveerd,niet meer in gebruik',
  ],
  [
    'planned',
    'prévu,planifié,en projet,en cours de déploiement,en développement,en construction,envisagé,gepland,in ontwikkeling,in voorbereiding,in aanschaf,in aanbouw,toekomstig,wordt ingevoerd',
  ],
  [
    'active',
    'actif,en production,en service,en exploitation,utilisé,opérationnel,oui,vrai,actief,in gebruik,in productie,operationeel,in exploitatie,gebruikt,waar',
  ],
]

export const HOSTING_ABROAD: Entries<Hosting> = [
  ['desktop', 'poste de travail,poste client,client lourd,werkplek,werkstation,lokaal geïnstalleerd'],
  [
    'on-premises',
    'sur site,sur place,serveur interne,serveur local,interne,en interne,centre de données,op locatie,lokaal,eigen server,eigen datacenter,eigen beheer,intern gehost',
  ],
  ['cloud', 'hébergé,externe,en nuage,nuage,infonuagique,hébergement externe,extern gehost,gehost,in de cloud'],
  ['hybrid', 'mixte,les deux,beide,gemengd'],
]

export const CRITICALITY_ABROAD: Entries<Level> = [
  [
    4,
    'critique,vitale,très élevée,très élevé,très haute,indispensable,kritiek,bedrijfskritisch,zeer hoog,onmisbaar,vitaal',
  ],
  [3, 'élevée,élevé,haute,haut,majeure,importante,hoog,belangrijk'],
  [2, 'moyenne,moyen,modérée,modéré,normale,gemiddeld,middel,normaal,midden'],
  [1, 'faible,basse,bas,mineure,non critique,laag,niet kritisch,niet kritiek,gering'],
]

export const DATA_CLASS_ABROAD: Entries<DataClass> = [
  [
    'strictly-confidential',
    'strictement confidentiel,très confidentiel,secret défense,strikt vertrouwelijk,zeer vertrouwelijk,geheim',
  ],
  ['confidential', 'confidentiel,confidentielle,restreint,diffusion restreinte,vertrouwelijk,gevoelig,beperkt'],
  ['internal', 'interne,usage interne,intern gebruik,bedrijfsintern'],
  ['public', 'publique,publiques,openbaar,publiek'],
]

export const METHOD_ABROAD: Entries<FlowMethod> = [
  [
    'by-hand',
    'manuel,manuelle,saisie manuelle,à la main,ressaisie,double saisie,handmatig,met de hand,overtypen,handmatige invoer',
  ],
  ['e-mail', 'courriel,par courriel,mél,per mail,via e-mail'],
  ['database', 'base de données,accès base de données,databasekoppeling,gegevensbank'],
  [
    'file',
    'fichier,fichiers,fichier plat,échange de fichiers,bestand,bestanden,bestandsuitwisseling,bestandsoverdracht',
  ],
  ['api', 'service web,services web,webservice koppeling'],
]

export const FREQUENCY_ABROAD: Entries<Frequency> = [
  [
    'real-time',
    'temps réel,en temps réel,immédiat,en continu,au fil de l’eau,realtime,onmiddellijk,doorlopend,continu',
  ],
  ['hourly', 'toutes les heures,chaque heure,horaire,elk uur,ieder uur,per uur'],
  [
    'daily',
    'quotidien,quotidienne,journalier,journalière,chaque jour,tous les jours,chaque nuit,dagelijks,elke dag,per dag,elke nacht',
  ],
  ['weekly', 'hebdomadaire,chaque semaine,wekelijks,elke week,per week'],
  ['monthly', 'mensuel,mensuelle,chaque mois,tous les mois,maandelijks,elke maand,per maand'],
  ['yearly', 'annuel,annuelle,chaque année,tous les ans,jaarlijks,elk jaar,per jaar'],
  [
    'on-demand',
    'à la demande,sur demande,au besoin,ponctuel,ponctuellement,op verzoek,op aanvraag,naar behoefte,incidenteel',
  ],
]

export const DIRECTION_ABROAD: Entries<Direction> = [
  [
    'both',
    'bidirectionnel,bidirectionnelle,dans les deux sens,deux sens,tweerichting,beide richtingen,wederzijds,heen en weer',
  ],
  ['backward', 'entrant,entrante,réception,inkomend,ontvangen'],
  ['forward', 'sortant,sortante,envoi,unidirectionnel,uitgaand,verzenden,eenrichting'],
]

export const YES_ABROAD = 'oui,vrai,vraie,waar,✅'
export const NO_ABROAD = 'non,faux,nee,neen,onwaar,geen,aucun,aucune,❌'

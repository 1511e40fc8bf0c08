import type { DepartmentField, FlowField, ToolField } from './fields'
import type { HeaderWords } from './header-vocabulary'

/** Headings in French and Dutch. */
export const TOOLS_ABROAD: Readonly<Partial<Record<ToolField, HeaderWords>>> = {
  id: { whole: 'identifiant|numéro|référence|code application|nummer|kenmerk|applicatienummer|applicatie id' },
  name: {
    whole:
      "nom|nom de l'application|nom application|nom du logiciel|nom de l'outil|logiciel|logiciels|outil|outils|système|systèmes|intitulé|libellé|progiciel|naam|applicatie|applicaties|applicatienaam|naam applicatie|naam van de applicatie|naam systeem|systeem|systemen|systeemnaam|toepassing|toepassingen|programma|pakket|softwarenaam|softwarepakket|gereedschap",
    part: "nom de l'application|nom du logiciel|naam applicatie|naam van de applicatie",
  },
  partOf: {
    whole: 'fait partie de|application parente|système parent|module de|bloc applicatif|onderdeel van|hoofdsysteem',
    part: 'fait partie de|onderdeel van',
  },
  vendor: {
    whole:
      'éditeur|éditeurs|fournisseur|fournisseurs|prestataire|fabricant|leverancier|leveranciers|uitgever|fabrikant',
    part: 'éditeur|fournisseur|leverancier',
  },
  description: {
    whole:
      'descriptif|finalité|objet|usage|utilité|omschrijving|beschrijving|doelstelling|toelichting|korte omschrijving',
    part: 'descriptif|omschrijving|beschrijving',
  },
  functions: {
    whole:
      'fonction|fonctions|fonctionnalité|fonctionnalités|catégorie|catégories|capacité métier|capacités métier|processus|processus métier|domaine fonctionnel|functie|functies|functionaliteit|functionaliteiten|categorie|bedrijfsfunctie|bedrijfsfuncties|bedrijfsproces|applicatiecategorie|soort software',
    part: 'fonctionnalité|capacité métier|categorie|bedrijfsfunctie',
  },
  owner: {
    whole:
      'service responsable|direction responsable|département|départements|service propriétaire|direction métier|entité|entité responsable|propriétaire|maîtrise d’ouvrage|pôle|afdeling|afdelingen|verantwoordelijke afdeling|eigenaar|dienst verantwoordelijk|organisatieonderdeel|organisatie-eenheid|bedrijfsonderdeel|sector',
    part: 'service responsable|direction responsable|département|verantwoordelijke afdeling|afdeling',
  },
  usedBy: {
    whole:
      'utilisé par|services utilisateurs|directions utilisatrices|entités utilisatrices|groupes utilisateurs|gebruikt door|gebruikersgroep|gebruikersgroepen|gebruikende afdelingen|in gebruik bij|ook gebruikt door',
    part: 'utilisé par|services utilisateurs|gebruikt door|gebruikende afdelingen',
  },
  businessOwner: {
    whole:
      'responsable|responsable métier|responsable fonctionnel|référent|référent métier|référent fonctionnel|interlocuteur|propriétaire métier|verantwoordelijke|contactpersoon|functioneel beheerder|functioneel beheer|proceseigenaar|applicatie-eigenaar|applicatieeigenaar|systeemeigenaar|producteigenaar|business eigenaar',
    part: 'responsable métier|référent|contactpersoon|functioneel beheer',
  },
  technicalOwner: {
    whole:
      'responsable technique|référent technique|responsable informatique|administrateur|contact technique|technisch beheerder|technisch beheer|applicatiebeheerder|applicatiebeheer|beheerder|it verantwoordelijke|it contactpersoon|systeembeheerder',
    part: 'responsable technique|référent technique|technisch beheer|applicatiebeheer',
  },
  status: {
    whole: 'statut|état|cycle de vie|phase du cycle de vie|levenscyclus|levensfase|fase|applicatiestatus',
    part: 'statut|cycle de vie|levenscyclus',
  },
  hosting: {
    whole:
      "hébergement|type d'hébergement|mode d'hébergement|mode de déploiement|déploiement|hostingvorm|leveringsmodel|implementatievorm|cloud of on-premise|locatie hosting",
    part: 'hébergement|hosting',
  },
  users: {
    whole:
      "utilisateurs|nombre d'utilisateurs|nb utilisateurs|nb d'utilisateurs|nombre de licences|utilisateurs actifs|licences|gebruikers|aantal gebruikers|gebruikersaantal|aantal licenties|licenties|actieve gebruikers",
    part: "nombre d'utilisateurs|nb utilisateurs|aantal gebruikers|aantal licenties",
  },
  annualCost: {
    whole:
      'coût annuel|coûts annuels|coût|coûts|coût par an|coût total|coût total annuel|montant annuel|budget annuel|coût mensuel|prix|redevance annuelle|jaarkosten|jaarlijkse kosten|kosten per jaar|kosten per maand|maandelijkse kosten|totale kosten|licentiekosten|prijs|jaarbedrag',
    part: 'coût annuel|coût mensuel|coût|jaarkosten|jaarlijkse kosten|kosten per',
  },
  currency: { whole: 'devise|monnaie|valuta|munteenheid' },
  contractEnd: {
    whole:
      "fin de contrat|fin du contrat|date de fin|date de fin de contrat|échéance|échéance du contrat|date d'échéance|renouvellement|date de renouvellement|expiration|einddatum|einddatum contract|contract einddatum|einde contract|contracteinde|looptijd tot|verlengingsdatum|vervaldatum|afloopdatum",
    part: 'fin de contrat|échéance|date de renouvellement|einddatum|einde contract',
  },
  plannedFrom: {
    whole:
      "mise en service|date de mise en service|date de mise en production|mise en production|en service depuis|en service à partir de|utilisé depuis|date d'introduction|déploiement prévu|in gebruik vanaf|in gebruik sinds|ingebruikname|datum ingebruikname|in productie vanaf|in productie sinds|livegang|datum livegang|invoering|invoeringsdatum",
    part: 'mise en service|mise en production|en service depuis|in gebruik vanaf|in gebruik sinds|ingebruikname|livegang',
  },
  retiredFrom: {
    whole:
      "mise hors service|date de mise hors service|hors service à partir de|hors service depuis|date de retrait|retrait|date d'arrêt|arrêt prévu|décommissionnement|date de décommissionnement|fin de vie|fin d'utilisation|date de fin d'utilisation|buiten gebruik vanaf|buiten gebruik sinds|buitengebruikstelling|uitgeschakeld vanaf|uitfasering|uitfaseringsdatum|datum uitfasering|einde levensduur|einde gebruik",
    part: "mise hors service|décommissionnement|date de retrait|fin de vie|fin d'utilisation|buiten gebruik|buitengebruikstelling|uitfasering|einde levensduur",
  },
  noticeMonths: {
    whole: 'préavis|délai de préavis|préavis (mois)|durée de préavis|opzegtermijn|opzegtermijn (maanden)|opzegperiode',
    part: 'préavis|opzegtermijn',
  },
  criticality: {
    whole:
      'criticité|criticité métier|niveau de criticité|importance|priorité|kriticiteit|bedrijfskriticiteit|bedrijfskritisch|belang|prioriteit|kritikaliteit',
    part: 'criticité|kriticiteit|bedrijfskritisch',
  },
  functionalFit: {
    whole:
      'adéquation fonctionnelle|satisfaction|couverture fonctionnelle|functionele geschiktheid|functionele fit|tevredenheid',
    part: 'adéquation fonctionnelle|functionele geschiktheid',
  },
  technicalFit: {
    whole: 'adéquation technique|état technique|technische geschiktheid|technische kwaliteit|technische staat',
    part: 'adéquation technique|technische geschiktheid',
  },
  dataClass: {
    whole:
      'classification des données|confidentialité|niveau de confidentialité|sensibilité|dataclassificatie|gegevensclassificatie|classificatie|vertrouwelijkheid|bbn|biv-classificatie vertrouwelijkheid',
    part: 'classification des données|confidentialité|dataclassificatie|vertrouwelijkheid',
  },
  personalData: {
    whole:
      'données personnelles|données à caractère personnel|rgpd|concerné par le rgpd|dcp|persoonsgegevens|bevat persoonsgegevens|verwerkt persoonsgegevens|avg|avg relevant|privacygevoelig',
    part: 'données personnelles|caractère personnel|rgpd|persoonsgegevens',
  },
  ai: {
    whole:
      "ia|utilise l'ia|intelligence artificielle|fonctions ia|contient de l'ia|gebruikt ai|kunstmatige intelligentie|bevat ai",
    part: 'intelligence artificielle|kunstmatige intelligentie',
  },
  tags: { whole: 'étiquettes|mots-clés|mots clés|trefwoorden|etiketten|kenmerken', part: 'mots clés|trefwoorden' },
  url: { whole: 'lien|site web|adresse web|koppeling url|webadres|website url', part: 'site web|webadres' },
  notes: {
    whole:
      'remarque|remarques|commentaire|commentaires|observations|observation|opmerking|opmerkingen|notitie|notities|aantekeningen|bijzonderheden',
    part: 'remarques|commentaires|opmerkingen|notities',
  },
  interfaces: {
    whole:
      'interfaces avec|interface avec|interfacé avec|flux avec|connecté à|échanges avec|intégrations|koppelingen|koppeling|koppeling met|koppelingen met|gekoppeld met|gekoppelde systemen|interfaces met|afhankelijkheden',
    part: 'interfaces avec|échanges avec|koppelingen met|gekoppelde systemen',
  },
}

export const DEPARTMENTS_ABROAD: Readonly<Partial<Record<DepartmentField, HeaderWords>>> = {
  id: { whole: 'identifiant|code service|code|nummer|afdelingsnummer|afdelingscode|code afdeling' },
  name: {
    whole:
      'nom|service|services|direction|département|départements|nom du service|nom de la direction|entité|unité|équipe|pôle|naam|afdeling|afdelingen|afdelingsnaam|naam afdeling|organisatieonderdeel|organisatie-eenheid|eenheid|bedrijfsonderdeel|sector',
    part: 'nom du service|nom de la direction|naam afdeling',
  },
  parent: {
    whole:
      'rattachement|rattaché à|service parent|direction parente|entité parente|direction de rattachement|bovenliggende afdeling|bovenliggende eenheid|hoofdafdeling|valt onder|onderdeel van|ressorteert onder',
    part: 'rattachement|bovenliggende',
  },
  headcount: {
    whole:
      'effectif|effectifs|nombre de collaborateurs|collaborateurs|etp|salariés|nombre de salariés|medewerkers|aantal medewerkers|aantal fte|formatie|personeel',
    part: 'effectif|nombre de collaborateurs|aantal medewerkers',
  },
}

export const FLOWS_ABROAD: Readonly<Partial<Record<FlowField, HeaderWords>>> = {
  id: { whole: 'identifiant|numéro|référence|nummer|koppelingnummer|code flux' },
  name: {
    whole:
      "nom|nom du flux|nom de l'interface|flux|libellé|intitulé|naam|koppeling|naam koppeling|naam van de koppeling|gegevensstroom|koppelvlak|naam koppelvlak",
    part: "nom du flux|nom de l'interface|naam koppeling",
  },
  source: {
    whole:
      'application source|système source|émetteur|application émettrice|système émetteur|origine|fournisseur|depuis|de|bron|bronsysteem|bronapplicatie|zender|verzender|leverende applicatie|leverend systeem|van|van systeem|van applicatie',
    part: 'système source|émetteur|émettrice|bronsysteem|bronapplicatie',
  },
  target: {
    whole:
      'cible|application cible|système cible|destinataire|récepteur|application réceptrice|application destinataire|consommateur|vers|destination|doel|doelsysteem|doelapplicatie|ontvanger|ontvangende applicatie|ontvangend systeem|afnemer|naar|naar systeem|naar applicatie',
    part: 'système cible|application cible|destinataire|réceptrice|doelsysteem|doelapplicatie|ontvangende',
  },
  participants: {
    whole: 'applications concernées|systèmes concernés|betrokken systemen|betrokken applicaties',
    part: 'concernées|concernés|betrokken',
  },
  dataObjects: {
    whole:
      'données|objet de données|objets de données|données échangées|données transférées|objet métier|objets métier|contenu|gegevens|gegevensobject|gegevensobjecten|uitgewisselde gegevens|inhoud|welke gegevens|berichten|bericht',
    part: 'données échangées|objets de données|uitgewisselde gegevens',
  },
  method: {
    whole:
      "protocole|technologie|mode d'échange|mode de transfert|type d'échange|type de flux|méthode|techniek|wijze van uitwisseling|soort koppeling|type koppeling|koppelingstype|protocol|uitwisselingsvorm",
    part: "mode d'échange|type d'échange|soort koppeling|type koppeling",
  },
  direction: {
    whole: 'sens|sens du flux|bidirectionnel|richting|stroomrichting|tweerichting',
    part: 'sens du flux|bidirectionnel',
  },
  frequency: {
    whole: 'fréquence|périodicité|frequentie|interval|hoe vaak|periodiciteit',
    part: 'fréquence|périodicité|frequentie',
  },
  hoursPerMonth: {
    whole: 'heures par mois|heures/mois|charge|charge mensuelle|uren per maand|uren/maand|inspanning|uren',
    part: 'heures par mois|uren per maand',
  },
  status: { whole: 'statut|état|fase|levensfase' },
  notes: {
    whole:
      'remarque|remarques|commentaire|commentaires|observations|descriptif|opmerking|opmerkingen|omschrijving|beschrijving|toelichting|notities',
    part: 'remarques|commentaires|opmerkingen|omschrijving',
  },
}

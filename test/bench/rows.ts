/** What a generated list looks like. Same options, same text. */
export interface RowOptions {
  readonly rows: number
  readonly seed: number
  /** One row of `flows` per tool and a half, between tools that exist. */
  readonly flows?: boolean
  /** Short texts and no line breaks: about 120 bytes a row instead of 330. */
  readonly lean?: boolean
}

export interface GeneratedLists {
  /** 17 columns, `;`, quotes, line breaks inside cells, umlauts, German numbers and dates. */
  readonly tools: string
  /** 6 columns; empty unless asked for. */
  readonly flows: string
}

/**
 * Invented lists as a German controller would keep them. One row in a hundred repeats an earlier tool with another
 * department, one in two hundred has a cell too few. Self-contained, so that it can be sent into a page as it is.
 */
export function generateLists({ rows, seed, flows = false, lean = false }: RowOptions): GeneratedLists {
  let state = seed >>> 0 || 1
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count)
  }
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const split = (text: string): readonly string[] => text.split(',')
  const makes = split('Nord,Blitz,Kern,Wolke,Atlas,Faden,Lotse,Prisma,Rad,Silber,Turm,Ufer,Öko,Über,Straßen,Grün')
  const kinds = split('Desk,Werk,Box,Plan,Flow,Akte,Rechnung,Suite,Hub,Portal,Prüfer,Bau,Lager,Zeit,Brücke,Lücke')
  const jobs = split('Ticketing,CRM,Zeiterfassung,Buchhaltung,Chat,CAD,Newsletter,Lagerverwaltung,Verträge,Auswertung')
  const words = split(
    'für,und,die,der,Kunden,Aufträge,größere,Übersicht,Prüfung,wöchentlich,Freigabe,Schnittstelle,Ablösung,geplant,Daten,Archiv,läuft,lokal,Server,Lizenz',
  )
  const statuses = split('aktiv,geplant,in Ablösung,abgelöst,produktiv')
  const hostings = split('Cloud,SaaS,lokal,On-Premises,')
  const levels = split('hoch,mittel,niedrig,geschäftskritisch,')
  const places = Array.from(
    { length: Math.max(3, Math.min(60, Math.ceil(rows / 20))) },
    (_, i) => `${split('Einkauf,Vertrieb,Konstruktion,Logistik,Personal,Finanzen')[i % 6]} ${1 + Math.floor(i / 6)}`,
  )
  const text = (count: number): string => Array.from({ length: count }, () => pick(words)).join(' ')
  const money = (): string => `${1 + below(899)}.${String(100 + below(900))},${String(10 + below(90))} €`
  const date = (): string => `${1 + below(28)}.${1 + below(12)}.${2024 + below(6)}`
  const name = (i: number): string => `${makes[i % 16]}${kinds[Math.floor(i / 16) % 16]} ${i + 1}`
  const lines = [
    'ID;Anwendung;Hersteller;Beschreibung;Funktion;Abteilung;Genutzt von;Fachlich verantwortlich;Status;Hosting;Anzahl Nutzer;Jährliche Kosten;Vertragsende;Kritikalität;Personenbezogene Daten;URL;Bemerkung',
  ]
  for (let i = 0; i < rows; i += 1) {
    const of = i > 100 && i % 100 === 99 ? below(i) : i
    const described = lean ? text(3) : below(4) === 0 ? `"${text(9)},\n""${text(2)}"" und ${text(9)}"` : text(20)
    const cells = [
      `A-${of + 1}`,
      name(of),
      `${pick(makes)} GmbH`,
      described,
      pick(jobs),
      pick(places),
      lean ? '' : `"${pick(places)}; ${pick(places)}"`,
      lean ? '' : `${pick(makes)}er, ${'ABCDEFGH'[below(8)]}.`,
      pick(statuses),
      pick(hostings),
      String(below(500)),
      money(),
      below(3) === 0 ? date() : '',
      pick(levels),
      pick(['ja', 'nein', '', 'unbekannt']),
      lean ? '' : `https://${pick(kinds).toLowerCase()}.example/${of}`,
      lean ? '' : below(5) === 0 ? `"${text(4)}\n${text(4)}"` : text(6),
    ]
    if (i % 200 === 199) cells.pop()
    lines.push(cells.join(';'))
  }
  const between = ['Quelle;Ziel;Daten;Übertragung;Häufigkeit;Bemerkung']
  for (let i = 0; flows && i < rows * 1.5; i += 1) {
    const source = below(rows)
    const target = (source + 1 + below(below(10) < 7 ? Math.min(40, rows - 1) : rows - 1)) % rows
    if (source === target) continue
    const method = pick(['API', 'Datei', 'manuell', 'Datenbank', ''])
    between.push([name(source), name(target), pick(words), method, pick(['täglich', 'wöchentlich', '']), ''].join(';'))
  }
  return { tools: `${lines.join('\n')}\n`, flows: flows ? `${between.join('\n')}\n` : '' }
}

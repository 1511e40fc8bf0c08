import { appendixPages } from './appendix-pages'
import { beforeAfterPages } from './before-after-page'
import { coverPage } from './cover-page'
import type { DeckInput } from './deck-input'
import { handPages } from './hand-pages'
import { landscapePage } from './landscape-page'
import { overlapPages } from './overlap-pages'
import { type DeckPart, packageParts } from './package-xml'
import { pilotPages } from './pilot-pages'
import { startPages } from './start-pages'
import { accentOf, legibleOn } from './theme-xml'
import { voiceOf } from './voice'

/**
 * The deck as the texts of a .pptx package (OOXML, 16:9): cover, landscape, overlaps, data carried by hand, where to start
 * with its arithmetic, before and after, pilot card, appendix. Native shapes with real text; connectors hold on to their
 * shapes; all colours come from the theme, whose first accent is the company's. Same input, same texts.
 */
export function toDeckParts(input: DeckInput): readonly DeckPart[] {
  const { options } = input
  const { t, company, language } = options
  const voice = voiceOf(input)
  const slides = [
    coverPage(input, voice),
    landscapePage(input, voice),
    ...overlapPages(input, voice),
    ...handPages(input, voice),
    ...startPages(input, voice),
    ...beforeAfterPages(input, voice),
    ...pilotPages(input, voice),
    ...appendixPages(input, voice),
  ]
  const accent = accentOf(company?.colour)
  return packageParts(slides, {
    title: [company?.name ?? '', t('deck:cover.lead')].filter((part) => part.trim() !== '').join(' · '),
    accent,
    ink: { lang: language === 'de' ? 'de-DE' : 'en-GB', onAccent: legibleOn(accent) },
    names: {
      title: t('deck:part.title'),
      lead: t('deck:part.lead'),
      footer: t('deck:part.footer'),
      number: t('deck:part.number'),
      note: t('deck:part.note'),
      cover: t('deck:part.cover'),
      page: t('deck:part.page'),
      prompt: t('deck:part.prompt'),
    },
  })
}

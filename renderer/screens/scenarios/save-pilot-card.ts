import { pilotCardHtml } from '../../../shared/export/pilot-card'
import type { Pilot } from '../../../shared/inventory/scenario'
import { formatsFor } from '../../format'
import { type T, translate } from '../../i18n'
import { save } from '../../river/save-exports'
import { today } from '../../today'
import { useUi } from '../../ui-state'
import { figureLines } from './figures'
import type { ScenarioResult } from './results'

/** The pilot's card as a page that prints on one sheet. */
export function pilotCard({ scenario, comparison }: ScenarioResult): string {
  const { language } = useUi.getState().settings
  const formats = formatsFor(language)
  const t = translate as T
  const pilot: Pilot = scenario.pilot ?? { status: 'draft' }
  const word = (key: string) => translate(`scenarios:pilot.${key}`)
  const lines = figureLines([comparison], { t, formats })
  return pilotCardHtml(pilot, {
    language,
    scenario: scenario.name,
    ...(scenario.note === undefined ? {} : { note: scenario.note }),
    date: formats.date(today()),
    words: {
      title: word('title'),
      status: word(`status.${pilot.status}`),
      measure: word('measure'),
      baseline: word('baseline'),
      criterion: word('criterion'),
      date: word('date'),
      scalingTrigger: word('scalingTrigger'),
      stopTrigger: word('stopTrigger'),
      owner: word('owner'),
      measured: word('measured'),
      unsaid: word('unsaid'),
      before: word('cardBefore'),
      after: word('cardAfter'),
      figures: word('figures'),
      direction: word(pilot.direction ?? 'below'),
    },
    figures: lines
      .filter(({ isRisk }) => !isRisk)
      .map(({ code, today, after }) => ({
        name: translate(`scenarios:figure.${code}`),
        before: today?.text ?? '',
        after: after[0]?.text ?? '',
      })),
    formatNumber: formats.number,
    formatDate: formats.date,
  })
}

/** Asks where to save the pilot's card, and saves it. */
export async function savePilotCard(result: ScenarioResult): Promise<void> {
  await save('pilot-html', pilotCard(result))
}

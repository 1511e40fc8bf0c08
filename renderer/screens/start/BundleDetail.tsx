import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { explainBundle } from '../../../shared/analysis/explain-bundle'
import type { Bundle } from '../../../shared/analysis/findings'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { openTool, useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { makeScenario } from '../scenarios/make-scenario'
import { Arithmetic } from './Arithmetic'
import { explanation, questionWords, targetWords } from './explanation'
import css from './Start.module.css'

interface Props {
  readonly bundle: Bundle
  /** The weights, where they are shown: beside the sentence that they change. */
  readonly weights: ReactNode
}

/** Everything about one bundle: the sentence that explains it, where its tools could go, and its arithmetic. */
export function BundleDetail({ bundle, weights }: Props) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const { tools } = useInventory()
  const findings = useFindings()
  const sentences = findings === undefined ? [] : explainBundle(bundle, findings)
  const nameOf = (id: ToolId) => tools.get(id)?.name ?? id
  const open = bundle.findOutFirst
  return (
    <div className={css.arithmetic}>
      <h3 className={css.name}>{bundle.name[language]}</h3>
      <p className={css.why} data-testid="why">
        {explanation(sentences, { t, formats, language, nameOf })}
      </p>
      {weights}
      <TargetBox bundle={bundle} />
      {open.length > 0 && (
        <>
          <h3>{t('start:findOut')}</h3>
          <ul className={css.findOut}>
            {open.map((question) => (
              <li key={question.field}>
                {t('analysis:openPoints', {
                  question: questionWords(question, t),
                  points: formats.number(Math.round(question.points * 10) / 10),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Arithmetic key={bundle.functionKey} bundle={bundle} />
      <h3>{t('start:tools')}</h3>
      <ul className={css.tools}>
        {bundle.tools.map((id) => (
          <li key={id}>
            <button type="button" className={css.toolLink} onClick={() => openTool(id)}>
              {nameOf(id)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The tool that the others could move to, with its reasons, and what speaks for a new platform instead. */
function TargetBox({ bundle }: { readonly bundle: Bundle }) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const { tools } = useInventory()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const target = useFindings()?.targets.get(bundle.functionKey)
  if (target === undefined) return null
  const nameOf = (id: ToolId) => tools.get(id)?.name ?? id
  const { preferred, reasons } = target.newPlatform
  return (
    <div className={css.targets} data-testid="target">
      <div data-preferred={!preferred || undefined}>
        <h3>{t('start:target')}</h3>
        <button type="button" className={css.toolLink} onClick={() => openTool(target.tool)}>
          {nameOf(target.tool)}
        </button>
        <ul>
          {target.reasons.map((reason) => (
            <li key={reason.code}>{targetWords(reason, { t, formats, language, nameOf })}</li>
          ))}
          {target.reasons.length === 0 ? <li>{t('start:noTarget')}</li> : null}
        </ul>
        <Button
          size="compact-sm"
          variant={preferred ? 'default' : 'filled'}
          disabled={!writable}
          onClick={() => makeScenario(bundle, { tool: target.tool })}
        >
          {t('start:makeScenario')}
        </Button>
      </div>
      <div data-preferred={preferred || undefined}>
        <h3>{t(preferred ? 'start:newPlatformPreferred' : 'start:newPlatform')}</h3>
        <ul>
          {reasons.map((code) => (
            <li key={code}>{t(`analysis:newPlatform.${code}`)}</li>
          ))}
          {reasons.length === 0 ? <li>{t('start:newPlatformNothing')}</li> : null}
        </ul>
        <Button
          size="compact-sm"
          variant={preferred ? 'filled' : 'default'}
          disabled={!writable}
          onClick={() => {
            const newPlatform = t('scenarios:newPlatformDefault', { name: bundle.name[language] })
            makeScenario(bundle, { newPlatform })
          }}
        >
          {t('start:makeScenarioNew')}
        </Button>
      </div>
    </div>
  )
}

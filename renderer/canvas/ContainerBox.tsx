import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { containerName } from '../../shared/graph/container-name'
import { useT } from '../i18n'
import { useFormats } from '../use-formats'
import css from './Canvas.module.css'
import { useEmphasis } from './emphasis'
import look from './Lens.module.css'
import { useHiddenIn } from './lens'
import type { ContainerFlowNode } from './to-flow'

/** A department with its tools. The header is what it is dragged by. */
export const ContainerBox = memo(function ContainerBox({ id, data: { container } }: NodeProps<ContainerFlowNode>) {
  const t = useT()
  const formats = useFormats()
  const { selected, dimmed } = useEmphasis(id)
  const hidden = useHiddenIn(id)
  const name = containerName(container, t)
  const costs = [...(container.annualCost ?? [])].map(([currency, minor]) => formats.money({ minor, currency }))
  const count = t('common:count.tools', { count: container.toolCount - hidden })
  return (
    <div
      className={css.container}
      data-level={container.path.length}
      data-inner={container.path.length % 2 === 1 || undefined}
      data-selected={selected || undefined}
      data-dimmed={dimmed || undefined}
    >
      <div className={`${css.containerHeader} container-header`} title={[...container.path, name].join(' › ')}>
        <span className={css.containerName} data-name>
          {name}
        </span>
        <span className={css.containerCount}>
          {count}
          {hidden > 0 && (
            <b className={look.hidden} title={t('mapLook:hiddenIn', { count: hidden })}>
              +{hidden}
            </b>
          )}
          {hidden === 0 && costs.map((cost) => ` · ${cost}`)}
        </span>
      </div>
    </div>
  )
})

import { Tabs } from '@mantine/core'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import type { MatrixKind } from '../../river/save-matrix'
import { EmptyInventory } from '../inventory/EmptyInventory'
import { DataTab } from './DataTab'
import { FlowTab } from './FlowTab'
import { FunctionTab } from './FunctionTab'
import css from './Matrix.module.css'
import { changeMatrix, useMatrix } from './matrix-state'

const KINDS = ['functions', 'flows', 'data'] as const satisfies readonly MatrixKind[]
const SHOWN = { functions: FunctionTab, flows: FlowTab, data: DataTab } as const

/** Three matrices of the landscape: who does what where, what flows from where to where, who keeps which data. */
export function MatrixScreen() {
  const t = useT()
  const kind = useMatrix((state) => state.kind)
  const empty = useWorkspace((state) => state.phase !== 'opening' && state.inventory.tools.size === 0)
  if (empty) return <EmptyInventory />
  const Shown = SHOWN[kind]
  return (
    <Tabs
      className={css.screen}
      value={kind}
      onChange={(next) => changeMatrix({ kind: next as MatrixKind, open: undefined })}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('matrix:tabs')}>
        {KINDS.map((each) => (
          <Tabs.Tab key={each} value={each} data-matrix-tab={each}>
            {t(`matrix:tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={kind} className={css.tab}>
        <Shown />
      </Tabs.Panel>
    </Tabs>
  )
}

import { NativeSelect, Radio } from '@mantine/core'
import { viewsInOrder } from '../../../shared/inventory/edit-view'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { ViewId } from '../../../shared/inventory/remembered'
import { useT } from '../../i18n'
import type { Chosen } from './choices'

interface Props {
  readonly scope: Chosen['scope']
  /** Whether the picture is one among other things in the file. */
  readonly among: boolean
  readonly inventory: Inventory
  /** What the chosen look shows, in words. */
  readonly told: readonly string[]
  readonly onChange: (scope: Chosen['scope']) => void
}

/** What the picture shows: the map as it is now, a saved view, or everything; and what that is in words. */
export function ScopeChoice({ scope, among, inventory, told, onChange }: Props) {
  const t = useT()
  const views = viewsInOrder(inventory)
  const first = views[0]
  const saved = scope !== 'map' && scope !== 'all'
  const says = told.join(' · ')
  return (
    <Radio.Group
      label={t(among ? 'exportDialog:scopeAmong' : 'exportDialog:scope')}
      value={saved ? 'view' : scope}
      onChange={(next) => onChange(next === 'view' ? (first?.id ?? 'map') : (next as 'map' | 'all'))}
    >
      <Radio
        size="xs"
        mt={4}
        value="map"
        label={t('exportDialog:scopeMap')}
        description={scope === 'map' ? says : undefined}
      />
      {first === undefined ? null : (
        <Radio
          size="xs"
          mt={4}
          value="view"
          label={t('exportDialog:scopeView')}
          description={saved ? says : undefined}
        />
      )}
      {saved ? (
        <NativeSelect
          size="xs"
          mt={4}
          ml={24}
          aria-label={t('exportDialog:view')}
          value={scope}
          onChange={(event) => onChange(event.currentTarget.value as ViewId)}
          data={views.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Radio
        size="xs"
        mt={4}
        value="all"
        label={t('exportDialog:scopeAll')}
        description={scope === 'all' ? says : undefined}
      />
    </Radio.Group>
  )
}

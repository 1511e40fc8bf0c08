import { Button, Group, Modal, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { removeOwnProducts } from '../../../shared/inventory/edit-own-product'
import type { OwnProduct } from '../../../shared/inventory/remembered'
import { answer } from '../../commands'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { catalogueFor } from '../../river/catalogue'
import { exportOwnProducts, importOwnProducts } from '../../river/own-products'
import { useLanguage } from '../../ui-state'
import { write } from '../detail/writes'
import css from './Workspaces.module.css'

/** Answers the command that shows what was said about names. */
export function OwnProducts() {
  const [open, setOpen] = useState(false)
  useEffect(() => answer('own-products', () => setOpen(true)), [])
  return open ? <OwnProductsDialog onClose={() => setOpen(false)} /> : null
}

/** Everything that was said about names here, to be taken back, or taken to another workspace as a file. */
function OwnProductsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const inventory = useInventory()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const { functionById } = catalogueFor(inventory)
  const says = ({ product, functions, aliases = [] }: OwnProduct) => {
    const names = functions.map((id) => functionById.get(id)?.name[language] ?? id)
    return [
      ...(product === undefined ? [] : [t('matrix:own.asProduct', { product })]),
      ...(names.length === 0 ? [] : [t('matrix:own.does', { functions: names.join(', ') })]),
      ...(aliases.length === 0 ? [] : [aliases.join(', ')]),
    ].join(' · ')
  }
  const all = [...inventory.ownProducts.values()]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('matrix:own.title')}
      size={640}
      yOffset={80}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('matrix:own.close') }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('matrix:own.about')}
      </Text>
      {all.length === 0 ? <Text size="sm">{t('matrix:own.empty')}</Text> : null}
      {all.map((each) => (
        <div key={each.id} className={css.row} data-own-product={each.name}>
          <div>
            <b className={css.label}>{each.name}</b>
            <span className={css.count}>{says(each)}</span>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            disabled={!writable}
            aria-label={`${t('matrix:own.remove')}: ${each.name}`}
            onClick={() => write('forgetProduct', { name: each.name }, (now) => removeOwnProducts(now, [each.id]))}
          >
            {t('matrix:own.remove')}
          </Button>
        </div>
      ))}
      <Group gap="sm" mt="md">
        <Button variant="default" disabled={all.length === 0} onClick={() => void exportOwnProducts()}>
          {t('matrix:own.save')}
        </Button>
        <Button variant="default" disabled={!writable} onClick={() => void importOwnProducts()}>
          {t('matrix:own.load')}
        </Button>
      </Group>
    </Modal>
  )
}

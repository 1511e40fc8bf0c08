import { Button, Popover } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconPlayerPlay, IconPlus, IconRefresh } from '@tabler/icons-react'
import { type RefObject, useEffect, useState } from 'react'
import { viewsInOrder } from '../../../shared/inventory/edit-view'
import type { View } from '../../../shared/inventory/remembered'
import type { CanvasView } from '../../canvas/use-canvas-view'
import { answer } from '../../commands'
import { canWrite } from '../../database/commit'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLookState } from './look-state'
import { present } from './presentation'
import { ViewDialog } from './ViewDialog'
import { ViewList } from './ViewList'
import css from './Views.module.css'
import { editView, saveView, showView, updateView } from './views'

/** The saved views: choose, save, bring up to date, edit, reorder, delete, present. */
export function ViewsMenu({ canvas }: { readonly canvas: RefObject<CanvasView | null> }) {
  const t = useT()
  const inventory = useInventory()
  const { view: shown, last } = useLookState()
  const [open, setOpen] = useState(false)
  const [dialog, setDialog] = useState<'save' | View>()
  const views = viewsInOrder(inventory)
  const active = views.find(({ id }) => id === shown)
  const stale = shown === undefined ? views.find(({ id }) => id === last) : undefined

  useEffect(() => {
    const ends = [
      answer('save-view', () => setDialog('save')),
      answer('present-views', () => {
        const [first] = viewsInOrder(inventory)
        if (first === undefined) notifications.show({ color: 'accent', message: t('mapLook:presentation.none') })
        else present(first.id, canvas.current)
      }),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [inventory, canvas, t])

  const then = (act: () => void) => () => {
    setOpen(false)
    act()
  }
  return (
    <>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        trapFocus
        returnFocus
        withinPortal
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="default"
            maw={220}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-haspopup="dialog"
            data-testid="views"
            onClick={() => setOpen(!open)}
          >
            {active === undefined ? t('mapLook:views.button') : t('mapLook:views.shown', { name: active.name })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={css.menu} aria-label={t('mapLook:views.title')}>
          <h3>{t('mapLook:views.title')}</h3>
          {views.length === 0 ? (
            <p className={css.note}>{t('mapLook:views.none')}</p>
          ) : (
            <ViewList
              views={views}
              shown={shown}
              onShow={(view) => then(() => showView(view, canvas.current))()}
              onEdit={(view) => then(() => setDialog(view))()}
              onPresent={(view) => then(() => present(view.id, canvas.current))()}
            />
          )}
          <div className={css.actions}>
            {stale !== undefined && (
              <Button
                variant="subtle"
                size="compact-sm"
                justify="flex-start"
                leftSection={<IconRefresh size={14} aria-hidden />}
                onClick={then(() => updateView(stale, canvas.current?.area()))}
              >
                {t('mapLook:views.update', { name: stale.name })}
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-sm"
              justify="flex-start"
              leftSection={<IconPlus size={14} aria-hidden />}
              disabled={!canWrite()}
              onClick={then(() => setDialog('save'))}
            >
              {t('mapLook:views.save')}
            </Button>
            {views[0] !== undefined && (
              <Button
                variant="subtle"
                size="compact-sm"
                justify="flex-start"
                leftSection={<IconPlayerPlay size={14} aria-hidden />}
                onClick={then(() => views[0] !== undefined && present(views[0].id, canvas.current))}
              >
                {t('mapLook:views.present')}
              </Button>
            )}
          </div>
        </Popover.Dropdown>
      </Popover>
      {dialog === 'save' && (
        <ViewDialog
          title={t('mapLook:views.saveTitle')}
          onSave={(says) => saveView(says, canvas.current?.area())}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog !== undefined && dialog !== 'save' && (
        <ViewDialog
          title={t('mapLook:views.editTitle')}
          name={dialog.name}
          note={dialog.note}
          onSave={(says) => editView(dialog, says)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
}

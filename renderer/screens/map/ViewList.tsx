import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconGripVertical, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { View, ViewId } from '../../../shared/inventory/remembered'
import { useT } from '../../i18n'
import css from './Views.module.css'
import { deleteView, reorderView } from './views'

interface Props {
  readonly views: readonly View[]
  readonly shown: ViewId | undefined
  readonly onShow: (view: View) => void
  readonly onEdit: (view: View) => void
  readonly onPresent: (view: View) => void
}

/** The views in their order: dragged, or moved with Alt and the arrows. */
export function ViewList({ views, shown, onShow, onEdit, onPresent }: Props) {
  const t = useT()
  const [dragged, setDragged] = useState<ViewId>()
  const [over, setOver] = useState<ViewId>()
  const list = useRef<HTMLOListElement>(null)
  // A view that is moved stands elsewhere afterwards: the focus goes with it.
  const touched = useRef<ViewId>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list has just been drawn again
  useLayoutEffect(() => {
    if (touched.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-view="${CSS.escape(touched.current)}"]`)?.focus()
    touched.current = undefined
  }, [views])
  const move = (view: View) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || !event.altKey) return
    event.preventDefault()
    touched.current = view.id
    reorderView(view, by)
  }
  const drop = (target: number) => (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const from = views.findIndex(({ id }) => id === dragged)
    const view = views[from]
    if (view !== undefined) reorderView(view, target - from)
    setDragged(undefined)
    setOver(undefined)
  }
  return (
    <>
      <ol className={css.list} ref={list}>
        {views.map((view, index) => (
          <li
            key={view.id}
            className={css.item}
            draggable
            data-over={(over === view.id && dragged !== undefined && dragged !== view.id) || undefined}
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', view.name)
              event.dataTransfer.effectAllowed = 'move'
              setDragged(view.id)
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return
              event.preventDefault()
              setOver(view.id)
            }}
            onDragEnd={() => setDragged(undefined)}
            onDrop={drop(index)}
          >
            <IconGripVertical size={14} aria-hidden className={css.grip} />
            <UnstyledButton
              className={css.name}
              data-view={view.id}
              aria-current={view.id === shown ? 'true' : undefined}
              title={t('mapLook:views.show', { name: view.name })}
              onClick={() => onShow(view)}
              onKeyDown={move(view)}
            >
              {view.name}
              {view.note !== undefined && <small>{view.note}</small>}
            </UnstyledButton>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t('mapLook:views.presentFrom', { name: view.name })}
              title={t('mapLook:views.presentFrom', { name: view.name })}
              onClick={() => onPresent(view)}
            >
              <IconPlayerPlay size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t('mapLook:views.edit', { name: view.name })}
              title={t('mapLook:views.edit', { name: view.name })}
              onClick={() => onEdit(view)}
            >
              <IconPencil size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t('mapLook:views.remove', { name: view.name })}
              title={t('mapLook:views.remove', { name: view.name })}
              onClick={() => deleteView(view)}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {views.length > 1 && <p className={css.note}>{t('mapLook:views.hint')}</p>}
    </>
  )
}

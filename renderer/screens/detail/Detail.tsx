import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconMapPin, IconTrash } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Tool, ToolId } from '../../../shared/inventory/nouns'
import { answer, run } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { closeCover, openTool, revealOnMap, useScreen, useUi } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { inNameOrder } from '../inventory/collation-key'
import { deleteTools } from '../inventory/edits'
import { sayDeleted } from '../inventory/say-deleted'
import { CompletenessBar } from './CompletenessBar'
import css from './Detail.module.css'
import { Fields } from './Fields'
import { Flows } from './Flows'
import { RecognisedAs } from './RecognisedAs'
import { Extra, Origin, Overlaps } from './Told'
import { ToolHistory } from './ToolHistory'
import { Usages } from './Usages'
import { useCoverKeys } from './use-cover-keys'

/** Everything about one tool, over the screen it was opened from; every field can be edited in place. */
export function Detail({ id }: { readonly id: string }) {
  const t = useT()
  const tool = useWorkspace((state) => state.inventory.tools.get(id as ToolId))
  const panel = useRef<HTMLElement>(null)
  useCoverKeys(panel)
  // Undo took the tool away.
  useEffect(() => {
    if (tool === undefined) closeCover()
  }, [tool])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tool begins at its top, with the focus on the page
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
  }, [id])
  if (tool === undefined) return null
  return (
    <section
      ref={panel}
      className={css.panel}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the page has the focus until a field takes it, for its keys
      tabIndex={0}
      aria-label={t('detail:label', { name: tool.name })}
      data-testid="detail"
    >
      <Head tool={tool} />
      <div className={css.body} key={tool.id}>
        <Fields tool={tool} />
        <div className={css.side}>
          <RecognisedAs tool={tool} />
          <Usages tool={tool} />
          <Flows tool={tool} />
          <Overlaps tool={tool} />
          <Extra tool={tool} />
          <Origin tool={tool} />
          <ToolHistory id={tool.id} />
        </div>
      </div>
    </section>
  )
}

function Head({ tool }: { readonly tool: Tool }) {
  const t = useT()
  const formats = useFormats()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const screen = useScreen()
  const { at, of, previous, next } = useNeighbours(tool.id)
  const remove = () => {
    const deletion = deleteTools([tool.id])
    if (deletion === undefined) return
    const goTo = next ?? previous
    if (goTo === undefined) closeCover()
    else openTool(goTo)
    sayDeleted(t, deletion, () => openTool(tool.id))
  }
  useAnswers(remove, previous, next)
  return (
    <header className={css.head}>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={closeCover}
      >
        {backWords(screen, t)}
      </Button>
      <div className={css.headRow}>
        <div className={css.title}>
          <h1>{tool.name}</h1>
          <CompletenessBar tool={tool} />
        </div>
        <span className={css.grow} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('detail:previous')}
          title={t('detail:previous')}
          disabled={previous === undefined}
          onClick={() => previous !== undefined && openTool(previous)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <span className={css.position}>
          {t('detail:position', { at: formats.number(at + 1), of: formats.number(of) })}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('detail:next')}
          title={t('detail:next')}
          disabled={next === undefined}
          onClick={() => next !== undefined && openTool(next)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconMapPin size={15} aria-hidden />}
          onClick={() => revealOnMap({ kind: 'tool', id: tool.id })}
        >
          {t('detail:showOnMap')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconTrash size={15} aria-hidden />}
          disabled={!writable}
          onClick={remove}
        >
          {t('detail:delete')}
        </Button>
      </div>
    </header>
  )
}

function backWords(screen: ReturnType<typeof useScreen>, t: ReturnType<typeof useT>): string {
  if (screen === 'scenarios') return t('scenarios:title')
  if (screen === 'inventory' || screen === 'map' || screen === 'start' || screen === 'matrix')
    return t(`detail:back.${screen}`)
  return screen === 'history' ? t('detail:backHistory') : t(`lists:name.${screen}`)
}

/** The tools before and after this one, in the order of the list that was shown last; else by name. */
function useNeighbours(id: ToolId) {
  const tools = useWorkspace((state) => state.inventory.tools)
  const order = useUi((state) => state.toolOrder)
  return useMemo(() => {
    const listed = order?.includes(id) ? order.filter((each) => tools.has(each as ToolId)) : undefined
    const all = listed ?? inNameOrder([...tools.values()], ({ name }) => name).map((each) => each.id)
    const at = all.indexOf(id)
    return { at, of: all.length, previous: all[at - 1], next: all[at + 1] }
  }, [id, tools, order])
}

/** While the page is shown, the menu's commands mean its tool. */
function useAnswers(remove: () => void, previous: string | undefined, next: string | undefined): void {
  const latest = useRef({ remove, previous, next })
  latest.current = { remove, previous, next }
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const to =
        event.key === 'PageUp' ? latest.current.previous : event.key === 'PageDown' ? latest.current.next : undefined
      if (!event.altKey || to === undefined) return
      event.preventDefault()
      openTool(to)
    }
    window.addEventListener('keydown', press)
    const ends = [
      answer('delete', () => latest.current.remove()),
      answer('find', () => run('palette')),
      answer('new-tool', async () => {
        closeCover()
        await new Promise(requestAnimationFrame)
        await run('new-tool')
      }),
    ]
    return () => {
      window.removeEventListener('keydown', press)
      for (const end of ends) end()
    }
  }, [])
}

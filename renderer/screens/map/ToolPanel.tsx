import { Button } from '@mantine/core'
import type { Overlap } from '../../../shared/analysis/findings'
import { otherEnd, partsFrom } from '../../../shared/graph/flow-facts'
import type { FlowPart, Graph } from '../../../shared/graph/graph'
import type { Tool, ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { openTool, revealOnMap, showScreen } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { Facts, Links } from './Facts'
import { changeLook } from './look-state'
import css from './MapScreen.module.css'
import { overlapWords } from './overlap-words'

/** A tool in words: its facts, where its data come from and go to, and what else does the same job. */
export function ToolPanel({ id, graph }: { readonly id: string; readonly graph: Graph }) {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const findings = useFindings()
  const tool = inventory.tools.get(id as ToolId)
  const node = graph.tools.find((each) => each.id === id)
  if (tool === undefined || node === undefined) return null

  const nameOf = (other: ToolId) => inventory.tools.get(other)?.name ?? other
  const partWords = ({ method, flows, hoursPerMonth, dataObjects }: FlowPart) =>
    [
      `${flows.length > 1 ? `${flows.length}× ` : ''}${t(`common:method.${method}`)}`,
      ...(hoursPerMonth === undefined ? [] : [t('common:hoursPerMonth', { hours: formats.number(hoursPerMonth) })]),
      ...dataObjects,
    ].join(' · ')
  const edges = graph.edges.filter(({ source, target }) => source === id || target === id)
  /** One link for each method by which this tool sends to the other one, or gets from it. */
  const links = (sends: boolean) =>
    edges.flatMap((edge) => {
      const other = otherEnd(edge, tool.id)
      const parts = partsFrom(edge, sends ? tool.id : other)
      return parts.map((part) => ({ id: other, name: nameOf(other), detail: partWords(part) }))
    })
  const overlaps = (findings?.overlaps ?? []).filter(({ tools }) => tools.some((each) => each === id)).slice(0, 12)
  const otherTool = ({ tools: [a, b] }: Overlap) => (a === id ? b : a)

  return (
    <>
      <h2>{tool.name}</h2>
      <p className={css.lead}>{[node.partOf, ...node.functions].filter(Boolean).join(' · ')}</p>
      {tool.description !== undefined && <p>{tool.description}</p>}
      <Facts facts={factsOf(tool)} />
      <Links title={t('mapScreen:flowsIn')} links={links(false)} />
      <Links title={t('mapScreen:flowsOut')} links={links(true)} />
      <Links
        title={t('mapScreen:overlapsWith')}
        links={overlaps.map((overlap) => ({
          id: otherTool(overlap),
          name: nameOf(otherTool(overlap)),
          detail: overlapWords(overlap, t, formats),
        }))}
      />
      <Button size="compact-sm" mt="md" mr="xs" onClick={() => openTool(id)}>
        {t('detail:open')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        mt="md"
        mr="xs"
        onClick={() => changeLook({ arrangement: { by: 'around', tool: tool.id, depth: 1 } })}
      >
        {t('mapScreen:arrangeAround')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        mt="md"
        onClick={() => {
          revealOnMap({ kind: 'tool', id })
          showScreen('inventory')
        }}
      >
        {t('mapScreen:showInInventory')}
      </Button>
    </>
  )

  function factsOf(shown: Tool): readonly (readonly [string, string | undefined])[] {
    const owner = shown.owner === undefined ? undefined : inventory.departments.get(shown.owner)?.name
    return [
      [t('mapScreen:fact.department'), owner],
      ...(node === undefined || node.usedBy.length === 0
        ? []
        : [[t('mapScreen:usedByTitle'), node.usedBy.map(({ name }) => name).join(', ')] as const]),
      [t('mapScreen:fact.vendor'), shown.vendor],
      [t('mapScreen:fact.users'), shown.users === undefined ? undefined : formats.number(shown.users)],
      [t('mapScreen:fact.cost'), shown.annualCost === undefined ? undefined : formats.money(shown.annualCost)],
      [t('mapScreen:fact.status'), shown.status === undefined ? undefined : t(`common:status.${shown.status}`)],
      [t('mapScreen:fact.hosting'), shown.hosting === undefined ? undefined : t(`common:hosting.${shown.hosting}`)],
      [t('mapScreen:fact.ai'), shown.ai === undefined ? undefined : t(`common:ai.${shown.ai}`)],
      [t('mapScreen:fact.contractEnd'), shown.contractEnd === undefined ? undefined : formats.date(shown.contractEnd)],
      [t('mapScreen:fact.businessOwner'), shown.businessOwner],
      [t('mapScreen:fact.technicalOwner'), shown.technicalOwner],
    ]
  }
}

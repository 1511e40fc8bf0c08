import { useCallback, useEffect, useState } from 'react'
import type { MapLook } from '../../../shared/inventory/map-look'
import { answer } from '../../commands'
import { useInventory } from '../../database/workspace'
import { arrangeBy, seen, useLandscape } from '../../river/landscape'
import { tidyUp } from '../../river/tidy'
import { requestFit, type Selection } from '../../ui-state'
import { changeLook } from './look-state'

/** How long the cards may be on their way after tidying up, the layout's answer included. */
const TIDYING_MS = 600

/** Has the landscape laid out as the look says, tidies up, and keeps track of what is new. */
export function useArranging({ arrangement }: MapLook, selection: Selection | undefined) {
  const { tools } = useInventory()
  const news = useLandscape((state) => state.news)
  const placed = useLandscape((state) => state.placed)
  const [tidying, setTidying] = useState(false)
  const [fitWanted, setFitWanted] = useState<typeof placed>()

  // A tool that is gone has nothing around it.
  const gone = arrangement.by === 'around' && !tools.has(arrangement.tool)
  useEffect(() => {
    if (gone) changeLook({ arrangement: { by: 'department' } })
    else arrangeBy(arrangement)
  }, [arrangement, gone])

  // Another arrangement is shown as a whole, once it is there.
  useEffect(() => {
    if (fitWanted === undefined || placed === fitWanted) return
    setFitWanted(undefined)
    requestFit()
  }, [placed, fitWanted])

  const arrange = useCallback(
    (next: MapLook['arrangement']) => {
      setFitWanted(placed)
      changeLook({ arrangement: next })
    },
    [placed],
  )

  const tidied = selection?.kind === 'tool' || selection?.kind === 'department' ? selection.id : undefined
  const tidy = useCallback(async () => {
    setTidying(true)
    await tidyUp(tidied === undefined ? undefined : new Set([tidied]))
    setTimeout(() => setTidying(false), TIDYING_MS)
  }, [tidied])
  useEffect(() => answer('tidy', tidy), [tidy])

  useEffect(() => {
    if (selection?.kind === 'tool') seen([selection.id])
  }, [selection])
  useEffect(() => () => seen(), [])

  return { arrange, tidy, tidying, partly: tidied !== undefined, news }
}

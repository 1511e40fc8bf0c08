import { containerName } from '../../shared/graph/container-name'
import type { Bundle } from '../../shared/graph/far-bundles'
import type { ContainerNode } from '../../shared/graph/graph'
import type { Formats } from '../format'
import type { T } from '../i18n'

/** A bundle in words: the two departments it joins, how many data flows it stands for, and the share carried by hand. */
export function bundleWords(
  { source, target, flows, byHand }: Bundle,
  containers: readonly ContainerNode[],
  t: T,
  formats: Formats,
): { readonly name: string; readonly detail: string } {
  const nameOf = (id: string) => {
    const container = containers.find((each) => each.id === id)
    return container === undefined ? '' : containerName(container, t)
  }
  return {
    name: t('mapEdit:list.bundle', { a: nameOf(source), b: nameOf(target) }),
    detail: [
      t('common:count.flows', { count: flows }),
      ...(byHand === 0 ? [] : [t('mapEdit:list.byHand', { percent: formats.percent(byHand / flows) })]),
    ].join(' · '),
  }
}
